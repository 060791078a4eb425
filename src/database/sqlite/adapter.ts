import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { DatabaseAdapterObj } from 'payload'

import { allowCopiedRows } from '../drizzle/copiedRows'
import { allowRawConditions } from '../drizzle/comparison'
import { findTextsLiterally } from '../drizzle/literalTexts'
import { isMigrating, isSqlite } from '../engine'
import { applySqliteSchema } from '../sqliteSchema'
import { DatabaseUrlError } from '../url'
import { DatabaseUnreachableError } from '../unreachable'
import { openWhenFree } from './busy'
import type { Client } from './client'
import { openClient } from './client'
import { coverSearches } from './searchCover'
import { SharedClient } from './sharedClient'
import { allowTransactions } from './transactions'
import { drizzle, payloadSqlite } from './modules'

/** How long to wait for other processes that open the same new file, in milliseconds. */
const OPEN_MS = 5_000

/** Bytes to which the write-ahead log is cut after it has grown. */
const LOG_BYTES = 64 * 2 ** 20

/** Payload's SQLite adapter for `url`, with string ids as on MongoDB. */
export async function sqliteAdapter(url: string): Promise<DatabaseAdapterObj> {
  const { sqliteAdapter: adapter } = await payloadSqlite()
  return adapter({ client: { url }, idType: 'uuid' })
}

/**
 * Makes Payload's SQLite adapter one that a newsroom can be kept in: a write-ahead log so that reads go on during a write,
 * transactions, and our own schema step instead of Payload's push, which runs in development only and asks questions.
 */
export async function extendSqlite(adapter: DatabaseAdapterObj): Promise<DatabaseAdapterObj> {
  const { sql } = await drizzle()
  return {
    ...adapter,
    init: (args) => {
      const inner = adapter.init(args)
      if (isSqlite(inner)) {
        const { url } = inner.clientConfig
        if (!url.startsWith('file:')) throw new DatabaseUrlError(`The database "${url.split('?', 1)[0] ?? ''}" cannot be used: sqliteAdapter() takes a file: URL.`)
        inner.push = false
        // Its tables are as the model says by then, and not yet Drizzle's.
        inner.beforeSchemaInit.push(({ schema }) => (coverSearches(inner.rawTables), schema))
        manageConnection(inner, url)
        allowCopiedRows(inner, { isTaken: ({ message }, tableName) => message.includes(`UNIQUE constraint failed: ${tableName}.id`) })
        findTextsLiterally(inner, sql)
        allowRawConditions(inner, sql)
        allowTransactions(inner, () => openFile(url))
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
    // Payload opens a connection of its own only where there is none.
    const { client }: { client?: Client } = adapter
    if (!client) adapter.client = new SharedClient(() => openFile(url))
    await connect?.(args).finally(() => {
      scout.close()
    })
    if (!isMigrating()) await applySqliteSchema(adapter)
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
  try {
    return await openWhenFree(() => openClient(url), 'PRAGMA journal_mode = WAL', OPEN_MS)
  } catch (error) {
    throw new DatabaseUnreachableError(url, error)
  }
}

/** A connection to a database file, set up: SQLite keeps none of this in the file. */
async function openFile(url: string): Promise<Client> {
  const client = await openClient(url)
  // SQLite's own wait for another process that is writing blocks the thread.
  await client.execute('PRAGMA busy_timeout = 0')
  // Nothing that was committed is lost to a crash of ours. One of the machine takes what its disk had not taken yet:
  // saves flush it (`writer.ts`), a single write (a sign-in, a count) need not.
  await client.execute('PRAGMA synchronous = NORMAL')
  await client.execute(`PRAGMA journal_size_limit = ${String(LOG_BYTES)}`)
  return client
}
