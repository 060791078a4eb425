import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { SEARCH_FIELD } from '../../articles/search/question'

type RawTables = PostgresAdapter['rawTables']

/** What an index of Drizzle's says of each of its columns. */
type IndexedColumns = { config: { columns?: { indexConfig?: { nulls?: string } }[] } }

/** Where Drizzle keeps how the indexes of a table are made. */
const EXTRAS = Symbol.for('drizzle:ExtraConfigBuilder')

/**
 * Whether a table is of one of the newsroom's own collections, by its name: documents, versions, and the rows of their
 * lists. Of two collections whose names begin alike, the longer name counts.
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
 * Shapes the newsroom's tables before Drizzle reads them. Choices are texts, as on SQLite: a type of their own would have
 * to be changed with every choice, and refuses a query for any other word. The words of the search are too long for an
 * index of the usual kind.
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

/** Makes the indexes of these tables in the order that lists have (`nullsFirst.ts`), so that they are read from them. */
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
