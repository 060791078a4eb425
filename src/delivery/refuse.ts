import type { IncomingMessage, ServerResponse } from 'node:http'
import { extractHeaderLanguage } from '@payloadcms/translations'
import { VERSION } from '../version'
import { inLanguage } from '../i18n/refusals/inLanguage'
import { logRefusal } from '../log'

/** The Content-Security-Policy of what is no page: nothing in it may run, load or be framed. */
export const DATA_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'"

/** Refusals, in the shape of Payload's own errors. */
export const refusals = {
  malformed: { status: 400, message: 'The address of this request cannot be read: write it percent-encoded, as UTF-8.' },
  addressTooLong: (bytes: number) => ({
    status: 414,
    message: `The address of this request is too long: it may have ${bytes} bytes. Send a long query in the body of a POST with X-HTTP-Method-Override: GET.`,
  }),
  badHost: { status: 400, message: 'The Host of this request is none: send one name or address, with a port where there is one.' },
  noSuchMethod: { status: 405, message: 'This method is not known here.', headers: { Allow: 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS' } },
  wrongMethod: (allow: string) => ({ status: 405, message: `This address takes ${allow}; the API is at /api.`, headers: { Allow: allow } }),
  preconditionFailed: { status: 412, message: 'This is not the version that your request names (If-Match, If-Unmodified-Since): read it again.' },
  tooLarge: (bytes: number) => ({ status: 413, message: `The request is too large: send at most ${bytes} bytes.`, headers: { Connection: 'close' } }),
  notUtf8: { status: 400, message: 'The body is not UTF-8: write it in that encoding, which is the one of JSON.' },
  otherCharset: { status: 415, message: 'Send the body as UTF-8, and name no other charset in its Content-Type.' },
  crossSite: { status: 403, message: 'Pages of other sites may not write here: add their origin to ALLOWED_ORIGINS.' },
  tooMany: (seconds: number) => ({ status: 429, message: `Too many requests: try again in ${inWords(seconds)}.`, headers: { 'Retry-After': String(seconds) } }),
  unsatisfiable: (bytes: number) => ({
    status: 416,
    message: `There are no such bytes: this has ${bytes}.`,
    headers: { 'Content-Range': `bytes */${bytes}` },
  }),
  failed: { status: 500, message: 'Something went wrong.' },
  databaseGone: { status: 503, message: 'The database does not answer. Nothing was saved; try again in a moment.', headers: { 'Retry-After': '2' } },
  databaseWent: {
    status: 503,
    message: 'The database stopped answering. Whether this was saved is not known: look before you send it again.',
    headers: { 'Retry-After': '2' },
  },
  busy: { status: 503, message: 'Too many requests are waiting. Try again in a moment.', headers: { 'Retry-After': '1' } },
} as const

type Refusal = { status: number; message: string; headers?: Readonly<Record<string, string>> }

/** Refusals by a limit, of which an operator is told: of what cannot be read, other sites, and too much in any way. */
const LOGGED: ReadonlySet<number> = new Set([400, 403, 413, 414, 429])

/** Answers with an error, or cuts an answer that has begun. */
export function refuse(response: ServerResponse, { headers, message, status }: Refusal): void {
  if (LOGGED.has(status)) logRefusal(status, message)
  if (response.headersSent) {
    response.destroy()
    return
  }
  send(response, status, { errors: [{ message: inLanguage(message, languageOf(response.req)) }] }, headers)
}

/** The language that a request asks for, as Payload finds it: by the cookie of the admin UI, else by `Accept-Language`. */
function languageOf({ headers }: IncomingMessage): string {
  const chosen = /(?:^|; ?)payload-lng=([A-Za-z-]{2,10})(?:;|$)/.exec(headers.cookie ?? '')?.[1]
  return chosen ?? extractHeaderLanguage(headers['accept-language'] ?? '') ?? 'en'
}

/** What `/api/health` says while the database does not answer. */
export function answerDown(response: ServerResponse): void {
  send(response, 503, { status: 'error', database: 'down', version: VERSION })
}

/** What an answer says of itself whatever it is; the id is that of its line in the log. */
const KEPT: ReadonlySet<string> = new Set(['vary', 'x-request-id'])

function send(response: ServerResponse, status: number, value: object, headers: Refusal['headers'] = {}): void {
  const body = JSON.stringify(value)
  for (const name of response.getHeaderNames()) if (!name.startsWith('access-control-') && !KEPT.has(name)) response.removeHeader(name)
  response
    .writeHead(status, {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Length': Buffer.byteLength(body),
      'Content-Security-Policy': DATA_POLICY,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
      ...headers,
    })
    .end(body)
}

function inWords(seconds: number): string {
  if (seconds <= 90) return seconds === 1 ? 'a second' : `${seconds} seconds`
  return `${Math.ceil(seconds / 60)} minutes`
}
