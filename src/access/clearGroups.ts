import type { FlattenedField } from 'payload'

type Data = Readonly<Record<string, unknown>>

/**
 * A document as a client sent it, with groups that are null as groups of nulls: null clears a group as it clears a field.
 * Payload itself takes a group for an object, and fails on null.
 */
export function clearGroups(data: Data, fields: readonly FlattenedField[]): Record<string, unknown> {
  const cleared: Record<string, unknown> = { ...data }
  for (const field of fields) {
    const value = data[field.name]
    if (field.type === 'group' || field.type === 'tab') {
      if (value === null) cleared[field.name] = nothingIn(field.flattenedFields)
      else if (isRecord(value)) cleared[field.name] = clearGroups(value, field.flattenedFields)
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
