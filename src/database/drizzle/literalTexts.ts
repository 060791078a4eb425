import type { sql as Sql } from '@payloadcms/db-sqlite/drizzle'
import { isPostgres } from '../engine'
import type { SqlAdapter } from '../engine'

/**
 * Has `like`, `contains` and `not_like` look for a text as it stands: in patterns `%` and `_` stand for others, and
 * Payload hands them on. On MongoDB they never did; nor does `not_like` there need the whole text, or a text at all.
 */
export function findTextsLiterally(adapter: SqlAdapter, sql: typeof Sql): void {
  // SQLite compares letters in either case, and numbers as texts, without being told.
  const [text, like] = isPostgres(adapter) ? [(column: unknown) => sql`${column}::text`, sql`ilike`] : [(column: unknown) => sql`${column}`, sql`like`]
  const isLike = (column: unknown, value: unknown) => sql`${text(column)} ${like} ${patternOf(value)} escape '\\'`
  Object.assign(adapter.operators, {
    contains: isLike,
    like: isLike,
    not_like: (column: unknown, value: unknown) => sql`(${column} is null or not ${isLike(column, value)})`,
  })
}

/** Payload puts a text between two `%`, or leaves it as it is. */
function patternOf(value: unknown): string {
  const text = String(value)
  const literal = text.length > 1 && text.startsWith('%') && text.endsWith('%') ? text.slice(1, -1) : text
  return `%${literal.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
}
