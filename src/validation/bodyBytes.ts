import type { IncomingHttpHeaders } from 'node:http'
import { hasLogin, OVERRIDES } from '../delivery/credentials'
import { slugs } from '../options/slugs'

const KIB = 1024
const MIB = 1024 * KIB

/** Bytes that the body of a request may have, by what it is for; files are held to MAX_BODY_MB. */
export const BODY_BYTES = {
  /** From somebody without a login: to sign in, or to be told to. */
  stranger: 64 * KIB,
  /** A query in the body of a POST, which Payload reads as that of a GET: as many ids as one list may hold. */
  query: 64 * KIB,
  /** Preferences and locks of the admin UI. */
  preference: 256 * KIB,
  /** To sign in, out, or to change a password. */
  login: 16 * KIB,
  /** A GraphQL request, see graphql.ts. */
  graphql: 2 * MIB,
  /** A document: an article of two thousand paragraphs. */
  document: 4 * MIB,
} as const

const FOR_LOGINS = new Set(['login', 'logout', 'refresh-token', 'forgot-password', 'reset-password', 'unlock', 'first-register', 'verify'])

type Sent = { headers: IncomingHttpHeaders; segments: readonly string[] }

/** How many bytes the body of a request may have before anything reads it: by what it is for, and whether it carries a login. */
export function bodyBytes({ headers, segments }: Sent, most: number): number {
  const [room, collection = '', action = ''] = segments
  if (room !== 'api') return most
  if (OVERRIDES.some((name) => headers[name] !== undefined)) return Math.min(most, BODY_BYTES.query)
  if (FOR_LOGINS.has(action)) return Math.min(most, BODY_BYTES.login)
  if (collection === 'graphql') return Math.min(most, BODY_BYTES.graphql)
  if (!hasLogin(headers)) return Math.min(most, BODY_BYTES.stranger)
  // Where files come in.
  if (collection === slugs.media || collection === 'import') return most
  return Math.min(most, collection.startsWith('payload-') ? BODY_BYTES.preference : BODY_BYTES.document)
}
