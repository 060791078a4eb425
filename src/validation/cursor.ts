import type { Where } from 'payload'

/** A place in the articles, newest first: everything down to it has been handed out. */
export type Cursor = {
  publishedAt: string
  createdAt: string
  /** What was handed out of the articles with exactly these two dates; databases have no fixed order among them. */
  ids: readonly string[]
}

/** An article as far as its place is concerned. */
type Placed = { id: string; publishedAt: string; createdAt: string }

/** How articles are sorted when they are walked through; the indexes have the same order. */
export const CURSOR_SORT = ['-publishedAt', '-createdAt']

/** The place of `last`, the last article of a page that began after `before`. */
export function cursorAt(docs: readonly Placed[], before: Cursor | undefined): Cursor | undefined {
  const last = docs.at(-1)
  if (!last) return before
  const { createdAt, publishedAt } = last
  const isBeside = (place: Pick<Cursor, 'createdAt' | 'publishedAt'>) => place.publishedAt === publishedAt && place.createdAt === createdAt
  const earlier = before && isBeside(before) ? before.ids : []
  return { publishedAt, createdAt, ids: [...earlier, ...docs.filter(isBeside).map(({ id }) => id)] }
}

/** The articles that come after a place; those with a date, when there is none. */
export function whereAfter(cursor: Cursor | undefined): Where {
  if (!cursor) return { publishedAt: { exists: true } }
  const { createdAt, ids, publishedAt } = cursor
  return {
    and: [
      { publishedAt: { less_than_equal: publishedAt } },
      {
        or: [
          { publishedAt: { less_than: publishedAt } },
          { createdAt: { less_than: createdAt } },
          { and: [{ createdAt: { equals: createdAt } }, { id: { not_in: [...ids] } }] },
        ],
      },
    ],
  }
}

/** A cursor as clients carry it: opaque, and safe in an address. */
export function writeCursor({ createdAt, ids, publishedAt }: Cursor): string {
  return Buffer.from(JSON.stringify([publishedAt, createdAt, ...ids])).toString('base64url')
}

/** A cursor is in an address. */
const MAX_CHARACTERS = 12_000

/** Reads what {@link writeCursor} wrote, or undefined when it is something else. */
export function readCursor(text: string): Cursor | undefined {
  if (text.length > MAX_CHARACTERS) return undefined
  const value = parse(Buffer.from(text, 'base64url').toString('utf8'))
  if (!Array.isArray(value) || value.length < 3) return undefined
  const parts: unknown[] = value
  if (!parts.every((part) => typeof part === 'string')) return undefined
  const [publishedAt = '', createdAt = '', ...ids] = parts
  return isMoment(publishedAt) && isMoment(createdAt) && ids.every(isId) ? { publishedAt, createdAt, ids } : undefined
}

function isMoment(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) && !Number.isNaN(Date.parse(text))
}

/** Ids as both engines write them. */
function isId(text: string): boolean {
  return /^(?:[0-9a-f]{24}|[0-9a-f-]{36})$/.test(text)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
