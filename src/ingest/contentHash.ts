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
  const content = Object.fromEntries(fields.map((field) => [field, document[field]]))
  return sha256(JSON.stringify(normal(content) ?? {}))
}

const ISO_DATE = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/

function normal(value: unknown, isRow = false): unknown {
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'string') return ISO_DATE.test(value) ? sameMoment(value) : value
  if (Array.isArray(value)) {
    const rows = value.map((row) => normal(row, true))
    return rows.length > 0 ? rows : undefined
  }
  if (!isRecord(value)) return value ?? undefined
  const content: Record<string, unknown> = {}
  for (const key of Object.keys(value).sort()) {
    const each = isRow && key === 'id' ? undefined : normal(value[key])
    if (each !== undefined) content[key] = each
  }
  return Object.keys(content).length > 0 ? content : undefined
}

/** Words may look like a date that no calendar has. */
function sameMoment(date: string): string {
  const moment = new Date(date)
  return Number.isNaN(moment.getTime()) ? date : moment.toISOString()
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
