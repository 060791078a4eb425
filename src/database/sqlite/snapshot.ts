import { randomUUID } from 'node:crypto'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { BaseDatabaseAdapter } from 'payload'
import { readsIn } from '../drizzle/reads'
import type { Snapshot } from '../snapshot'
import { openClient } from './client'
import { drizzleLibsql } from './modules'

/**
 * A read transaction on a connection of its own: SQLite's write-ahead log keeps what it sees for as long as it is open.
 *
 * @see https://www.sqlite.org/isolation.html
 */
export async function sqliteSnapshot(adapter: SQLiteAdapter, bare: BaseDatabaseAdapter): Promise<Snapshot> {
  const { drizzle } = await drizzleLibsql()
  const client = await openClient(adapter.clientConfig.url)
  try {
    await client.execute('BEGIN')
    // The snapshot is taken by the first query.
    await client.execute('SELECT 1 FROM sqlite_schema LIMIT 1')
  } catch (error) {
    client.close()
    throw error
  }
  const transactionID = randomUUID()
  Reflect.set(adapter.sessions, transactionID, { db: drizzle(client, { schema: adapter.schema }) })
  return {
    ...readsIn(bare, transactionID),
    close: async () => {
      Reflect.deleteProperty(adapter.sessions, transactionID)
      await Promise.resolve(client.close())
    },
  }
}
