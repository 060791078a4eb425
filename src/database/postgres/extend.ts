import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { DatabaseAdapterObj } from 'payload'
import { allowCopiedRows } from '../drizzle/copiedRows'
import { allowRawConditions } from '../drizzle/comparison'
import { findTextsLiterally } from '../drizzle/literalTexts'
import { isMigrating, isPostgres } from '../engine'
import { DatabaseSchemaError } from '../schemaError'
import { DatabaseUnreachableError } from '../unreachable'
import { DatabaseUrlError } from '../url'
import { drizzle, drizzleNodePostgres } from './modules'
import { allowLongLists } from './longLists'
import { compareTexts, orderAlike } from './order'
import { newsroomTables, orderIndexes, shapeTables } from './tables'
import { allowTransactions } from './transactions'

type Modules = { core: Awaited<ReturnType<typeof drizzle>>; node: Awaited<ReturnType<typeof drizzleNodePostgres>> }

/** How long a start waits for a server, in milliseconds, as on MongoDB; and how long a statement waits for a connection, as a save waits on SQLite. */
const START_MS = 5_000
const PATIENCE_MS = 30_000

/** The error code for a database that does not exist (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
const INVALID_CATALOG_NAME = '3D000'

/**
 * Makes Payload's PostgreSQL adapter one that a newsroom can be kept in: transactions on connections of their own, and lists
 * and conditions that behave as on the other engines. A project's own tables behave as before.
 */
export async function extendPostgres(adapter: DatabaseAdapterObj): Promise<DatabaseAdapterObj> {
  const modules: Modules = { core: await drizzle(), node: await drizzleNodePostgres() }
  return {
    ...adapter,
    init: (args) => {
      const inner = adapter.init(args)
      if (isPostgres(inner)) extend(inner, modules)
      return inner
    },
  }
}

/** @throws DatabaseUrlError when the adapter has read replicas */
function extend(adapter: PostgresAdapter, { core: { sql }, node }: Modules): void {
  if (adapter.readReplicaOptions?.length) throw new DatabaseUrlError('postgresAdapter() cannot be used with readReplicas: a replica is behind, and would still show an article that was withdrawn. Remove readReplicas.')
  // Set when the tables are built: the config is not complete yet.
  let isOurs: (table: string) => boolean = () => false
  adapter.beforeSchemaInit.push(({ schema }) => {
    isOurs = newsroomTables(adapter)
    shapeTables(adapter.rawTables, isOurs)
    return schema
  })
  adapter.afterSchemaInit.push(({ schema }) => (orderIndexes(schema.tables, isOurs), schema))
  const order = (db: object) => (orderAlike(db, sql, (table) => isOurs(table)), db)
  manageConnection(adapter, order)
  allowCopiedRows(adapter, {
    findTaken: async ({ db, tableName }, ids) => {
      const table = adapter.tables[tableName]
      const rows = (await (db as PostgresAdapter['drizzle']).execute(sql`select ${table.id} as id from ${table} where ${table.id} in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`)).rows
      return new Set(rows.map(({ id }) => String(id)))
    },
  })
  findTextsLiterally(adapter, sql)
  compareTexts(adapter, sql, (table) => isOurs(table))
  allowLongLists(adapter, sql)
  allowRawConditions(adapter, sql)
  allowTransactions(
    adapter,
    () => openPool(adapter),
    (client) => order(node.drizzle({ client: client as never, logger: adapter.logger, schema: adapter.schema })),
  )
}

function manageConnection(adapter: PostgresAdapter, order: (db: object) => object): void {
  const connect = adapter.connect?.bind(adapter)
  adapter.connect = async (args) => {
    // Payload only opens a pool if there is none. Its own way occupies one connection forever and logs failures with a stack trace.
    const { pool }: { pool?: PostgresAdapter['pool'] } = adapter
    if (!pool) {
      await reach(adapter)
      adapter.pool = openPool(adapter)
    }
    await connect?.(args)
    order(adapter.drizzle)
    if (!isMigrating()) await refuseWithoutTables(adapter)
  }
}

/** @throws DatabaseUnreachableError */
async function reach(adapter: PostgresAdapter): Promise<void> {
  const client = new adapter.pg.Client({ connectionTimeoutMillis: START_MS, ...adapter.poolOptions })
  try {
    await client.connect()
    await client.end()
  } catch (error) {
    // Payload creates a missing database, and logs it.
    const isMade = codeOf(error) === INVALID_CATALOG_NAME && adapter.disableCreateDatabase !== true && (await adapter.createDatabase())
    if (!isMade) throw new DatabaseUnreachableError(addressOf(adapter), error)
  }
}

function openPool({ payload: { logger }, pg, poolOptions }: PostgresAdapter): PostgresAdapter['pool'] {
  const pool = new pg.Pool({ connectionTimeoutMillis: PATIENCE_MS, ...poolOptions })
  // The pool replaces a broken idle connection with the next statement; without a listener the error would end the process.
  pool.on('error', (error) => {
    logger.warn(`A connection to PostgreSQL was lost: ${error.message}`)
  })
  return pool
}

/**
 * Stops a start without tables, which would fail at the first request. Payload creates tables in development; in production,
 * migrations do.
 *
 * @throws DatabaseSchemaError
 */
async function refuseWithoutTables(adapter: PostgresAdapter): Promise<void> {
  const { rows } = await adapter.pool.query<{ name: string }>('select tablename as name from pg_tables where schemaname = $1', [adapter.schemaName ?? 'public'])
  const there = new Set(rows.map(({ name }) => name))
  const missing = Object.keys(adapter.rawTables).filter((name) => !there.has(name))
  if (missing.length === 0) return
  throw new DatabaseSchemaError(`The database has no table "${missing[0] ?? ''}"${missing.length > 1 ? ` and ${String(missing.length - 1)} others` : ''}: run "npx payload migrate:create" and "npx payload migrate", then start again.`)
}

function addressOf({ poolOptions: { connectionString, database = '', host = 'localhost', port = 5432 } }: PostgresAdapter): string {
  return connectionString ?? `postgres://${host}:${String(port)}/${database}`
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}
