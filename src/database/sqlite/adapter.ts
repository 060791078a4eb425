import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { DatabaseAdapterObj } from 'payload'

import { isSqlite } from '../engine'
import { applySqliteSchema } from '../sqliteSchema'
import { DatabaseUnreachableError } from '../unreachable'
import { untilFree } from './busy'
import type { Client } from './client'
import { openClient } from './client'
import { allowTransactions } from './transactions'

/** How long a statement waits for another process that is writing, in milliseconds. */
const BUSY_TIMEOUT_MS = 5_000

/**
 * Payload's SQLite adapter for `url`: string ids as on MongoDB, a write-ahead log so that reads go on during a write,
 * and our own schema step instead of Payload's push, which runs in development only and asks questions.
 *
 * No `transactionOptions`: in Payload's own operations every statement commits by itself. The client has one connection
 * and its transactions take it away; statements of other requests then run on a second one, where they wait for the
 * first while blocking the thread that should finish it, until `SQLITE_BUSY`. Transactions of ours pass a gate instead.
 */
export async function sqliteAdapter(url: string): Promise<DatabaseAdapterObj> {
  const payloadSqlite = await import('@payloadcms/db-sqlite')
  const adapter = payloadSqlite.sqliteAdapter({
    busyTimeout: BUSY_TIMEOUT_MS,
    client: { url },
    idType: 'uuid',
    push: false,
    wal: url.startsWith('file:'),
  })
  return {
    ...adapter,
    init: (args) => {
      const inner = adapter.init(args)
      if (isSqlite(inner)) {
        manageConnection(inner, url)
        if (url.startsWith('file:')) allowTransactions(inner, () => openClient(url))
      }
      return inner
    },
  }
}

function manageConnection(adapter: SQLiteAdapter, url: string): void {
  const connect = adapter.connect?.bind(adapter)
  const destroy = adapter.destroy?.bind(adapter)
  adapter.connect = async (args) => {
    const scout = await reach(url)
    await connect?.(args).finally(() => {
      scout.close()
    })
    // Payload sets the limit only on the connection that turns the log on, and SQLite does not keep it.
    if (adapter.wal) await adapter.client.execute(`PRAGMA journal_size_limit = ${String(adapter.wal.journalSizeLimit)}`)
    await applySqliteSchema(adapter)
  }
  // Payload forgets the client without closing it: the file stays open, and its write-ahead log beside it.
  adapter.destroy = async () => {
    const { client }: { client?: Client } = adapter
    client?.close()
    Reflect.deleteProperty(adapter, 'client')
    await destroy?.()
  }
}

/**
 * Opens the database before Payload does, and makes a new file one with a write-ahead log: left to Payload, a failure is
 * printed as a stack trace, and of several processes that start on a new file some fail with "database is locked".
 *
 * @throws DatabaseUnreachableError
 */
async function reach(url: string): Promise<Client> {
  const attempt = async () => {
    const client = await openClient(url)
    try {
      await client.execute(url.startsWith('file:') ? 'PRAGMA journal_mode = WAL' : 'select 1')
      return client
    } catch (error) {
      client.close()
      throw error
    }
  }
  try {
    return await untilFree(attempt, BUSY_TIMEOUT_MS)
  } catch (error) {
    throw new DatabaseUnreachableError(url, error)
  }
}
