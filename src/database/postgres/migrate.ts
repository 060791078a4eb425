import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { DatabaseSchemaError } from '../schemaError'
import { drizzle, drizzleNodePostgres } from './modules'
import { migrations } from './migrations'

/** The key of the advisory lock: the bytes of "date". */
const LOCK = 0x64_61_74_65

/**
 * Runs the pending migrations in one transaction, under an advisory lock: other processes that start at the same time wait.
 * Records them in the table of Payload's own `migrate`, which cannot be used here: it prompts, exits the process when a
 * migration fails, and takes no lock.
 *
 * @throws DatabaseSchemaError when a migration fails; nothing is changed then
 */
export async function migrate(adapter: PostgresAdapter): Promise<void> {
  const { sql } = await drizzle()
  const client = await adapter.pool.connect()
  try {
    const db = (await drizzleNodePostgres()).drizzle({ client })
    const isApplied = async (name: string) => {
      const { rows } = await db.execute(sql`select to_regclass('payload_migrations') is not null as is_there`)
      return rows[0]?.is_there === true && (await db.execute(sql`select 1 from payload_migrations where name = ${name}`)).rows.length > 0
    }
    if (await isApplied(migrations.at(-1)?.name ?? '')) return
    await db.execute(sql`begin`)
    try {
      await db.execute(sql`select pg_advisory_xact_lock(${LOCK})`)
      for (const { name, up } of migrations) {
        if (await isApplied(name)) continue
        await up({ db: db as never, payload: adapter.payload, req: {} as never }).catch((error: unknown) => {
          throw new DatabaseSchemaError(`The migration ${name} failed, and nothing was changed: ${reasonOf(error)}`)
        })
        await db.execute(sql`insert into payload_migrations (name, batch) values (${name}, 1)`)
      }
      await db.execute(sql`commit`)
    } catch (error) {
      await db.execute(sql`rollback`)
      throw error
    }
  } finally {
    client.release()
  }
}

/** The message of PostgreSQL, which is the innermost cause of Drizzle's error. */
function reasonOf(error: unknown): string {
  let first = error
  while (first instanceof Error && first.cause instanceof Error) first = first.cause
  return first instanceof Error ? first.message : String(first)
}
