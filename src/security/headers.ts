import { randomBytes } from 'node:crypto'
import type { RequestListener } from 'node:http'
import { DATA_POLICY } from '../delivery/refuse'

/** How this server is reached and run. */
export type HeaderOptions = {
  /** Whether browsers reach it by https only, as SERVER_URL says. */
  isHttps: boolean
  /** Hot reload evaluates code. */
  isDev: boolean
}

/** Seconds for which a browser that has seen https asks for nothing else (RFC 6797): a year. */
const HSTS = 'max-age=31536000'

/** What this newsroom's pages never ask a browser for. */
const PERMISSIONS = 'browsing-topics=(), camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()'

/** Rooms whose answers are data, not pages. */
const DATA_ROOMS = new Set(['api', 'feeds', 'sitemaps', 'sitemap.xml', 'news-sitemap.xml', 'robots.txt'])

/**
 * What an answer tells browsers to refuse (https://www.w3.org/TR/CSP3/). Data may do nothing at all. Pages take scripts
 * from here alone and, in the admin UI, those written into it that carry the nonce; they may be framed by pages of the
 * same origin, which live preview does.
 */
export function securityHeaders(room: string, nonce: string, { isDev, isHttps }: HeaderOptions): Record<string, string> {
  return {
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'Permissions-Policy': PERMISSIONS,
    'Content-Security-Policy': isData(room) ? DATA_POLICY : room === 'admin' ? adminPolicy(nonce, isDev) : READER_POLICY,
    ...(isData(room) ? {} : { 'X-Frame-Options': 'SAMEORIGIN', 'Cross-Origin-Opener-Policy': 'same-origin-allow-popups' }),
    ...(isHttps ? { 'Strict-Transport-Security': HSTS } : {}),
  }
}

/** The playground is a page of others: it loads its scripts from a CDN, and evaluates some. */
const PLAYGROUND = '/api/graphql-playground'
const PLAYGROUND_POLICY =
  "default-src 'self'; script-src 'unsafe-inline' 'unsafe-eval' https://cdn.jsdelivr.net; style-src 'unsafe-inline' https:; " +
  "img-src https: data:; font-src https: data:; frame-ancestors 'none'"

/** Puts the headers on every answer of an app. Next reads the nonce from the request, and writes it into its pages. */
export function withSecurityHeaders(app: RequestListener, options: HeaderOptions): RequestListener {
  return (request, response) => {
    const room = /^\/*([^/?#]*)/.exec(request.url ?? '')?.[1] ?? ''
    const isAdmin = room === 'admin'
    const headers = securityHeaders(room, isAdmin ? randomBytes(16).toString('base64') : '', options)
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    if (request.url === PLAYGROUND) response.setHeader('Content-Security-Policy', PLAYGROUND_POLICY)
    if (isAdmin) request.headers['content-security-policy'] = headers['Content-Security-Policy']
    return app(request, response)
  }
}

function isData(room: string): boolean {
  return DATA_ROOMS.has(room)
}

/** Holds for every page. */
const PAGE_POLICY = "default-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'; frame-src 'self' https:"

/** Readers' pages show pictures and films from wherever they are kept. */
const READER_POLICY = `${PAGE_POLICY}; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src * data:; media-src *`

function adminPolicy(nonce: string, isDev: boolean): string {
  return [
    PAGE_POLICY,
    `script-src 'self' 'nonce-${nonce}'${isDev ? " 'unsafe-eval'" : ''}`,
    // Payload and its editor style elements in place.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src 'self'${isDev ? ' ws:' : ''}`,
    "worker-src 'self' blob:",
  ].join('; ')
}
