import type { FlattenedField } from 'payload'

type Data = Readonly<Record<string, unknown>>

/**
 * A document as a client sent it, with groups that are null as groups of nulls, and lists that are null as empty lists: null
 * clears a group or a list as it clears a field. Payload itself takes a group for an object, and fails on null; of a list it
 * keeps what is stored.
 */
export function clearGroups(data: Data, fields: readonly FlattenedField[]): Record<string, unknown> {
  const cleared: Record<string, unknown> = { ...data }
  for (const field of fields) {
    const value = data[field.name]
    if (field.type === 'group' || field.type === 'tab') {
      if (value === null) cleared[field.name] = nothingIn(field.flattenedFields)
      else if (isRecord(value)) cleared[field.name] = clearGroups(value, field.flattenedFields)
    } else if (value === null && (field.type === 'array' || ('hasMany' in field && field.hasMany))) {
      cleared[field.name] = []
    } else if (field.type === 'array' && Array.isArray(value)) {
      cleared[field.name] = value.map((row: unknown) => (isRecord(row) ? clearGroups(row, field.flattenedFields) : row))
    }
  }
  return cleared
}

function nothingIn(fields: readonly FlattenedField[]): Record<string, unknown> {
  return clearGroups(Object.fromEntries(fields.map(({ name }) => [name, null])), fields)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
