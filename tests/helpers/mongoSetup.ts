import { startMemoryMongod } from '../../src/database/memory/memoryMongod'
import type { TestProject } from 'vitest/node'

/** Gives the tests a MongoDB server: the one of TEST_MONGODB_URL, else one started for this run. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_MONGODB_URL?.trim()
  const mongod = given ? { url: given, close: () => Promise.resolve() } : await startMemoryMongod((line) => console.log(line))
  if ('reason' in mongod) throw new Error(mongod.reason)
  project.provide('mongoUrl', mongod.url)
  return () => mongod.close()
}

declare module 'vitest' {
  interface ProvidedContext {
    mongoUrl: string
  }
}
