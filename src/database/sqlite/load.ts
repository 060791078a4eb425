import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { Payload } from 'payload'
import { sqlLoader } from '../drizzle/loader'
import type { Loader } from '../load'
import { inTransaction } from '../transaction'
import { flushBulk } from './bulk'

/** Loads in one transaction, whose rows are written many at a time; what refers to a row may come before it. */
export function loadIntoSqlite(payload: Payload, adapter: SQLiteAdapter, task: (loader: Loader) => Promise<void>): Promise<void> {
  return inTransaction(
    payload,
    async ({ req }) => {
      const transactionID = String(await req.transactionID)
      await task(await sqlLoader(payload, adapter, transactionID, () => flushBulk(transactionID)))
    },
    { isBulk: true },
  )
}
