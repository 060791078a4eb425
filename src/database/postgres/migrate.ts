import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { DatabaseSchemaError } from '../schemaError'
import { drizzle, drizzleNodePostgres } from './modules'
import { migrations } from './migrations'

/** A lock that one process has while it migrates: the bytes of "date". */
const LOCK = 0x64_61_74_65

/**
 * Runs the migrations that a database has not had, in one transaction; processes that start together wait for the first.
 * What was done is noted where Payload's own `migrate` notes it. Payload's asks questions, ends the process where a migration
 * fails, and two at once would both run it.
 *
 * @throws DatabaseSchemaError when a migration fails; nothing is changed then
 */
export async function migrate(adapter: PostgresAdapter): Promise<void> {
  const { sql } = await drizzle()
  const client = await adapter.pool.connect()
  try {
    const db = (await drizzleNodePostgres()).drizzle({ client })
    const isNoted = async (name: string) => {
      const { rows } = await db.execute(sql`select to_regclass('payload_migrations') is not null as is_there`)
      return rows[0]?.is_there === true && (await db.execute(sql`select 1 from payload_migrations where name = ${name}`)).rows.length > 0
    }
    if (await isNoted(migrations.at(-1)?.name ?? '')) return
    await db.execute(sql`begin`)
    try {
      await db.execute(sql`select pg_advisory_xact_lock(${LOCK})`)
      for (const { name, up } of migrations) {
        if (await isNoted(name)) continue
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

/** What PostgreSQL said, which Drizzle tells as the cause of its own error. */
function reasonOf(error: unknown): string {
  let first = error
  while (first instanceof Error && first.cause instanceof Error) first = first.cause
  return first instanceof Error ? first.message : String(first)
}
