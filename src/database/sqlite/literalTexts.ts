import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { sql as Sql } from '@payloadcms/db-sqlite/drizzle'

/**
 * Has `like`, `contains` and `not_like` look for a text as it stands: in SQLite's patterns `%` and `_` stand for others,
 * and Payload hands them on. On MongoDB they never did; nor does `not_like` there need the whole text, or a text at all.
 */
export function findTextsLiterally(adapter: SQLiteAdapter, sql: typeof Sql): void {
  const like = (column: unknown, value: unknown) => sql`${column} like ${patternOf(value)} escape '\\'`
  Object.assign(adapter.operators, {
    contains: like,
    like,
    not_like: (column: unknown, value: unknown) => sql`(${column} is null or ${column} not like ${patternOf(value)} escape '\\')`,
  })
}

/** Payload puts a text between two `%`, or leaves it as it is. */
function patternOf(value: unknown): string {
  const text = String(value)
  const literal = text.length > 1 && text.startsWith('%') && text.endsWith('%') ? text.slice(1, -1) : text
  return `%${literal.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
}
