import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { versionsTable } from '../drizzle/tables'

type RawTables = SQLiteAdapter['rawTables']

/** What the list of the newest versions asks for, in the order of the list, with the way to the search index last. */
const NEWEST_VERSIONS = ['latest', 'version_publishedAt', 'createdAt', 'version_deletedAt', 'version_search']

/**
 * Puts what leads to the search index into the compound indexes of the model, so that a search is answered from an index
 * like any other list. Only here: in MongoDB an index has a row for every word.
 *
 * @param tables as the model makes them; changed in place
 */
export function coverSearches(tables: RawTables): void {
  for (const { columns, indexes = {} } of Object.values(tables)) {
    const entry = ['search', 'version_search'].find((name) => name in columns)
    if (entry === undefined) continue
    for (const index of Object.values(indexes)) {
      if (Array.isArray(index.on) && index.on.length > 2 && !index.on.includes(entry)) index.on.push(entry)
    }
  }
  const name = versionsTable()
  const versions = tables[name]
  if (versions && NEWEST_VERSIONS.every((name) => name in versions.columns)) {
    versions.indexes = { ...versions.indexes, searchNewest: { name: `${name}_search_newest_idx`, on: NEWEST_VERSIONS } }
  }
}
