import { findMongod } from '../../src/database/memory/findMongod'

/** A database engine the tests can run on here, or why they cannot. */
export type TestEngine =
  | { name: 'sqlite' }
  /** Without a `url` the run starts a mongod of its own. */
  | { name: 'mongodb'; url: string | undefined }
  | { name: 'mongodb'; missing: string }

/** What this machine has: SQLite always, MongoDB from TEST_MONGODB_URL or by mongodb-memory-server. */
export async function testEngines(): Promise<TestEngine[]> {
  return [{ name: 'sqlite' }, await mongo()]
}

/** Says at the end of a run whether it was on this engine. */
export function noteOf(engine: TestEngine): string {
  if ('missing' in engine) return `engine: ${engine.name} NOT RUN: ${engine.missing} (set TEST_MONGODB_URL to run on a server)`
  return `engine: ${engine.name} ran`
}

async function mongo(): Promise<TestEngine> {
  const url = process.env.TEST_MONGODB_URL?.trim()
  if (url) return { name: 'mongodb', url }
  const mongod = await findMongod((line) => console.log(line))
  return 'path' in mongod ? { name: 'mongodb', url: undefined } : { name: 'mongodb', missing: mongod.reason }
}
