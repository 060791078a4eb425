import { randomUUID } from 'node:crypto'
import type { CollectionConfig, Field } from 'payload'

type Hooks = NonNullable<CollectionConfig['hooks']>

/** The newsroom's collections that a project may have already: it keeps its own, and the newsroom adds what it needs. */
const SHARED: readonly string[] = ['media', 'users']

/** Whether a project may have a collection of this slug beside the newsroom's. */
export function isShared(slug: string): boolean {
  return SHARED.includes(slug)
}

/**
 * The project's own collection with what the newsroom needs of it. How people sign in, how files are kept and every field,
 * access rule and label that the project has stays. Documents that are there have none of the added fields, so that none
 * of these is required.
 *
 * @param ours the newsroom's collection of this slug
 * @param hooks those of the newsroom's that suit documents that were there before it
 */
export function withOurs(host: CollectionConfig, ours: CollectionConfig, hooks: Hooks = {}): CollectionConfig {
  const { admin: _, ...access } = ours.access ?? {}
  const known = new Set(namesOf(host.fields))
  const added = ours.fields.filter((field) => !('name' in field && known.has(field.name))).map(optional)
  return {
    ...host,
    access: { ...access, ...host.access },
    fields: [...host.fields, ...added],
    hooks: mergedHooks(hooks, host.hooks),
  }
}

/** Fields that hold others without a name of their own put them into the document itself. */
function namesOf(fields: readonly Field[]): string[] {
  return fields.flatMap((field) => {
    if ('name' in field && field.name) return [field.name]
    if (field.type === 'tabs') return field.tabs.flatMap((tab) => ('name' in tab && tab.name ? [tab.name] : namesOf(tab.fields)))
    return 'fields' in field ? namesOf(field.fields) : []
  })
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
    defaultValue: () => randomUUID(),
    hooks: { beforeValidate: [({ operation, value }) => (operation === 'create' && !value ? randomUUID() : value)] },
  }
  return { ...collection, custom: { ...collection.custom, hasNewsroomIds: true }, fields: [id, ...collection.fields] }
}
