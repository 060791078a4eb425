import { createHash, randomBytes } from 'node:crypto'
import { slugs } from '../../options/slugs'

/** Bytes of chance in a key: too many to guess, so that a plain hash of it gives nothing away. */
const KEY_BYTES = 32

/** By which a key is known for one of ours, in a log or a search for leaked secrets. */
const PREFIX = 'dateline_'

/** The beginning of `Authorization: <collection> API-Key <key>`, as Payload writes it, well or badly written. */
const MEANS_KEY = /^\S*\s*API-Key/i

/** Makes a key. It is shown once; only {@link hashKey} of it is stored. */
export function makeKey(): string {
  return PREFIX + randomBytes(KEY_BYTES).toString('base64url')
}

/** What is stored of a key, and looked up by: SHA-256 in hexadecimal. */
export function hashKey(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}

/** The collection whose key a request says that it is sent with. */
export function keyCollection(headers: Headers): string | undefined {
  return headers.get('Authorization')?.trim().split(/\s+/, 1)[0]
}

/**
 * The key a request is sent with.
 *
 * @returns undefined when it is sent without one, `unreadable` when it means to bring one and does not
 */
export function sentKey(headers: Headers): { key: string } | 'unreadable' | undefined {
  const header = headers.get('Authorization')?.trim() ?? ''
  if (!MEANS_KEY.test(header)) return undefined
  const [collection, scheme, key, ...more] = header.split(/\s+/)
  const isReadable = collection === slugs.apiClients && scheme?.toLowerCase() === 'api-key' && key !== undefined && more.length === 0
  return isReadable ? { key } : 'unreadable'
}
