import type { DatabaseAdapterObj } from 'payload'
import { afterConnect } from '../afterConnect'
import { isMigrating, isPostgres } from '../engine'
import { migrate } from './migrate'
import { payloadPostgres } from './modules'

/** Where the migrations of the app are written (src/cli/migration.ts). */
const MIGRATIONS = 'src/database/postgres/migrations'

/**
 * Payload's PostgreSQL adapter for `url`, with UUIDs as ids. The app brings its database up to the model when it connects, in
 * development and in production alike.
 */
export async function postgresAdapter(url: string): Promise<DatabaseAdapterObj> {
  const { postgresAdapter: adapter } = await payloadPostgres()
  return afterConnect(adapter({ idType: 'uuid', migrationDir: MIGRATIONS, pool: { connectionString: url }, push: false }), async (db) => {
    if (isPostgres(db) && !isMigrating()) await migrate(db)
  })
}
