import { findMongod } from '../../src/database/memory/findMongod'
import { findPostgres } from './postgres'

/** A database engine the tests can run on here, or why they cannot. */
export type TestEngine =
  | { name: 'sqlite' }
  /** Without a `url` the run starts a mongod of its own. */
  | { name: 'mongodb'; url: string | undefined }
  | { name: 'mongodb'; missing: string }
  | { name: 'postgres' }
  | { name: 'postgres'; missing: string }

/** What this machine has: SQLite always, MongoDB from TEST_MONGODB_URL or by mongodb-memory-server, PostgreSQL from TEST_POSTGRES_URL or its own server programs. */
export async function testEngines(): Promise<TestEngine[]> {
  return [{ name: 'sqlite' }, await mongo(), await postgres()]
}

/** What starts the server of an engine for a run of tests. */
export const SETUPS: Partial<Record<TestEngine['name'], string[]>> = { mongodb: ['tests/helpers/mongoSetup.ts'], postgres: ['tests/helpers/postgresSetup.ts'] }

/** Says at the end of a run whether it was on this engine. */
export function noteOf(engine: TestEngine): string {
  if ('missing' in engine) return `engine: ${engine.name} NOT RUN: ${engine.missing} (set TEST_${engine.name === 'mongodb' ? 'MONGODB' : 'POSTGRES'}_URL to run on a server)`
  return `engine: ${engine.name} ran`
}

async function mongo(): Promise<TestEngine> {
  const url = process.env.TEST_MONGODB_URL?.trim()
  if (url) return { name: 'mongodb', url }
  const mongod = await findMongod((line) => console.log(line))
  return 'path' in mongod ? { name: 'mongodb', url: undefined } : { name: 'mongodb', missing: mongod.reason }
}

async function postgres(): Promise<TestEngine> {
  const isThere = process.env.TEST_POSTGRES_URL?.trim() || (await findPostgres())
  return isThere ? { name: 'postgres' } : { name: 'postgres', missing: 'no server programs are installed' }
}
