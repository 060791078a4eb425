import type { BaseDatabaseAdapter, DatabaseAdapterObj, Payload } from 'payload'

import { withConditions } from './conditions/withConditions'
import { withConflicts } from './conflict'
import { withJobClaims } from './jobClaims'
import { extendMongo, mongoAdapter } from './mongo/adapter'
import { withNewestFirst } from './newestFirst'
import { withNewsroomIds } from './newsroomIds'
import { withRevisions } from './revisions'
import { withSearch } from './search/withSearch'
import { extendSqlite, sqliteAdapter } from './sqlite/adapter'
import { withSessions } from './sessions'
import { withStorageErrors } from './storageErrors'
import { withUniqueSlugs } from './uniqueSlugs'
import { DatabaseUrlError, parseDatabaseUrl } from './url'
import { withVersionHistory } from './versionHistory'

/** Takes Payload's adapter as it was made and gives back the one to use: the same object with methods replaced, as a rule. */
type AdapterWrapper = (adapter: BaseDatabaseAdapter, payload: Payload) => BaseDatabaseAdapter

/** What every engine's adapter is wrapped in, innermost first. */
const WRAPPERS: AdapterWrapper[] = [withNewsroomIds, withConditions, withStorageErrors, withConflicts, withSessions, withSearch, withUniqueSlugs, withNewestFirst, withVersionHistory, withRevisions, withJobClaims]

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
  return withNewsroom(adapter)
}

/** The adapters that {@link withNewsroom} gave. */
const extended = new WeakSet<DatabaseAdapterObj>()

/**
 * The adapter of a project, made one that a newsroom can be kept in; the same when it is one.
 *
 * @throws DatabaseUrlError when it is of a database that Dateline cannot use
 */
export async function withNewsroom(adapter: DatabaseAdapterObj): Promise<DatabaseAdapterObj> {
  if (extended.has(adapter)) return adapter
  const { init, ...engine } = await extendEngine(adapter)
  const result: DatabaseAdapterObj = { ...engine, init: (args) => WRAPPERS.reduce((inner, wrap) => wrap(inner, args.payload), init(args)) }
  extended.add(result)
  return result
}

async function extendEngine(adapter: DatabaseAdapterObj): Promise<DatabaseAdapterObj> {
  if (adapter.name === 'sqlite') return extendSqlite(adapter)
  if (adapter.name === 'mongoose') return extendMongo(adapter)
  throw new DatabaseUrlError(`The database adapter "${adapter.name ?? 'without a name'}" cannot be used: use sqliteAdapter() with a file: URL, or mongooseAdapter().`)
}

/** For tools that only read the model. */
async function withoutDatabase(): Promise<DatabaseAdapterObj> {
  const adapter = await withNewsroom(await sqliteAdapter('file:none'))
  const connect = () =>
    Promise.reject(new DatabaseUrlError('No database is open: run this through npm start, npm run dev or npm run seed, or set DATABASE_URL.'))
  const closed: DatabaseAdapterObj = { ...adapter, init: (args) => Object.assign(adapter.init(args), { connect }) }
  extended.add(closed)
  return closed
}
