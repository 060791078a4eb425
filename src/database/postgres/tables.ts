import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { SEARCH_FIELD } from '../../articles/search/question'

type RawTables = PostgresAdapter['rawTables']

/** A Drizzle index with the order of its columns. */
type IndexedColumns = { config: { columns?: { indexConfig?: { nulls?: string } }[] } }

/** Where Drizzle keeps the function that builds the indexes of a table. */
const EXTRAS = Symbol.for('drizzle:ExtraConfigBuilder')

/**
 * Tells by its name whether a table belongs to one of the newsroom's collections: documents, versions and rows of their lists.
 * If two collections match, the one with the longer name counts.
 */
export function newsroomTables({ payload: { config }, versionsSuffix = '_v' }: PostgresAdapter): (table: string) => boolean {
  const collections = config.collections.map((collection) => ({ base: collection.slug.replaceAll('-', '_'), isOurs: collection.custom?.isNewsrooms === true }))
  collections.sort((a, b) => b.base.length - a.base.length)
  return (table) => collections.find(({ base }) => isOf(table, base) || isOf(table, `_${base}${versionsSuffix}`))?.isOurs ?? false
}

function isOf(table: string, base: string): boolean {
  return table === base || table.startsWith(`${base}_`)
}

/**
 * Changes the newsroom's tables before Drizzle reads them. Select fields become text, as on SQLite: an enum type needs a
 * migration for every new option, and a query for any other value fails. The B-tree index on the search field goes, because
 * its values are too long for one.
 *
 * @param tables as the model makes them; changed in place
 */
export function shapeTables(tables: RawTables, isOurs: (table: string) => boolean): void {
  for (const [name, table] of Object.entries(tables)) {
    if (!isOurs(name)) continue
    for (const [key, column] of Object.entries(table.columns)) {
      if (column.type !== 'enum') continue
      const { default: byDefault, name, notNull, primaryKey } = column
      table.columns[key] = { default: byDefault, name, notNull, primaryKey, type: 'varchar' }
    }
    const isOfSearch = (on: string | string[]) => [on].flat().some((column) => column === SEARCH_FIELD || column === `version_${SEARCH_FIELD}`)
    table.indexes = Object.fromEntries(Object.entries(table.indexes ?? {}).filter(([, { on }]) => !isOfSearch(on)))
  }
}

/** Gives the indexes of these tables the order of lists (`order.ts`), so that lists are read from an index. */
export function orderIndexes(tables: object, isOurs: (table: string) => boolean): void {
  for (const [name, table] of Object.entries(tables)) {
    const extras: unknown = isOurs(name) ? Reflect.get(Object(table), EXTRAS) : undefined
    if (typeof extras !== 'function') continue
    Reflect.set(Object(table), EXTRAS, (columns: unknown) => {
      const made = Reflect.apply(extras, undefined, [columns]) as Record<string, object>
      for (const each of Object.values(made)) if (isIndex(each)) for (const column of each.config.columns ?? []) if (column.indexConfig) column.indexConfig.nulls = 'first'
      return made
    })
  }
}

function isIndex(extra: object): extra is IndexedColumns {
  return 'config' in extra && typeof extra.config === 'object' && extra.config !== null && 'columns' in extra.config
}
