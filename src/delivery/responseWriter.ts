import type { IncomingMessage, ServerResponse } from 'node:http'
import { codingFor, compress, isCompressible } from './encoding'
import type { Coding } from './encoding'
import { isConditional, lastModifiedOf, preconditionOf } from './conditional'
import type { Cors } from './cors'
import type { Entry } from './entry'
import { rangeOf } from './range'
import type { ByteRange } from './range'
import { refusals, refuse } from './refuse'

/** How an answer was come by, for Cache-Status. */
export type Outcome = 'hit' | 'stored' | 'expired' | 'collapsed' | 'stale' | 'passed'

/** RFC 9211: one member per cache; section 2 has the parameters. */
const CACHE_STATUS: Record<Exclude<Outcome, 'stale'>, string> = {
  hit: 'Dateline; hit',
  stored: 'Dateline; fwd=uri-miss; stored',
  expired: 'Dateline; fwd=stale; stored',
  collapsed: 'Dateline; fwd=uri-miss; collapsed',
  passed: 'Dateline; fwd=bypass',
}

/** How answers go out. */
export type ResponseOptions = {
  cors: Cors
  /** Seconds that a CDN in front may keep an answer (s-maxage, RFC 9111 section 5.2.2.10). */
  cdnSeconds: number
  /** Whether a CDN is told what an answer shows, so that it can be purged by it. */
  hasPurge: boolean
}

/** Seconds a CDN may serve an old answer while it fetches the new one, and while we are down (RFC 5861). */
const STALE_WHILE_REVALIDATE = 5
const STALE_IF_ERROR = 86_400

/** A longer Surrogate-Key would not pass every client: then the collections stand for the documents. */
const MAX_SURROGATE_KEY = 4096

/** Cache-Status of an answer that was not kept. */
export const PASSED = CACHE_STATUS.passed

/** For how long caches in front may keep a public answer: browsers ask each time, a CDN for so many seconds. */
export function publicCacheControl(seconds: number): string {
  return `public, max-age=0, s-maxage=${seconds}, stale-while-revalidate=${STALE_WHILE_REVALIDATE}, stale-if-error=${STALE_IF_ERROR}`
}

/** Writes kept answers, with as little work as possible for each request. */
export class ResponseWriter {
  readonly #options: ResponseOptions
  readonly #vary: string

  constructor(options: ResponseOptions) {
    this.#options = options
    this.#vary = options.cors.varies ? 'Accept-Encoding, Origin' : 'Accept-Encoding'
  }

  /** Answers a request from an entry; the compressed body is made first where it is the first one asked for. */
  send(request: IncomingMessage, response: ServerResponse, entry: Entry, outcome: Outcome): void {
    const coding = codingFor(request.headers['accept-encoding'])
    if (coding === undefined || !isCompressible(typeOf(entry), entry.body.length)) {
      this.#write(request, response, entry, outcome, undefined, entry.body)
      return
    }
    const pending = entry.variants.get(coding) ?? compress(entry.body, coding)
    entry.variants.set(coding, pending)
    pending.then(
      (body) => this.#write(request, response, entry, outcome, body ? coding : undefined, body ?? entry.body),
      () => this.#write(request, response, entry, outcome, undefined, entry.body),
    )
  }

  #write(
    request: IncomingMessage,
    response: ServerResponse,
    entry: Entry,
    outcome: Outcome,
    coding: Coding | undefined,
    body: Buffer,
  ): void {
    if (response.destroyed) return
    const now = Date.now()
    const etag = coding ? `${entry.etag}-${coding}` : entry.etag
    const { headers } = request
    const precondition = entry.status === 200 && isConditional(headers)
      ? preconditionOf(headers, { etag, lastModified: lastModifiedOf(entry.modifiedAt, now) })
      : undefined
    if (precondition === 'failed') {
      response.setHeader('Access-Control-Allow-Origin', '*')
      return refuse(response, refusals.preconditionFailed)
    }
    const isSame = precondition === 'notModified'
    if (!isSame && headers.range !== undefined && request.method === 'GET' && !coding && hasRanges(entry)) {
      const range = rangeOf(headers, { size: body.length, etag, lastModified: lastModifiedOf(entry.modifiedAt, now) })
      if (range) {
        this.#writePart(request, response, entry, outcome, range)
        return
      }
    }
    const lines = this.#lines(entry, outcome, coding, isSame, body.length, now)
    const all = this.#withCors(request, lines)
    if (isSame) response.writeHead(304, all).end()
    else if (request.method === 'HEAD') response.writeHead(entry.status, all).end()
    else response.writeHead(entry.status, all).end(body)
  }

  /** Answers with a part of the body, or that there is none such (RFC 9110 sections 15.3.7 and 15.5.17). */
  #writePart(request: IncomingMessage, response: ServerResponse, entry: Entry, outcome: Outcome, range: ByteRange | 'unsatisfiable'): void {
    const size = entry.body.length
    if (range === 'unsatisfiable') {
      response.setHeader('Access-Control-Allow-Origin', '*')
      refuse(response, refusals.unsatisfiable(size))
      return
    }
    const part = entry.body.subarray(range.first, range.last + 1)
    const lines = this.#makeLines(entry, outcome, undefined, false, part.length, Date.now())
    response.writeHead(206, [...this.#withCors(request, lines), 'Content-Range', `bytes ${range.first}-${range.last}/${size}`]).end(part)
  }

  #withCors({ headers: { origin } }: IncomingMessage, lines: string[]): string[] {
    return origin === undefined ? lines : [...lines, ...this.#options.cors.readLines(origin)]
  }

  /** The header lines of a variant, made once a second: only the times change. */
  #lines(entry: Entry, outcome: Outcome, coding: Coding | undefined, isSame: boolean, length: number, now: number): string[] {
    const second = Math.floor(now / 1000)
    const variant = `${outcome}${isSame ? '=' : ''}${coding ?? ''}`
    const known = entry.lines.get(variant)
    if (known?.second === second) return known.lines
    const lines = this.#makeLines(entry, outcome, coding, isSame, length, now)
    entry.lines.set(variant, { second, lines })
    return lines
  }

  #makeLines(entry: Entry, outcome: Outcome, coding: Coding | undefined, isSame: boolean, length: number, now: number): string[] {
    const isStale = outcome === 'stale'
    const lastModified = lastModifiedOf(entry.modifiedAt, now)
    // In one line, and in a 304 too (RFC 9110 section 15.4.5): of two lines Node sends the last one where others were set before.
    const [, more] = entry.headers.find(([name]) => name === 'vary') ?? []
    const lines = [
      'ETag', `"${entry.etag}${coding ? `-${coding}` : ''}"`,
      'Cache-Control', publicCacheControl(isStale ? 0 : secondsUntil(entry.until, this.#options.cdnSeconds, now)),
      'Cache-Status', isStale ? staleStatus(entry, now) : CACHE_STATUS[outcome],
      'Vary', more === undefined ? this.#vary : `${this.#vary}, ${more}`,
    ]
    // An answer that is known to be current is as good as new, however long ago it was made (RFC 9111 section 4.2.3).
    if (isStale) lines.push('Age', String(Math.max(0, Math.floor((now - entry.storedAt) / 1000))))
    if (!this.#options.cors.varies) lines.push('Access-Control-Allow-Origin', '*')
    if (lastModified !== undefined) lines.push('Last-Modified', new Date(lastModified).toUTCString())
    if (this.#options.hasPurge) lines.push('Surrogate-Key', surrogateKey(entry))
    if (isSame) return lines
    for (const [name, value] of entry.headers) if (name !== 'vary') lines.push(name, value)
    if (coding) lines.push('Content-Encoding', coding)
    lines.push('Content-Length', String(length))
    return lines
  }
}

/** How long a CDN may keep an answer: so many seconds, and never beyond the moment at which it changes by itself. */
export function secondsUntil(moment: number, cdnSeconds: number, now: number): number {
  return Math.min(cdnSeconds, Math.max(0, Math.floor((moment - now) / 1000)))
}

/** A stored answer reused although it could not be checked: a hit whose freshness may lie in the past (RFC 9211 section 2.4). */
function staleStatus({ expiresAt }: Entry, now: number): string {
  return `Dateline; hit; ttl=${Math.min(0, Math.floor((expiresAt - now) / 1000))}; detail="stale, the newsroom behind does not answer"`
}

function surrogateKey({ tags }: Entry): string {
  const all = tags.join(' ')
  return all.length <= MAX_SURROGATE_KEY ? all : `${tags.filter((tag) => !/\d/.test(tag)).join(' ')} large`
}

/** Whether an answer is one of which parts may be had: files say so themselves. */
function hasRanges({ headers, status }: Entry): boolean {
  return status === 200 && headers.some(([name, value]) => name === 'accept-ranges' && value === 'bytes')
}

function typeOf(entry: Entry): string | undefined {
  return entry.headers.find(([name]) => name === 'content-type')?.[1]
}
