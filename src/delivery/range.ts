import type { IncomingHttpHeaders } from 'node:http'

/** Bytes of a body, both ends included. */
export type ByteRange = { first: number; last: number }

/** What a range is asked of. */
export type Ranged = {
  /** Of the body, in bytes. */
  size: number
  /** Without quotes. */
  etag: string
  /** Milliseconds since 1970; undefined while a further version may still come in the same second. */
  lastModified: number | undefined
}

/** One range (RFC 9110 section 14.1.2): several in one answer would be a multipart, which a server need not make. */
const ONE_RANGE = /^bytes=[ \t]*(\d*)-(\d*)[ \t]*$/i

/**
 * The part of a body that a GET asks for (RFC 9110 section 14.2), 'unsatisfiable' when it is outside of it, or undefined
 * for the whole: no range, several, something that is none, or one of a version that is no longer this one (If-Range).
 *
 * @example rangeOf({ range: 'bytes=-100' }, { size: 5000, etag, lastModified }) // { first: 4900, last: 4999 }
 */
export function rangeOf(headers: IncomingHttpHeaders, { etag, lastModified, size }: Ranged): ByteRange | 'unsatisfiable' | undefined {
  const [, from = '', to = ''] = ONE_RANGE.exec(headers.range ?? '') ?? []
  const condition = headers['if-range']
  if ((from === '' && to === '') || !isSameVersion(typeof condition === 'string' ? condition : undefined, etag, lastModified)) return undefined
  // Without a first byte it is the last so many.
  const first = from === '' ? Math.max(0, size - Number(to)) : Number(from)
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1)
  if (from !== '' && to !== '' && Number(to) < first) return undefined
  return first < size ? { first, last } : 'unsatisfiable'
}

/** Whether the app can be asked for this range of a file: it knows no versions, and cuts any range it can read. */
export function canBePassed({ 'if-range': condition, range = '' }: IncomingHttpHeaders): boolean {
  return condition === undefined && ONE_RANGE.test(range)
}

/** Tags are compared strongly, dates to the second (RFC 9110 section 13.1.5): bytes of two versions never end up in one file. */
function isSameVersion(condition: string | undefined, etag: string, lastModified: number | undefined): boolean {
  if (condition === undefined) return true
  if (/^(?:W\/)?"/.test(condition)) return condition === `"${etag}"`
  return lastModified !== undefined && Date.parse(condition) === lastModified
}
