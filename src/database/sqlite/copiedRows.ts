import { randomBytes } from 'node:crypto'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'

type Row = Record<string, unknown>

/** What Payload's adapter inserts every row by. */
type InsertArguments = { tableName: string; values: Row | Row[] }

/**
 * Lets the rows of a list come with ids that other documents' rows have, as they do when an answer is sent back as a new
 * document: they get ids of their own. In MongoDB, where rows are parts of their document, nothing is in their way.
 */
export function allowCopiedRows(adapter: SQLiteAdapter): void {
  const insert: unknown = Reflect.get(adapter, 'insert')
  if (typeof insert !== 'function') return
  Reflect.set(adapter, 'insert', async function insertOwn(this: unknown, args: InsertArguments): Promise<unknown> {
    try {
      const rows: unknown = await Reflect.apply(insert, this, [args])
      return rows
    } catch (error) {
      const values = [args.values].flat()
      if (!areRowsOfLists(values) || !isTaken(error, args.tableName)) throw error
      for (const row of values) row.id = randomBytes(12).toString('hex')
      const rows: unknown = await Reflect.apply(insert, this, [args])
      return rows
    }
  })
}

function areRowsOfLists(values: readonly Row[]): boolean {
  return values.every((row) => '_parentID' in row && typeof row.id === 'string')
}

/** Drizzle tells what SQLite said as the cause of its own error. */
function isTaken(error: unknown, tableName: string): boolean {
  for (let each = error; each instanceof Error; each = each.cause) {
    if (each.message.includes(`UNIQUE constraint failed: ${tableName}.id`)) return true
  }
  return false
}
