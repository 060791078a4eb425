import type { SQLiteAdapter } from '@payloadcms/db-sqlite'

import { changeFile } from './sqlite/changeFile'
import { readStamp } from './sqlite/stamp'
import { schemaHash } from './sqlite/wanted'

/**
 * Brings a connected SQLite database to the shape that the content model asks for, in development and in production
 * alike, without a question and without losing a value (`planChange` says how). A database that has the shape costs one
 * read. Before rows are rewritten the file is copied beside itself. Processes that start together wait for
 * the first and find the work done.
 *
 * @throws DatabaseSchemaError when the data do not fit the model; nothing is changed then
 */
export async function applySqliteSchema(adapter: SQLiteAdapter): Promise<void> {
  const hash = schemaHash(adapter)
  if ((await readStamp(adapter.client)) === hash) return
  await changeFile(adapter, hash)
}
