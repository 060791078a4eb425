import type { Client } from './client'
import { SEARCH_PREFIX } from '../drizzle/tables'

/** A column as `PRAGMA table_xinfo` tells it; `default` is SQL text, `primaryKey` its place in the key or 0. */
export type Column = { default: string | null; name: string; notNull: boolean; primaryKey: number; type: string }

/** A foreign key as `PRAGMA foreign_key_list` tells it. */
export type ForeignKey = { columns: string[]; onDelete: string; onUpdate: string; target: string; targetColumns: string[] }

/** A table with what decides which rows it takes. */
export type Table = { columns: Column[]; foreignKeys: ForeignKey[]; name: string }

/** Something that hangs on a table and is made again by its own SQL: an index or a trigger. */
export type Attachment = { name: string; sql: string; table: string }

/** The shape of a database. */
export type Schema = { indexes: Attachment[]; tables: Map<string, Table>; triggers: Attachment[] }

/** SQLite's own tables are left out, and those of the search index, which follow the rows of others. */
const ORDINARY_TABLE = `m.type = 'table' and m.name not like 'sqlite\\_%' escape '\\' and m.name not like '${SEARCH_PREFIX}%'`

/** Reads the shape of the database behind `client`. Indexes that SQLite keeps for a key belong to their table and are left out. */
export async function readSchema(client: Client): Promise<Schema> {
  const tables = new Map<string, Table>()
  const { rows: columns } = await client.execute(
    `select m.name as table_name, c.name, c.type, c."notnull", c.dflt_value, c.pk
     from sqlite_schema m join pragma_table_xinfo(m.name) c where ${ORDINARY_TABLE} order by m.name, c.cid`,
  )
  for (const row of columns) {
    const name = String(row.table_name)
    const table = tables.get(name) ?? { columns: [], foreignKeys: [], name }
    table.columns.push({
      default: row.dflt_value === null ? null : String(row.dflt_value),
      name: String(row.name),
      notNull: Number(row.notnull) === 1,
      primaryKey: Number(row.pk),
      type: String(row.type).toLowerCase(),
    })
    tables.set(name, table)
  }
  await readForeignKeys(client, tables)
  return { indexes: await readAttachments(client, 'index'), tables, triggers: await readAttachments(client, 'trigger') }
}

async function readForeignKeys(client: Client, tables: Map<string, Table>): Promise<void> {
  const { rows } = await client.execute(
    `select m.name as table_name, f.id, f."table" as target, f."from", f."to", f.on_update, f.on_delete
     from sqlite_schema m join pragma_foreign_key_list(m.name) f where ${ORDINARY_TABLE} order by m.name, f.id, f.seq`,
  )
  const seen = new Map<string, ForeignKey>()
  for (const row of rows) {
    const id = JSON.stringify([row.table_name, row.id])
    const key = seen.get(id) ?? {
      columns: [],
      onDelete: String(row.on_delete),
      onUpdate: String(row.on_update),
      target: String(row.target),
      targetColumns: [],
    }
    key.columns.push(String(row.from))
    if (row.to !== null) key.targetColumns.push(String(row.to))
    if (!seen.has(id)) tables.get(String(row.table_name))?.foreignKeys.push(key)
    seen.set(id, key)
  }
}

async function readAttachments(client: Client, type: 'index' | 'trigger'): Promise<Attachment[]> {
  const { rows } = await client.execute({
    args: [type],
    sql: 'select name, tbl_name, sql from sqlite_schema where type = ? and sql is not null order by name',
  })
  return rows.map((row) => ({ name: String(row.name), sql: String(row.sql), table: String(row.tbl_name) }))
}
