import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { BaseDatabaseAdapter } from 'payload'
import { readsIn } from '../drizzle/reads'
import type { Snapshot } from '../snapshot'
import { drizzle } from './modules'

/**
 * Opens a read-only transaction, which reads a snapshot until it ends.
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
    // The snapshot is taken by the first query.
    await db?.execute(sql`SELECT 1`)
  } catch (error) {
    await close()
    throw error
  }
  return { ...readsIn(bare, transactionID), close }
}
