import type { Payload } from 'payload'
import { isMongo, isPostgres, isSqlite } from '../../../src/database/engine'

/** Takes the search index out of a database, as if the newsroom had been without one. */
export async function forgetSearch({ db }: Payload): Promise<void> {
  if (isSqlite(db)) {
    for (const indexName of ['articles', 'authors', 'tags', 'versions']) await db.client.execute(`drop table dateline_search_1_${indexName}`)
  }
  if (isPostgres(db)) {
    for (const table of ['articles', 'authors', 'tags', '_articles_v']) await db.pool.query(`drop index ${table}_words_1_idx`)
  }
  if (isMongo(db)) {
    for (const model of Object.values(db.connection.models)) await model.collection.updateMany({}, { $unset: { search: 1, 'version.search': 1 } })
  }
}
