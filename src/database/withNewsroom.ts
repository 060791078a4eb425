import type { BaseDatabaseAdapter, DatabaseAdapterObj, Payload } from 'payload'

import { withBare } from './bare'
import { withConditions } from './conditions/withConditions'
import { withConflicts } from './conflict'
import { withJobClaims } from './jobClaims'
import { extendMongo } from './mongo/adapter'
import { withNewestFirst } from './newestFirst'
import { withNewsroomIds } from './newsroomIds'
import { extendPostgres } from './postgres/extend'
import { withRevisions } from './revisions'
import { withSearch } from './search/withSearch'
import { extendSqlite } from './sqlite/adapter'
import { withSessions } from './sessions'
import { withStorageErrors } from './storageErrors'
import { withUniqueSlugs } from './uniqueSlugs'
import { DatabaseUrlError } from './url'
import { withVersionHistory } from './versionHistory'

/** Takes Payload's adapter as it was made and gives back the one to use: the same object with methods replaced, as a rule. */
type AdapterWrapper = (adapter: BaseDatabaseAdapter, payload: Payload) => BaseDatabaseAdapter

/** What every engine's adapter is wrapped in, innermost first. */
const WRAPPERS: AdapterWrapper[] = [withBare, withNewsroomIds, withConditions, withStorageErrors, withConflicts, withSessions, withSearch, withUniqueSlugs, withNewestFirst, withVersionHistory, withRevisions, withJobClaims]

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
  return asExtended({ ...engine, init: (args) => WRAPPERS.reduce((inner, wrap) => wrap(inner, args.payload), init(args)) })
}

/** Says of an adapter that a newsroom can be kept in it, and gives it back. */
export function asExtended(adapter: DatabaseAdapterObj): DatabaseAdapterObj {
  extended.add(adapter)
  return adapter
}

async function extendEngine(adapter: DatabaseAdapterObj): Promise<DatabaseAdapterObj> {
  if (adapter.name === 'sqlite') return extendSqlite(adapter)
  if (adapter.name === 'mongoose') return extendMongo(adapter)
  if (adapter.name === 'postgres') return extendPostgres(adapter)
  throw new DatabaseUrlError(`The database adapter "${adapter.name ?? 'without a name'}" cannot be used: use postgresAdapter(), mongooseAdapter(), or sqliteAdapter() with a file: URL.`)
}

