import type { IncomingHttpHeaders } from 'node:http'

/** What of a kept answer a condition is held against. */
type Validators = {
  /** Without quotes. */
  etag: string
  /** Milliseconds since 1970; undefined while a further version may still come in the same second. */
  lastModified: number | undefined
}

/** Whether a request has a condition. */
export function isConditional(headers: IncomingHttpHeaders): boolean {
  return CONDITIONS.some((name) => headers[name] !== undefined)
}

const CONDITIONS = ['if-none-match', 'if-modified-since', 'if-match', 'if-unmodified-since'] as const

/**
 * What comes of a read's conditions, in the order of RFC 9110 section 13.2.2: `failed` is answered 412, `notModified` 304. A
 * condition on the tag makes the one on the date void.
 */
export function preconditionOf(headers: IncomingHttpHeaders, validators: Validators): 'failed' | 'notModified' | undefined {
  if (!isAsExpected(headers, validators)) return 'failed'
  return isNotModified(headers, validators) ? 'notModified' : undefined
}

/** `If-Match` compares strongly; a date that is none is ignored. */
function isAsExpected(headers: IncomingHttpHeaders, { etag, lastModified }: Validators): boolean {
  const match = headers['if-match']
  if (match !== undefined) return match.trim() === '*' || match.split(',').some((tag) => tag.trim() === `"${etag}"`)
  const since = Date.parse(headers['if-unmodified-since'] ?? '')
  return Number.isNaN(since) || lastModified === undefined || lastModified <= since
}

/** Whether the client has this very answer already. */
export function isNotModified(headers: IncomingHttpHeaders, { etag, lastModified }: Validators): boolean {
  const match = headers['if-none-match']
  if (match !== undefined) return match.trim() === '*' || match.split(',').some((each) => weak(each) === etag)
  const since = headers['if-modified-since']
  if (since === undefined || lastModified === undefined) return false
  const moment = Date.parse(since)
  return moment >= lastModified && moment <= Date.now()
}

/** The opaque tag without its quotes: If-None-Match compares weakly (RFC 9110 section 8.8.3.2). */
function weak(tag: string): string {
  return tag.trim().replace(/^W\//, '').replace(/^"(.*)"$/, '$1')
}

/**
 * When a version counts as last modified, in whole seconds, or undefined in its first second: until that has passed
 * another version may come, and the two would share a date (RFC 9110 section 8.8.2.2).
 */
export function lastModifiedOf(modifiedAt: number, now: number): number | undefined {
  const second = Math.floor(modifiedAt / 1000) * 1000
  return now >= second + 1000 ? second : undefined
}
