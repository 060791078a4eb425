import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { drizzleLibsql } from './modules'

/** A libSQL client, as Payload's SQLite adapter uses it. */
export type Client = SQLiteAdapter['client']

/** A connection of its own to the database at `url`; the caller closes it. */
export async function openClient(url: string): Promise<Client> {
  const { drizzle } = await drizzleLibsql()
  return drizzle({ connection: { url } }).$client
}
