import type { CollectionSlug, FlattenedField, Payload } from 'payload'

/** The model a path is read in: a collection, and all collections by name. */
export type Model = { collection: CollectionSlug; collections: Payload['collections'] }

/** What a path such as `bylines.author.slug` passes through. */
export type FieldPath = {
  /** The fields it names, in order, as far as they are known. */
  fields: FlattenedField[]
  /** Whether every part of it names a field. */
  isKnown: boolean
  /** For each relation it goes through into other documents, the collections these may be in. */
  entered: CollectionSlug[][]
}

/** The end of a path to a relation to several collections, which is about the relation itself. */
const POLYMORPHIC_ENDS = new Set(['relationTo', 'value'])

/**
 * Reads a path of `where` or `sort`. The id at the end of a relation is the relation itself; the `parent` of a version
 * is a document of the same collection.
 */
export function readFieldPath(path: string, { collection, collections }: Model): FieldPath {
  const names = path
    .replace(/__/g, '.')
    .replace(/^version\./, '')
    .split('.')
  if (/^_?id$/.test(names.at(-1) ?? '')) names.pop()
  const fields: FlattenedField[] = []
  const entered: CollectionSlug[][] = []
  let inside = collections[collection].config.flattenedFields
  for (const [index, name] of names.entries()) {
    const field = inside.find((each) => each.name === name)
    const rest = names.slice(index + 1)
    if (!field && index === 0 && name === 'parent' && rest.length > 0) entered.push([collection])
    if (!field) break
    fields.push(field)
    const targets = targetsOf(field)
    const isAboutItself = rest.length === 0 || (targets.length > 1 && rest.length === 1 && POLYMORPHIC_ENDS.has(rest[0] ?? ''))
    if (targets.length > 0 && !isAboutItself) entered.push(targets)
    inside = fieldsInside(field, collections)
  }
  return { fields, isKnown: fields.length === names.length, entered }
}

/** Whether a field leads to other documents. */
export function isRelation(field: FlattenedField): boolean {
  return targetsOf(field).length > 0
}

/** The collections of the documents that a field leads to; none where it leads nowhere. */
function targetsOf(field: FlattenedField): CollectionSlug[] {
  if (field.type === 'join') return [field.collection].flat()
  return field.type === 'relationship' || field.type === 'upload' ? [field.relationTo].flat() : []
}

function fieldsInside(field: FlattenedField, collections: Payload['collections']): FlattenedField[] {
  if ('flattenedFields' in field) return field.flattenedFields
  const [target, ...others] = targetsOf(field)
  return target !== undefined && others.length === 0 ? collections[target].config.flattenedFields : []
}
