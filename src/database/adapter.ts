import type { DatabaseAdapterObj } from 'payload'

import { mongoAdapter } from './mongo/adapter'
import { postgresAdapter } from './postgres/adapter'
import { sqliteAdapter } from './sqlite/adapter'
import { DatabaseUrlError, parseDatabaseUrl } from './url'
import type { DatabaseUrl } from './url'
import { asExtended, withNewsroom } from './withNewsroom'

/** Payload's adapter of each engine; only the modules of the one that is used are loaded. */
const ADAPTERS: Record<DatabaseUrl['engine'], (url: string) => Promise<DatabaseAdapterObj>> = { mongodb: mongoAdapter, postgresql: postgresAdapter, sqlite: sqliteAdapter }

/**
 * The Payload adapter for a database URL, for `db` in payload.config.ts. Only the engine that is used is loaded.
 * Connecting it throws `DatabaseUnreachableError` when the database does not answer.
 *
 * Without a URL the adapter serves the tools that only read the model (types, import map, build); connecting it throws.
 *
 * @throws DatabaseUrlError when the URL names no database that Dateline can use
 */
export async function databaseAdapter(url: string | undefined): Promise<DatabaseAdapterObj> {
  if (url === undefined) return withoutDatabase()
  const database = parseDatabaseUrl(url)
  return withNewsroom(await ADAPTERS[database.engine](database.url))
}

/** For tools that only read the model. */
async function withoutDatabase(): Promise<DatabaseAdapterObj> {
  const adapter = await withNewsroom(await sqliteAdapter('file:none'))
  const connect = () =>
    Promise.reject(new DatabaseUrlError('No database is open: run this through npm start, npm run dev or npm run seed, or set DATABASE_URL.'))
  return asExtended({ ...adapter, init: (args) => Object.assign(adapter.init(args), { connect }) })
}
