import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { sql as Sql } from '@payloadcms/db-postgres/drizzle'

/** A statement has at most 65,535 parameters (https://www.postgresql.org/docs/current/limits.html). Longer lists than this become one array parameter. */
const MOST_PARAMETERS = 1_000

/** Has `in` and `not_in` take lists of any length. */
export function allowLongLists(adapter: PostgresAdapter, sql: typeof Sql): void {
  const { in: isIn, not_in: isNotIn } = adapter.operators
  const list = (column: object, values: unknown[]) => sql`${sql.param(values)}::${sql.raw(typeOf(column))}[]`
  Object.assign(adapter.operators, {
    in: (column: Parameters<typeof isIn>[0], values: unknown[]) => (isLong(values) ? sql`${column} = any(${list(column, values)})` : isIn(column, values)),
    not_in: (column: Parameters<typeof isNotIn>[0], values: unknown[]) => (isLong(values) ? sql`${column} <> all(${list(column, values)})` : isNotIn(column, values)),
  })
}

/** The type of a column's values. `serial` only exists in declarations. */
export function typeOf(column: object): string {
  const type = String(Reflect.apply(Reflect.get(column, 'getSQLType') as () => unknown, column, []))
  return type === 'serial' ? 'integer' : type
}

function isLong(values: unknown): boolean {
  return Array.isArray(values) && values.length > MOST_PARAMETERS
}
