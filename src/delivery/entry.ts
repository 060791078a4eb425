import { createHash } from 'node:crypto'
import { isCompressible } from './encoding'
import type { Coding } from './encoding'
import { headerOf } from './rendered'
import type { Rendered } from './rendered'

/** A kept answer. Times are milliseconds since 1970. */
export type Entry = {
  readonly key: string
  readonly status: number
  /** Of the answer's content: type, language, location and the like. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: Buffer
  /** SHA-256 of the body, without quotes. */
  readonly etag: string
  readonly tags: readonly string[]
  readonly storedAt: number
  /** When this body was first seen at this address: what is rendered again and comes out the same was not modified. */
  readonly modifiedAt: number
  /** The moment at which what it shows changes by itself; Infinity when there is none. */
  readonly until: number
  /** From when on it must be rendered again: its age, a moment of publication, or a change. */
  expiresAt: number
  /** The body in other codings, made when first asked for; null where that gains nothing. */
  readonly variants: Map<Coding, Promise<Buffer | null>>
  /** Raw request targets that lead here. */
  readonly aliases: string[]
  /** Header lines as last written, by variant. */
  readonly lines: Map<string, { second: number; lines: string[] }>
}

/** Seconds after which an answer is rendered again even if nothing is known to have changed: bounds a lost message. */
const MAX_AGE_SECONDS = 60

/** Headers that say how an answer travelled, or that delivery itself sets. */
const NOT_KEPT = new Set([
  'age', 'cache-control', 'cache-status', 'connection', 'content-length', 'date', 'etag', 'keep-alive', 'last-modified',
  'surrogate-key', 'transfer-encoding', 'vary',
])

/** Bytes an entry takes beside its body, roughly. */
const OVERHEAD = 1024

/** Bytes per tag, in the entry and in the index. */
const TAG_BYTES = 128

/**
 * Makes an entry of a rendered answer.
 *
 * @param until the next moment at which visible content changes by itself
 * @param vary the headers of the request, beyond those that delivery itself looks at, by which its answers differ
 * @param before what was kept under this key
 */
export function entryOf(
  { key, tags, until, vary }: Pick<Entry, 'key' | 'tags' | 'until'> & { vary?: string | undefined },
  rendered: Rendered,
  now: number,
  before?: Entry,
): Entry {
  const headers = rendered.headers.filter(([name]) => !NOT_KEPT.has(name) && !name.startsWith('access-control-'))
  const etag = createHash('sha256').update(rendered.body).digest('base64url')
  return {
    key,
    status: rendered.status,
    headers: vary === undefined ? headers : [...headers, ['vary', vary]],
    body: rendered.body,
    etag,
    tags,
    storedAt: now,
    modifiedAt: before?.etag === etag && before.status === rendered.status ? before.modifiedAt : now,
    until,
    expiresAt: Math.min(now + MAX_AGE_SECONDS * 1000, until),
    variants: new Map(),
    aliases: [],
    lines: new Map(),
  }
}

/** Bytes an entry may come to take, with its variants: those are kept only where each is at most half of the body. */
export function sizeOf({ body, headers, key, tags }: Entry): number {
  const compressible = isCompressible(headers.find(([name]) => name === 'content-type')?.[1], body.length)
  return body.length * (compressible ? 2 : 1) + tags.length * TAG_BYTES + key.length + OVERHEAD
}

/** The tags that a route itself declares in `Surrogate-Key`, or undefined. */
export function declaredTags(rendered: Rendered): string[] | undefined {
  return headerOf(rendered, 'surrogate-key')?.split(' ').filter(Boolean)
}
