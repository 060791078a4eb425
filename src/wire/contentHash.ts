import { createHash } from 'node:crypto'

/** SHA-256 of bytes or of a text in UTF-8, in hexadecimal. */
export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex')
}

/**
 * A hash of what a document says, in the fields that are named.
 *
 * Two documents hash alike when an editor would call them the same: row ids and the order of keys do not count, an
 * absent value is as good as null or an empty list, a relation counts by its id, a date by its moment.
 *
 * @param fields the names of the top-level fields that count
 */
export function contentHash(document: Readonly<Record<string, unknown>>, fields: readonly string[]): string {
  const content = Object.fromEntries(fields.map((field) => [field, normal(document[field])]))
  return sha256(JSON.stringify(normal(content)))
}

const ISO_DATE = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/

function normal(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'string') return ISO_DATE.test(value) ? new Date(value).toISOString() : value
  if (Array.isArray(value)) {
    const rows = value.map((row) => normal(isRecord(row) ? withoutId(row) : row))
    return rows.length > 0 ? rows : undefined
  }
  if (!isRecord(value)) return value ?? undefined
  const entries = Object.keys(value)
    .sort()
    .map((key) => [key, normal(value[key])] as const)
    .filter(([, each]) => each !== undefined)
  return entries.length > 0 ? Object.fromEntries(entries) : undefined
}

function withoutId(row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).filter(([key]) => key !== 'id'))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
