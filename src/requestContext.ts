import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, RequestListener } from 'node:http'
import { addressOf } from './security/address'

/** What the log says of the request that is being answered. */
export type RequestContext = { requestId: string; method: string; path: string; address: string }

const KEY = Symbol.for('dateline.requestContext')

/** The HTTP server and the app inside Next meet only on `globalThis`. */
function contexts(): AsyncLocalStorage<RequestContext> {
  const shared: typeof globalThis & { [KEY]?: AsyncLocalStorage<RequestContext> } = globalThis
  return (shared[KEY] ??= new AsyncLocalStorage())
}

/** The request that is being answered; undefined in jobs, commands and while the server starts. */
export function requestContext(): RequestContext | undefined {
  return contexts().getStore()
}

/** The same function, which belongs to the request that is being answered now, whenever it is called: events of a stream do not. */
export function inThisRequest<Args extends unknown[]>(run: (...args: Args) => void): (...args: Args) => void {
  const context = requestContext()
  return context ? (...args) => contexts().run(context, run, ...args) : run
}

const HEADER = 'X-Request-Id'

/** Ids of a proxy that are taken over: short, and safe in a log and a header. */
const SAFE_ID = /^[\w.:-]{1,64}$/

/** Paths whose last segment is a secret. */
const SECRET = /^(\/+(?:share|admin\/reset|admin\/verify|api\/\w+\/verify)\/).+$/

/** The longest path that is logged. */
const MAX_PATH = 200

/**
 * Gives each request an id, which its answer names in `X-Request-Id` and each line of the log in `requestId`. Behind trusted
 * proxies it is theirs, where they send one.
 */
export function withRequestContext(listener: RequestListener, { trustedProxies }: { trustedProxies: number }): RequestListener {
  return (request, response) => {
    const context = contextOf(request, trustedProxies)
    response.setHeader(HEADER, context.requestId)
    contexts().run(context, () => listener(request, response))
  }
}

function contextOf({ headers, method = '', socket, url = '' }: IncomingMessage, trustedProxies: number): RequestContext {
  const given = headers[HEADER.toLowerCase()]
  const isTaken = trustedProxies > 0 && typeof given === 'string' && SAFE_ID.test(given)
  return {
    requestId: isTaken ? given : randomUUID(),
    method,
    path: (url.split('?', 1)[0] ?? '').slice(0, MAX_PATH).replace(SECRET, '$1…'),
    address: addressOf({ forwardedFor: headers['x-forwarded-for'], peer: socket.remoteAddress, trustedProxies }),
  }
}
