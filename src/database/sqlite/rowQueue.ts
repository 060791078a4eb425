import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type * as drizzleOrm from '@payloadcms/db-sqlite/drizzle'
import type { Client } from './client'
import { SEARCH_PREFIX } from '../drizzle/tables'

/** A row by the names that the schema gives its columns. */
export type Row = Record<string, unknown>

type Tables = SQLiteAdapter['tables']
type Column = drizzleOrm.Column
type Drizzle = Pick<typeof drizzleOrm, 'getTableColumns' | 'getTableName' | 'is' | 'SQL'>

/** Rows of one table that set the same columns. */
type Group = { table: string; columns: Column[]; rows: unknown[][] }

type Value = bigint | boolean | number | string | null

/** A statement binds so many values at most, half of what SQLite allows. */
const MAX_VALUES = 16_000

/** Longer statements are no faster, and take memory. */
const MAX_ROWS = 50

/** How a statement begins that adds to the search index, which refers to no rows. */
const INDEXES = `insert into ${SEARCH_PREFIX}`

/** How a statement begins that only reads. */
const READS = /^\s*select\b/i

/** Rows that are to be inserted, written with as few statements as they need: many rows of a table with one. */
export class RowQueue {
  readonly #client: Client
  readonly #tables: Tables
  readonly #drizzle: Drizzle
  readonly #groups = new Map<string, Group>()

  constructor(client: Client, tables: Tables, drizzle: Drizzle) {
    this.#client = client
    this.#tables = tables
    this.#drizzle = drizzle
  }

  /**
   * Takes rows in.
   *
   * @returns the rows with the ids they will have, or undefined when that is for the database to say
   */
  add(tableName: string, rows: readonly Row[]): Row[] | undefined {
    const table = this.#tables[tableName]
    if (!table) return undefined
    const columns = this.#drizzle.getTableColumns(table)
    const complete = rows.map((row) => withDefaults(row, columns))
    // What refers to a row needs its id, which a database that counts gives only with the row.
    if (columns.id && complete.some(({ id }) => id === undefined)) return undefined
    if (complete.some((row) => Object.values(row).some((value) => this.#drizzle.is(value, this.#drizzle.SQL)))) return undefined
    for (const row of complete) this.#put(this.#drizzle.getTableName(table), columns, row)
    return complete
  }

  /** Whether a statement has to come after the rows that were taken in: it writes, or names a table of theirs. */
  mustPrecede(sql: string): boolean {
    if (sql.startsWith(INDEXES)) return false
    if (!READS.test(sql)) return this.#groups.size > 0
    for (const { table } of this.#groups.values()) if (sql.includes(table)) return true
    return false
  }

  /** Writes all rows that were taken in. */
  async flush(): Promise<void> {
    const groups = [...this.#groups.values()]
    this.#groups.clear()
    for (const { columns, rows, table } of groups) {
      const names = columns.map(({ name }) => `"${name}"`).join(', ')
      const size = Math.max(1, Math.min(MAX_ROWS, Math.floor(MAX_VALUES / columns.length)))
      for (let start = 0; start < rows.length; start += size) {
        const some = rows.slice(start, start + size)
        const marks = `(${columns.map(() => '?').join(', ')})`
        const sql = `insert into "${table}" (${names}) values ${some.map(() => marks).join(', ')}`
        await this.#client.execute({ sql, args: some.flat().map(asValue) })
      }
    }
  }

  #put(table: string, columns: Record<string, Column>, row: Row): void {
    const keys = Object.keys(columns).filter((key) => row[key] !== undefined)
    const kind = `${table} ${keys.join()}`
    const used = keys.flatMap((key) => columns[key] ?? [])
    const group = this.#groups.get(kind) ?? { table, columns: used, rows: [] }
    this.#groups.set(kind, group)
    group.rows.push(keys.map((key) => stored(row[key], columns[key])))
  }
}

function withDefaults(row: Row, columns: Record<string, Column>): Row {
  const complete = { ...row }
  for (const [key, { defaultFn }] of Object.entries(columns)) {
    if (complete[key] === undefined && defaultFn) complete[key] = defaultFn()
  }
  return complete
}

function stored(value: unknown, column: Column | undefined): unknown {
  return value === null || !column ? value : column.mapToDriverValue(value)
}

function asValue(value: unknown): Value {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint') return value
  throw new TypeError(`A column cannot hold ${typeof value}.`)
}
