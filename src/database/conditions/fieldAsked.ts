import type { CollectionSlug, FlattenedField } from 'payload'

/** What a path of a condition leads to. */
export type FieldAsked = {
  /** The field at its end, or the relation it goes through; undefined for an id or an unknown name. */
  field: FlattenedField | undefined
  /** Whether one document may have several values there. */
  isMany: boolean
  /** The outermost list on the way. */
  list: string | undefined
  /** The relation it goes through into other documents, and the path from there. */
  through: { relation: string; collection: CollectionSlug; path: string } | undefined
}

/** Reads a path such as `bylines.author.slug` of a collection or of its versions. */
export function readFieldAsked(path: string, fields: readonly FlattenedField[]): FieldAsked {
  const names = path.replaceAll('__', '.').split('.')
  let inside = fields
  let field: FlattenedField | undefined
  let list: string | undefined
  for (const [index, name] of names.entries()) {
    const next = inside.find((each) => each.name === name)
    if (!next) return { field: isId(name) && field && isReference(field) ? field : undefined, isMany: list !== undefined, list, through: undefined }
    field = next
    if (holdsMany(field)) list ??= names.slice(0, index + 1).join('.')
    const rest = names.slice(index + 1).join('.')
    if (isReference(field) || field.type === 'join') {
      const target = field.type === 'join' ? field.collection : field.relationTo
      const isThrough = rest !== '' && !isId(rest) && typeof target === 'string'
      return { field, isMany: list !== undefined, list, through: isThrough ? { relation: names.slice(0, index + 1).join('.'), collection: target, path: rest } : undefined }
    }
    inside = 'flattenedFields' in field ? field.flattenedFields : []
  }
  return { field, isMany: list !== undefined, list, through: undefined }
}

export function isReference(field: FlattenedField): field is FlattenedField & { type: 'relationship' | 'upload' } {
  return field.type === 'relationship' || field.type === 'upload'
}

function holdsMany(field: FlattenedField): boolean {
  return field.type === 'array' || field.type === 'blocks' || field.type === 'join' || ('hasMany' in field && field.hasMany === true)
}

function isId(name: string): boolean {
  return name === 'id' || name === '_id'
}
