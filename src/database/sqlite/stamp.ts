import type { Client } from './client'

/**
 * The table that says which model a database was last brought to. A row rather than `PRAGMA user_version`: that holds
 * 32 bits, and outlives `PAYLOAD_DROP_DATABASE`, which drops every table.
 */
export const STAMP_TABLE = 'dateline_schema'

/** The hash of the model that the database was last brought to, or undefined when it never was. */
export async function readStamp(client: Client): Promise<string | undefined> {
  try {
    const { rows } = await client.execute(`select hash from ${STAMP_TABLE}`)
    return rows[0] === undefined ? undefined : String(rows[0].hash)
  } catch (error) {
    if (error instanceof Error && error.message.includes('no such table')) return undefined
    throw error
  }
}

/** The statements that note `hash`, a string of hexadecimal digits, as the model that the database now has. */
export function stampStatements(hash: string): string[] {
  return [
    `CREATE TABLE IF NOT EXISTS ${STAMP_TABLE} (id integer PRIMARY KEY CHECK (id = 1), hash text NOT NULL, applied_at text NOT NULL)`,
    `INSERT INTO ${STAMP_TABLE} (id, hash, applied_at) VALUES (1, '${hash}', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
     ON CONFLICT (id) DO UPDATE SET hash = excluded.hash, applied_at = excluded.applied_at`,
  ]
}
