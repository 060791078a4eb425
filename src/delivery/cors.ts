import type { IncomingMessage, ServerResponse } from 'node:http'

/** Seconds a browser may remember a preflight's answer. */
const PREFLIGHT_SECONDS = '600'

/**
 * Cross-origin rules (https://fetch.spec.whatwg.org/#http-cors-protocol).
 *
 * What anybody may read, any site may read from a visitor's browser (`*`, which never carries a login). The origins in
 * the list may send logins too, to every API; no others may.
 */
export class Cors {
  readonly #allowed: ReadonlySet<string>
  /** Whether answers differ by origin. */
  readonly varies: boolean

  constructor(allowed: readonly string[]) {
    this.#allowed = new Set(allowed)
    this.varies = allowed.length > 0
  }

  /** Header lines of a public answer, beyond those it has for everybody. */
  readLines(origin: string): string[] {
    if (!this.varies) return []
    if (!this.#allowed.has(origin)) return ['Access-Control-Allow-Origin', '*']
    return ['Access-Control-Allow-Origin', origin, 'Access-Control-Allow-Credentials', 'true']
  }

  /** Sets the headers of an answer that is not public. */
  allow(request: IncomingMessage, response: ServerResponse): void {
    if (!this.varies) return
    response.appendHeader('Vary', 'Origin')
    const { origin } = request.headers
    if (origin === undefined || !this.#allowed.has(origin)) return
    response.setHeader('Access-Control-Allow-Origin', origin)
    response.setHeader('Access-Control-Allow-Credentials', 'true')
  }

  /**
   * Answers a preflight.
   *
   * @param isGraphQL whether it is for the GraphQL endpoint, where anybody may post a query
   */
  preflight(request: IncomingMessage, response: ServerResponse, isGraphQL: boolean): void {
    const { origin = '' } = request.headers
    this.allow(request, response)
    response.setHeader('Access-Control-Max-Age', PREFLIGHT_SECONDS)
    if (this.#allowed.has(origin)) {
      response.setHeader('Access-Control-Allow-Methods', 'GET, HEAD, POST, PATCH, PUT, DELETE')
      response.setHeader('Access-Control-Allow-Headers', 'Authorization, Content-Type, X-Payload-HTTP-Method-Override')
    } else {
      response.setHeader('Access-Control-Allow-Origin', '*')
      response.setHeader('Access-Control-Allow-Methods', isGraphQL ? 'GET, HEAD, POST' : 'GET, HEAD')
      response.setHeader('Access-Control-Allow-Headers', 'Content-Type')
    }
    response.writeHead(204).end()
  }
}
