import type { CollectionSlug, GlobalSlug, Payload } from 'payload'
import { isMongo, isPostgres, isSqlite } from './engine'
import { loadIntoMongo } from './mongo/load'
import { loadIntoPostgres } from './postgres/load'
import { loadIntoSqlite } from './sqlite/load'

/** A document, or a version of one, as the adapter gives it, with all its fields. */
export type Stored = Record<string, unknown>

/** Writes documents exactly as a snapshot returned them, with ids, times and the `latest` mark of versions. */
export type Loader = {
  document: (collection: CollectionSlug, doc: Stored) => Promise<void>
  version: (collection: CollectionSlug, version: Stored) => Promise<void>
  global: (slug: GlobalSlug, doc: Stored) => Promise<void>
  globalVersion: (slug: GlobalSlug, version: Stored) => Promise<void>
  /** Writes what was held back to be written together; to be called from time to time. */
  flush: () => Promise<void>
}

/**
 * Fills an empty database with all that a task writes, or with nothing of it: also when the process dies.
 *
 * @param task is given the writer; what it throws undoes everything
 */
export function loadWhole(payload: Payload, task: (loader: Loader) => Promise<void>): Promise<void> {
  const { db } = payload
  if (isSqlite(db)) return loadIntoSqlite(payload, db, task)
  if (isMongo(db)) return loadIntoMongo(db, task)
  if (isPostgres(db)) return loadIntoPostgres(payload, db, task)
  throw new Error(`Nothing is loaded into a database of ${db.name}.`)
}

/** Whether the database itself refuses a relation to a document that is not there. */
export function hasForeignKeys({ db }: Payload): boolean {
  return !isMongo(db)
}
