import type { Column, ForeignKey, Table } from './schema'

/** An SQL identifier in quotes. */
export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** Several identifiers in quotes, with commas between. */
export function quoteAll(names: string[]): string {
  return names.map(quote).join(', ')
}

/** The statement that creates `table` under the name `as`. */
export function createTable(table: Table, as: string): string {
  const key = table.columns.filter((column) => column.primaryKey > 0).sort((a, b) => a.primaryKey - b.primaryKey)
  const parts = [
    ...table.columns.map((column) => columnDefinition(column, key.length === 1)),
    ...(key.length > 1 ? [`PRIMARY KEY (${quoteAll(key.map((column) => column.name))})`] : []),
    ...table.foreignKeys.map(foreignKeyDefinition),
  ]
  return `CREATE TABLE ${quote(as)} (${parts.join(', ')})`
}

function columnDefinition(column: Column, isWholeKey: boolean): string {
  const parts = [quote(column.name), column.type]
  if (isWholeKey && column.primaryKey > 0) parts.push('PRIMARY KEY')
  if (column.notNull) parts.push('NOT NULL')
  if (column.default !== null) parts.push(`DEFAULT (${column.default})`)
  return parts.join(' ')
}

function foreignKeyDefinition(key: ForeignKey): string {
  const target = key.targetColumns.length > 0 ? `${quote(key.target)} (${quoteAll(key.targetColumns)})` : quote(key.target)
  return `FOREIGN KEY (${quoteAll(key.columns)}) REFERENCES ${target} ON UPDATE ${key.onUpdate} ON DELETE ${key.onDelete}`
}
