import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'

/** Payload's adapter of an engine that speaks SQL. */
export type SqlAdapter = PostgresAdapter | SQLiteAdapter

/** What the adapters of all engines have in common here. */
type Named = { name: string }

/** Whether this is Payload's MongoDB adapter. */
export function isMongo(adapter: Named): adapter is MongooseAdapter {
  return adapter.name === 'mongoose'
}

/** Whether this is Payload's SQLite adapter. */
export function isSqlite(adapter: Named): adapter is SQLiteAdapter {
  return adapter.name === 'sqlite'
}

/** Whether this is Payload's PostgreSQL adapter. */
export function isPostgres(adapter: Named): adapter is PostgresAdapter {
  return adapter.name === 'postgres'
}

/** Whether this is Payload's adapter of an engine that speaks SQL. */
export function isSql(adapter: Named): adapter is SqlAdapter {
  return adapter.name === 'sqlite' || adapter.name === 'postgres'
}

/** Whether `payload migrate` is running, which makes the tables itself: Payload says so in the environment. */
export function isMigrating(): boolean {
  return process.env.PAYLOAD_MIGRATING === 'true'
}
