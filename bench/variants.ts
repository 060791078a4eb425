import { openClient } from '../src/database/sqlite/client'
import type { Client } from '../src/database/sqlite/client'

/** The index that lifts a stock front page most, as Payload would make it of `indexes`. */
export const FRONT_PAGE_INDEX =
  'CREATE INDEX "_status_publishedAt_createdAt_idx" ON "articles" ("_status", "published_at", "created_at")'

/** Opens a database file for one piece of work. */
export async function editFile(file: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = await openClient(`file:${file}`)
  try {
    await work(client)
  } finally {
    client.close()
  }
}

/** Drops what `indexes` of the articles made: every index of several columns on the articles and their versions. */
export async function dropCompoundIndexes(client: Client): Promise<void> {
  const { rows } = await client.execute(
    `select name from sqlite_schema where type = 'index' and sql is not null and tbl_name in ('articles', '_articles_v')
     and (select count(*) from pragma_index_info(sqlite_schema.name)) > 1`,
  )
  for (const { name } of rows) await client.execute(`DROP INDEX "${String(name)}"`)
}
