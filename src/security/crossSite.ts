import type { IncomingHttpHeaders } from 'node:http'

/** What tells whether a page of another site sends a request. */
export type Sender = {
  method: string | undefined
  headers: IncomingHttpHeaders
  /** Whether anybody may send it: GraphQL without a login. */
  isPublic: boolean
}

/** Which origins may write. */
export type Origins = {
  /** Of other sites, by ALLOWED_ORIGINS. */
  allowed: readonly string[]
  /** Of this server as browsers know it, where SERVER_URL says so. */
  server: string | undefined
  /** Whether X-Forwarded-Host was written by a proxy of ours. */
  isProxied: boolean
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS', undefined])

/**
 * Whether a page of a site that is not allowed to has a visitor's browser write here (cross-site request forgery). A
 * browser says in Origin and Sec-Fetch-Site whose page it is; programs that send neither carry nobody's cookies unasked.
 * Authorization cannot be sent by another site's page without our leave (cors.ts).
 */
export function isCrossSite({ headers, isPublic, method }: Sender, { allowed, isProxied, server }: Origins): boolean {
  if (isPublic || SAFE.has(method) || headers.authorization !== undefined) return false
  const site = headers['sec-fetch-site']
  if (site === 'same-origin' || site === 'none') return false
  const { origin } = headers
  if (origin === undefined) return site !== undefined
  if (origin === server || allowed.includes(origin)) return false
  const host = (isProxied ? headers['x-forwarded-host'] : undefined) ?? headers.host
  return !URL.canParse(origin) || new URL(origin).host !== host
}
