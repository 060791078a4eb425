import type { BaseDatabaseAdapter, DatabaseAdapterObj, Payload } from 'payload'

import { withConditions } from './conditions/withConditions'
import { withConflicts } from './conflict'
import { withJobClaims } from './jobClaims'
import { mongoAdapter } from './mongo/adapter'
import { withNewestFirst } from './newestFirst'
import { withRevisions } from './revisions'
import { withSearch } from './search/withSearch'
import { sqliteAdapter } from './sqlite/adapter'
import { withStorageErrors } from './storageErrors'
import { withUniqueSlugs } from './uniqueSlugs'
import { DatabaseUrlError, parseDatabaseUrl } from './url'
import { withVersionHistory } from './versionHistory'

/** Takes Payload's adapter as it was made and gives back the one to use: the same object with methods replaced, as a rule. */
type AdapterWrapper = (adapter: BaseDatabaseAdapter, payload: Payload) => BaseDatabaseAdapter

/** What every engine's adapter is wrapped in, innermost first. */
const WRAPPERS: AdapterWrapper[] = [withConditions, withStorageErrors, withConflicts, withSearch, withUniqueSlugs, withNewestFirst, withVersionHistory, withRevisions, withJobClaims]

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
  const adapter = database.engine === 'mongodb' ? await mongoAdapter(database.url) : await sqliteAdapter(database.url)
  return {
    ...adapter,
    init: (args) => WRAPPERS.reduce((inner, wrap) => wrap(inner, args.payload), adapter.init(args)),
  }
}

async function withoutDatabase(): Promise<DatabaseAdapterObj> {
  const adapter = await sqliteAdapter('file:none')
  const connect = () =>
    Promise.reject(new DatabaseUrlError('No database is open: run this through npm start, npm run dev or npm run seed, or set DATABASE_URL.'))
  return { ...adapter, init: (args) => Object.assign(adapter.init(args), { connect }) }
}
