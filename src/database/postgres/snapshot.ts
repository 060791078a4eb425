import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { BaseDatabaseAdapter } from 'payload'
import { readsIn } from '../drizzle/reads'
import type { Snapshot } from '../snapshot'
import { drizzle } from './modules'

/**
 * A transaction that only reads: the server keeps what it sees for as long as it is open.
 *
 * @see https://www.postgresql.org/docs/current/transaction-iso.html#XACT-REPEATABLE-READ
 */
export async function postgresSnapshot(adapter: PostgresAdapter, bare: BaseDatabaseAdapter): Promise<Snapshot> {
  const { sql } = await drizzle()
  const transactionID = String(await adapter.beginTransaction())
  const close = async () => adapter.rollbackTransaction(transactionID)
  try {
    const db = adapter.sessions[transactionID]?.db as PostgresAdapter['drizzle'] | undefined
    await db?.execute(sql`SET TRANSACTION READ ONLY`)
    // The moment is that of the first read.
    await db?.execute(sql`SELECT 1`)
  } catch (error) {
    await close()
    throw error
  }
  return { ...readsIn(bare, transactionID), close }
}
