import { randomUUID } from 'node:crypto'

import { MongoClient } from 'mongodb'
import { onTestFinished } from 'vitest'

import { startMemoryMongod } from '../../../../src/database/memory/memoryMongod'

/** A database of its own on a mongod, gone after the test. */
export async function mongoUrl(): Promise<string> {
  const database = await startMemoryMongod(() => undefined)
  if ('reason' in database) throw new Error(database.reason)
  onTestFinished(() => database.close())
  const url = new URL(database.url)
  url.pathname = `/test-${randomUUID()}`
  return url.href
}

/** A client for what Payload offers no way to. */
export async function mongoClient(url: string): Promise<MongoClient> {
  const client = await new MongoClient(url).connect()
  onTestFinished(() => client.close())
  return client
}
