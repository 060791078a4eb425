import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'

/** What the adapters of both engines have in common here. */
type Named = { name: string }

/** Whether this is Payload's MongoDB adapter. */
export function isMongo(adapter: Named): adapter is MongooseAdapter {
  return adapter.name === 'mongoose'
}

/** Whether this is Payload's SQLite adapter. */
export function isSqlite(adapter: Named): adapter is SQLiteAdapter {
  return adapter.name === 'sqlite'
}

/** Whether `payload migrate` is running, which makes the tables itself: Payload says so in the environment. */
export function isMigrating(): boolean {
  return process.env.PAYLOAD_MIGRATING === 'true'
}
