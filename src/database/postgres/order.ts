import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { sql as Sql, SQL } from '@payloadcms/db-postgres/drizzle'

/** The input of `buildSelectQuery` in Drizzle's dialect. */
type Query = { distinct?: unknown; orderBy?: unknown[] }

/** A column in a chunk of SQL. */
type Column = { columnType: string; table: object }

/** Where Drizzle keeps the name of a table that a query gives an alias. */
const ORIGINAL_NAME = Symbol.for('drizzle:OriginalName')

/** Drizzle's column types for text. */
const TEXTS: readonly string[] = ['PgText', 'PgVarchar']

/**
 * Orders the newsroom's tables as the other engines do: nulls first, and texts by code point, whatever the collation of the
 * database is.
 *
 * @param db Drizzle's view of a connection; its dialect is changed in place
 */
export function orderAlike(db: object, sql: typeof Sql, isOurs: (table: string) => boolean): void {
  const dialect: unknown = Reflect.get(db, 'dialect')
  const build: unknown = typeof dialect === 'object' && dialect !== null ? Reflect.get(dialect, 'buildSelectQuery') : undefined
  if (typeof build !== 'function') throw new Error("This version of Payload's PostgreSQL adapter cannot order lists.")
  Reflect.set(Object(dialect), 'buildSelectQuery', function buildOrdered(this: unknown, query: Query): unknown {
    const { distinct, orderBy = [] } = query
    return Reflect.apply(build, this, [{ ...query, orderBy: orderBy.map((each) => ordered(each, Boolean(distinct))) }])
  })

  function ordered(part: unknown, isDistinct: boolean): unknown {
    const chunks: unknown = typeof part === 'object' && part !== null ? Reflect.get(part, 'queryChunks') : undefined
    if (!Array.isArray(chunks)) return part
    const column: unknown = chunks.find(isColumn)
    const isDescending = chunks.some((chunk) => textOf(chunk) === ' desc')
    if (!isColumn(column) || !(isDescending || chunks.some((chunk) => textOf(chunk) === ' asc'))) return part
    if (!isOurs(tableOf(column))) return part
    // With DISTINCT, PostgreSQL only orders by selected expressions.
    const compared: SQL = TEXTS.includes(column.columnType) && !isDistinct ? sql`${column} collate "C"` : sql`${column}`
    return isDescending ? sql`${compared} desc nulls last` : sql`${compared} asc nulls first`
  }
}

/** Has conditions on these tables compare texts in the same order. */
export function compareTexts(adapter: PostgresAdapter, sql: typeof Sql, isOurs: (table: string) => boolean): void {
  const { operators } = adapter
  for (const name of ['greater_than', 'greater_than_equal', 'less_than', 'less_than_equal'] as const) {
    const compare = operators[name]
    operators[name] = (column: unknown, value: unknown) => compare((isColumn(column) && TEXTS.includes(column.columnType) && isOurs(tableOf(column)) ? sql`${column} collate "C"` : column) as never, value as never)
  }
}

function tableOf({ table }: Column): string {
  return String(Reflect.get(table, ORIGINAL_NAME))
}

function isColumn(chunk: unknown): chunk is Column {
  return typeof chunk === 'object' && chunk !== null && 'columnType' in chunk && 'table' in chunk
}

function textOf(chunk: unknown): string | undefined {
  const value: unknown = typeof chunk === 'object' && chunk !== null && 'value' in chunk ? chunk.value : undefined
  return Array.isArray(value) ? value.join('') : undefined
}
