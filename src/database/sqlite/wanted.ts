import { createHash } from 'node:crypto'

import type { SQLiteAdapter } from '@payloadcms/db-sqlite'

import { openClient } from './client'
import type { Schema } from './schema'
import { readSchema } from './schema'

/** Raised when the same model must lead to another database, so that databases made before are brought up to date. */
const SCHEMA_FORMAT = 1

/** A name for the shape that the content model asks for: the same model gives the same 64 hexadecimal digits. */
export function schemaHash(adapter: SQLiteAdapter): string {
  const { localization } = adapter.payload.config
  const locales = localization ? localization.localeCodes : []
  const model = JSON.stringify({ format: SCHEMA_FORMAT, locales, tables: adapter.rawTables }, sortedKeys)
  return createHash('sha256').update(model).digest('hex')
}

function sortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/**
 * The shape that the content model asks for. drizzle-kit writes the statements for an empty database, where nothing can
 * have been renamed and so nothing is asked; they are run in memory and read back, to be compared like with like.
 */
export async function wantedSchema(adapter: SQLiteAdapter): Promise<Schema> {
  const { generateDrizzleJson, generateMigration } = adapter.requireDrizzleKit()
  const statements = await generateMigration(adapter.defaultDrizzleSnapshot, await generateDrizzleJson(adapter.schema))
  const scratch = await openClient(':memory:')
  try {
    await scratch.migrate(statements)
    return await readSchema(scratch)
  } finally {
    scratch.close()
  }
}
