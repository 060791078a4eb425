import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'
import { sqlLoader } from '../drizzle/loader'
import type { Loader } from '../load'
import { drizzle } from './modules'

/**
 * Loads in one transaction. Foreign keys are checked at its end, because a row may come before the row that it refers to.
 * Sequences continue after the highest id.
 */
export async function loadIntoPostgres(payload: Payload, adapter: PostgresAdapter, task: (loader: Loader) => Promise<void>): Promise<void> {
  const { sql } = await drizzle()
  const transactionID = String(await adapter.beginTransaction())
  try {
    const db = adapter.sessions[transactionID]?.db as PostgresAdapter['drizzle'] | undefined
    if (!db) throw new Error('The transaction is over.')
    const run = async (statement: string) => (await db.execute<{ statement: string }>(sql.raw(statement))).rows
    const schema = literal(adapter.schemaName ?? 'public')
    const inner = await sqlLoader(payload, adapter, transactionID, () => Promise.resolve())
    // At the first write: the ALTER TABLE locks out other connections, also those of this process.
    let deferring: Promise<void> | undefined
    const defer = async () => {
      for (const { statement } of await run(checksOf(schema, 'DEFERRABLE INITIALLY DEFERRED'))) await run(statement)
    }
    const first = <Args extends unknown[]>(write: (...args: Args) => Promise<void>) => async (...args: Args) => {
      await (deferring ??= defer())
      await write(...args)
    }
    await task({ document: first(inner.document), version: first(inner.version), global: first(inner.global), globalVersion: first(inner.globalVersion), flush: inner.flush })
    await run('SET CONSTRAINTS ALL IMMEDIATE')
    for (const { statement } of await run(checksOf(schema, 'NOT DEFERRABLE'))) await run(statement)
    for (const { statement } of await run(countersOf(schema))) await run(statement)
    await adapter.commitTransaction(transactionID)
  } catch (error) {
    await adapter.rollbackTransaction(transactionID)
    throw error
  }
}

/** A query for the statements that set when foreign keys are checked. */
function checksOf(schema: string, when: string): string {
  return `select format('ALTER TABLE %s ALTER CONSTRAINT %I ${when}', conrelid::regclass, conname) as statement
    from pg_constraint where contype = 'f' and connamespace = ${schema}::regnamespace`
}

/** A query for the statements that move each sequence past the highest value of its column. */
function countersOf(schema: string): string {
  return `select format('select setval(%L, coalesce(max(%I), 0) + 1, false) from %s', pg_get_serial_sequence(attrelid::regclass::text, attname), attname, attrelid::regclass) as statement
    from pg_attribute join pg_class on pg_class.oid = attrelid
    where relnamespace = ${schema}::regnamespace and relkind = 'r' and attnum > 0 and not attisdropped and pg_get_serial_sequence(attrelid::regclass::text, attname) is not null`
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
