import { createTable, quote, quoteAll } from './ddl'
import type { Attachment, Column, ForeignKey, Schema, Table } from './schema'

/** A reference that a rebuilt table newly checks: values without a match are cleared by `sql`. */
export type Clearing = { column: string; sql: string; table: string; target: string }

/** How to get from one shape to another, in the order given. */
export type Plan = {
  /** What the model no longer has and the database keeps: tables, and columns as `table.column`. */
  kept: string[]
  clearings: Clearing[]
  /** Tables that are written again, row by row. */
  rebuilt: string[]
  statements: string[]
}

/** Required columns, as `table.column`, that some row has no value for. */
export type Unfilled = ReadonlySet<string>

/** Says which required columns have to be looked at before `planChange`: as `table.column`, each with the query that finds a row without value. */
export function requiredColumns(live: Schema, wanted: Schema): Map<string, string> {
  const queries = new Map<string, string>()
  for (const [table, existing] of pairs(live, wanted)) {
    for (const column of table.columns) {
      if (!column.notNull || column.default !== null || column.primaryKey > 0) continue
      const current = existing.columns.find(({ name }) => name === column.name)
      if (current?.notNull) continue
      const where = current ? ` where ${quote(column.name)} is null` : ''
      queries.set(`${table.name}.${column.name}`, `select 1 from ${quote(table.name)}${where} limit 1`)
    }
  }
  return queries
}

/**
 * Plans the way from the shape a database has to the one it should have, so that no value is lost:
 *
 * - What the model no longer has stays, as it does in a MongoDB document: tables as they are, columns made nullable so
 *   that new rows can be written. A field that comes back finds its values; a renamed field is a new one beside them.
 * - A required column that some row has no value for stays nullable until every row has one. Payload refuses such
 *   a document when it is next saved, as it does on MongoDB; a made-up value would be published.
 * - Indexes follow the model exactly: they hold no data.
 *
 * A table that differs is written again under another name, and takes the old one's place
 * (https://www.sqlite.org/lang_altertable.html#otheralter); foreign keys must be off and legacy_alter_table on.
 */
export function planChange(live: Schema, wanted: Schema, unfilled: Unfilled): Plan {
  const creations: string[] = []
  const rebuilds: string[] = []
  const clearings: Clearing[] = []
  const rebuilt = new Set<string>()
  for (const table of wanted.tables.values()) {
    const existing = live.tables.get(table.name)
    if (!existing) {
      creations.push(createTable(table, table.name))
      continue
    }
    const target = merge(relax(table, unfilled), existing)
    if (isSame(target, existing)) continue
    rebuilt.add(table.name)
    rebuilds.push(...rebuild(target, existing))
    clearings.push(...clearingsOf(target, existing))
  }
  const { additions, removals } = attachmentChanges(live, wanted, rebuilt)
  return {
    clearings,
    kept: leftovers(live, wanted),
    rebuilt: [...rebuilt],
    statements: [...removals, ...creations, ...rebuilds, ...additions],
  }
}

function* pairs(live: Schema, wanted: Schema): Generator<[wanted: Table, live: Table]> {
  for (const table of wanted.tables.values()) {
    const existing = live.tables.get(table.name)
    if (existing) yield [table, existing]
  }
}

function relax(table: Table, unfilled: Unfilled): Table {
  const columns = table.columns.map((column) =>
    unfilled.has(`${table.name}.${column.name}`) ? { ...column, notNull: false } : column,
  )
  return { ...table, columns }
}

/** The wanted table with what only the existing one has: those columns made optional, and their foreign keys. */
function merge(table: Table, existing: Table): Table {
  const gone = columnsOnlyIn(existing, table)
  const names = new Set(gone.map(({ name }) => name))
  return {
    ...table,
    columns: [...table.columns, ...gone.map((column) => ({ ...column, notNull: column.notNull && column.default !== null }))],
    foreignKeys: [...table.foreignKeys, ...existing.foreignKeys.filter((key) => key.columns.some((name) => names.has(name)))],
  }
}

function columnsOnlyIn(table: Table, other: Table): Column[] {
  const names = new Set(other.columns.map(({ name }) => name))
  return table.columns.filter(({ name }) => !names.has(name))
}

function isSame(a: Table, b: Table): boolean {
  return fingerprint(a) === fingerprint(b)
}

/** The order of columns and keys means nothing: Payload names columns in every statement. */
function fingerprint({ columns, foreignKeys }: Table): string {
  const lines = [
    ...columns.map(({ default: value, name, notNull, primaryKey, type }) => [name, type, notNull, value, primaryKey]),
    ...foreignKeys.map((key) => keyOf(key)),
  ]
  return lines.map((line) => JSON.stringify(line)).sort().join('\n')
}

function keyOf({ columns, onDelete, onUpdate, target, targetColumns }: ForeignKey): string {
  return JSON.stringify([columns, target, targetColumns, onUpdate, onDelete])
}

function rebuild(target: Table, existing: Table): string[] {
  const draft = `dateline_new_${target.name}`
  const known = new Set(existing.columns.map(({ name }) => name))
  const copied = target.columns.filter(({ name }) => known.has(name))
  const values = copied.map((column) =>
    column.notNull && column.default !== null ? `coalesce(${quote(column.name)}, ${column.default})` : quote(column.name),
  )
  return [
    createTable(target, draft),
    `INSERT INTO ${quote(draft)} (${quoteAll(copied.map(({ name }) => name))}) SELECT ${values.join(', ')} FROM ${quote(target.name)}`,
    `DROP TABLE ${quote(target.name)}`,
    `ALTER TABLE ${quote(draft)} RENAME TO ${quote(target.name)}`,
  ]
}

function clearingsOf(target: Table, existing: Table): Clearing[] {
  const checked = new Set(existing.foreignKeys.map(keyOf))
  const optional = new Set(target.columns.filter(({ notNull }) => !notNull).map(({ name }) => name))
  const known = new Set(existing.columns.map(({ name }) => name))
  return target.foreignKeys.flatMap((key) => {
    const [column = ''] = key.columns
    const [targetColumn = ''] = key.targetColumns
    const isOne = key.columns.length === 1 && key.targetColumns.length === 1
    if (!isOne || checked.has(keyOf(key)) || !optional.has(column) || !known.has(column)) return []
    const sql =
      `UPDATE ${quote(target.name)} SET ${quote(column)} = NULL WHERE ${quote(column)} IS NOT NULL ` +
      `AND ${quote(column)} NOT IN (SELECT ${quote(targetColumn)} FROM ${quote(key.target)})`
    return [{ column, sql, table: target.name, target: key.target }]
  })
}

function attachmentChanges(live: Schema, wanted: Schema, rebuilt: ReadonlySet<string>): { additions: string[]; removals: string[] } {
  const wantedByName = new Map(wanted.indexes.map((index) => [index.name, index]))
  const stays = (index: Attachment) => wantedByName.get(index.name)?.sql === index.sql && !rebuilt.has(index.table)
  const isOurs = (index: Attachment) => wantedByName.has(index.name) || wanted.tables.has(index.table)
  const standing = new Set(live.indexes.filter(stays).map(({ name }) => name))
  return {
    additions: [
      ...wanted.indexes.filter(({ name }) => !standing.has(name)).map(({ sql }) => sql),
      ...live.triggers.filter(({ table }) => rebuilt.has(table)).map(({ sql }) => sql),
    ],
    removals: live.indexes.filter((index) => isOurs(index) && !stays(index)).map(({ name }) => `DROP INDEX ${quote(name)}`),
  }
}

function leftovers(live: Schema, wanted: Schema): string[] {
  const tables = [...live.tables.keys()].filter((name) => !wanted.tables.has(name))
  const columns = [...pairs(live, wanted)].flatMap(([table, existing]) =>
    columnsOnlyIn(existing, table).map(({ name }) => `${table.name}.${name}`),
  )
  return [...tables, ...columns]
}
