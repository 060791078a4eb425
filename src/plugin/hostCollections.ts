import { randomUUID } from 'node:crypto'
import type { CollectionConfig, Field } from 'payload'
import { flattenTopLevelFields } from 'payload/shared'
import { joined } from '../options/ofNewsroom'
import { slugs } from '../options/slugs'
import { OptionsError } from './check'

type Hooks = NonNullable<CollectionConfig['hooks']>

/** What the newsroom adds to a collection that the project had. */
export type ForOwn = {
  /** The rules where the project has none. */
  access: NonNullable<CollectionConfig['access']>
  /** Those of the newsroom's that suit documents that were there before it; undefined where it is turned off. */
  hooks?: Hooks
}

/** Whether a project may have the newsroom's collection of this slug already: it keeps its own, and the newsroom adds what it needs. */
export function isShared(slug: string): boolean {
  return slug === slugs.media || slug === slugs.users
}

/**
 * The project's own collection with what the newsroom needs of it. How people sign in, how files are kept and every field,
 * access rule and label that the project has stays. Documents that are there have none of the added fields, so that none
 * of these is required.
 *
 * @param ours the newsroom's collection of this slug
 * @throws OptionsError when the project has a field of ours that holds something else
 */
export function withOurs(host: CollectionConfig, ours: CollectionConfig, { access, hooks }: ForOwn): CollectionConfig {
  const theirs = new Map(flattenTopLevelFields(host.fields).flatMap((field) => ('name' in field && field.name ? [[field.name, field]] : [])))
  const faults = ours.fields.flatMap((field) => {
    const found = 'name' in field ? theirs.get(field.name) : undefined
    return found && kindOf(found as Field) !== kindOf(field) ? [`newsroom: the field "${String(found.name)}" of ${host.slug} must be ${kindOf(field)}, not ${kindOf(found as Field)}: give yours another name.`] : []
  })
  if (faults.length > 0) throw new OptionsError(faults.join('\n'))
  const fields = [...host.fields, ...ours.fields.filter((field) => !('name' in field && theirs.has(field.name))).map(optional)]
  // Who may change logins stays the same where the newsroom is turned off: its editors are among them.
  const result = { ...host, access: { ...access, ...host.access }, fields }
  return hooks ? joined({ ...result, hooks: mergedHooks(hooks, host.hooks) }) : result
}

/** What a field holds, in words. */
function kindOf(field: Field): string {
  const several = 'hasMany' in field && field.hasMany ? ' with several values' : ''
  if (field.type === 'text' || field.type === 'textarea') return `a text${several}`
  if (field.type === 'relationship' || field.type === 'upload') return `a relationship to ${String(field.relationTo)}${several}`
  if (field.type !== 'select') return `of type ${field.type}`
  const values = field.options.map((option) => (typeof option === 'string' ? option : option.value))
  return `a select of ${values.sort().join(', ')}${several}`
}

function optional(field: Field): Field {
  return 'required' in field ? ({ ...field, defaultValue: undefined, required: false } as Field) : field
}

function mergedHooks(first: Hooks, then: Hooks = {}): Hooks {
  const names = new Set([...Object.keys(first), ...Object.keys(then)]) as Set<keyof Hooks>
  return Object.fromEntries([...names].map((name) => [name, [...(first[name] ?? []), ...(then[name] ?? [])]]))
}

/** The newsroom's collections, for a database whose ids are numbers as a rule: theirs are UUIDs, which do not tell how many there are. */
export function withTextIds(collection: CollectionConfig): CollectionConfig {
  const id: Field = {
    name: 'id',
    type: 'text',
    admin: { hidden: true },
    // Always one of its own, also where an answer is sent back as a new document.
    hooks: { beforeValidate: [({ operation, value }) => (operation === 'create' ? randomUUID() : value)] },
  }
  return { ...collection, fields: [id, ...collection.fields] }
}
