import type { CollectionSlug, FlattenedField, Payload } from 'payload'

/** The model a path is read in: a collection, and all collections by name. */
export type Model = { collection: CollectionSlug; collections: Payload['collections'] }

/** What a path such as `bylines.author.slug` passes through. */
export type FieldPath = {
  /** The fields it names, in order, as far as they are known. */
  fields: FlattenedField[]
  /** Whether every part of it names a field. */
  isKnown: boolean
  /** How many relations it goes through, into other documents. */
  crossings: number
}

/** Reads a path of `where` or `sort`. The id at the end of a relation is the relation itself. */
export function readFieldPath(path: string, { collection, collections }: Model): FieldPath {
  const names = path
    .replace(/__/g, '.')
    .replace(/^version\./, '')
    .split('.')
  if (/^_?id$/.test(names.at(-1) ?? '')) names.pop()
  const fields: FlattenedField[] = []
  let inside = collections[collection].config.flattenedFields
  for (const name of names) {
    const field = inside.find((each) => each.name === name)
    if (!field) break
    fields.push(field)
    inside = fieldsInside(field, collections)
  }
  const entered = fields.slice(0, names.length - 1)
  return { fields, isKnown: fields.length === names.length, crossings: entered.filter(isRelation).length }
}

/** Whether a field leads to other documents. */
export function isRelation(field: FlattenedField): boolean {
  return field.type === 'relationship' || field.type === 'upload' || field.type === 'join'
}

function fieldsInside(field: FlattenedField, collections: Payload['collections']): FlattenedField[] {
  if ('flattenedFields' in field) return field.flattenedFields
  const target = field.type === 'join' ? field.collection : 'relationTo' in field ? field.relationTo : undefined
  return typeof target === 'string' ? collections[target].config.flattenedFields : []
}
