import { randomUUID } from 'node:crypto'

import { MongoClient } from 'mongodb'
import { onTestFinished } from 'vitest'

import { openEmbedded } from '../../../../src/database/embedded'
import { tempDir } from './tempDir'

/** A database of its own on an embedded mongod, gone after the test. */
export async function mongoUrl(): Promise<string> {
  const database = await openEmbedded({ dataDir: await tempDir(), log: () => undefined })
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
