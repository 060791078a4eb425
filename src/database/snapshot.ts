import type { BaseDatabaseAdapter, Payload } from 'payload'
import { bareAdapter } from './bare'
import { isMongo, isPostgres, isSqlite } from './engine'
import { mongoSnapshot } from './mongo/snapshot'
import { postgresSnapshot } from './postgres/snapshot'
import { sqliteSnapshot } from './sqlite/snapshot'

/** Reads a database as it was at one moment, while others go on writing. */
export type Snapshot = {
  find: BaseDatabaseAdapter['find']
  findVersions: BaseDatabaseAdapter['findVersions']
  findGlobal: BaseDatabaseAdapter['findGlobal']
  findGlobalVersions: BaseDatabaseAdapter['findGlobalVersions']
  /** Whether it is of one moment: a MongoDB that is no replica set has no such reads. */
  isOfOneMoment: boolean
  close: () => Promise<void>
}

/** Opens a snapshot of the database as it is now; documents come as they are stored, with no rule or hook applied. */
export function openSnapshot({ db }: Pick<Payload, 'db'>): Promise<Snapshot> {
  const bare = bareAdapter(db)
  if (isSqlite(db)) return sqliteSnapshot(db, bare)
  if (isMongo(db)) return mongoSnapshot(db, bare)
  if (isPostgres(db)) return postgresSnapshot(db, bare)
  throw new Error(`There is no snapshot of a database of ${db.name}.`)
}
