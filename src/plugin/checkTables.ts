import type { CollectionConfig, Field } from 'payload'
import { COLLECTION_NAMES, DEFAULT_SLUGS, slugIn } from '../options/slugs'
import type { NewsroomOptions } from '../options/options'
import { quoted } from '../text/quoted'
import { tableOf } from './checkSlugs'

/**
 * Collections of the newsroom with another slug whose table is one that Payload makes for a part of another collection, or the
 * other way round, such as `members_sessions` of logins called `members`; one line each.
 *
 * @param collections all that the config will have
 */
export function tableFaults(options: NewsroomOptions, collections: readonly CollectionConfig[]): string[] {
  const changed = COLLECTION_NAMES.flatMap((name) => (slugIn(options, name) === DEFAULT_SLUGS[name] ? [] : [{ name, slug: slugIn(options, name) }]))
  const parts = new Map(collections.map((collection) => [collection.slug, partsOf(collection)]))
  return changed.flatMap(({ name, slug }) => {
    const own = parts.get(slug)
    const other = collections.find((each) => each.slug !== slug && (parts.get(each.slug)?.has(tableOf(slug)) === true || own?.has(tableOf(each.slug)) === true))
    return other ? [`newsroom: ${name}.slug ${quoted(slug)} would share a table with "${other.slug}": write another.`] : []
  })
}

/** The tables of what a document has several of, as Payload's SQL adapters name them. */
function partsOf({ auth, fields, slug }: CollectionConfig): Set<string> {
  const table = tableOf(slug)
  return new Set([...(auth ? [`${table}_sessions`] : []), ...tablesIn(fields, table)])
}

function tablesIn(fields: readonly Field[], prefix: string): string[] {
  return fields.flatMap((field): string[] => {
    if (field.type === 'tabs') return field.tabs.flatMap((tab) => tablesIn(tab.fields, 'name' in tab && tab.name ? `${prefix}_${tableOf(tab.name)}` : prefix))
    if (field.type === 'blocks') return field.blocks.flatMap((block) => [`${prefix}_blocks_${tableOf(block.slug)}`, ...tablesIn(block.fields, `${prefix}_blocks_${tableOf(block.slug)}`)])
    const table = 'name' in field && field.name ? `${prefix}_${tableOf(field.name)}` : prefix
    const hasOwn = field.type === 'array' || (field.type === 'select' && field.hasMany === true)
    return [...(hasOwn ? [table] : []), ...('fields' in field ? tablesIn(field.fields, table) : [])]
  })
}
