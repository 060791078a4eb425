import { randomBytes } from 'node:crypto'
import type { SqlAdapter } from '../engine'

type Row = Record<string, unknown>

/** What Payload's adapter inserts every row by. */
type InsertArguments = { db: unknown; tableName: string; values: Row | Row[] }

/** Says how an engine tells that an id is taken: by an error, or before the insert where an error would end the transaction. */
export type TakenRows = {
  isTaken?: (error: Error, tableName: string) => boolean
  findTaken?: (args: InsertArguments, ids: string[]) => Promise<ReadonlySet<string>>
}

/**
 * Lets the rows of a list come with ids that other documents' rows have, as they do when an answer is sent back as a new
 * document: they get ids of their own. In MongoDB, where rows are parts of their document, nothing is in their way.
 */
export function allowCopiedRows(adapter: SqlAdapter, { findTaken, isTaken = () => false }: TakenRows): void {
  const insert: unknown = Reflect.get(adapter, 'insert')
  if (typeof insert !== 'function') return
  Reflect.set(adapter, 'insert', async function insertOwn(this: unknown, args: InsertArguments): Promise<unknown> {
    const values = [args.values].flat()
    const rows = areRowsOfLists(values) ? values : []
    if (findTaken && rows.length > 0) {
      const taken = await findTaken(args, rows.map(({ id }) => id))
      if (taken.size > 0) renew(rows)
    }
    try {
      const inserted: unknown = await Reflect.apply(insert, this, [args])
      return inserted
    } catch (error) {
      if (rows.length === 0 || !hasCause(error, (cause) => isTaken(cause, args.tableName))) throw error
      renew(rows)
      const inserted: unknown = await Reflect.apply(insert, this, [args])
      return inserted
    }
  })
}

function areRowsOfLists(values: readonly Row[]): values is (Row & { id: string })[] {
  return values.every((row) => '_parentID' in row && typeof row.id === 'string')
}

function renew(rows: readonly Row[]): void {
  for (const row of rows) row.id = randomBytes(12).toString('hex')
}

/** Drizzle tells what the database said as the cause of its own error. */
function hasCause(error: unknown, is: (cause: Error) => boolean): boolean {
  for (let each = error; each instanceof Error; each = each.cause) if (is(each)) return true
  return false
}
