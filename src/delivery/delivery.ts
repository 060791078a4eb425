import { isUtf8 } from 'node:buffer'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { LRUCache } from 'lru-cache'
import { ResponseWriter, PASSED, publicCacheControl, secondsUntil } from './responseWriter'
import type { Outcome } from './responseWriter'
import { bridge } from './bridge'
import type { Change } from './change'
import { Cors } from './cors'
import type { Entry } from './entry'
import { ChangePoller } from './changePoller'
import { Busy, ConcurrencyLimiter } from './concurrencyLimiter'
import { DatabaseGone, Health } from './health'
import { ResponseCache } from './responseCache'
import type { Read } from './responseCache'
import { methodsOf } from './methods'
import { proxy, sendResponse, proxyWithBody } from './proxy'
import { hasCredentials } from './credentials'
import { Purger } from './purge'
import { canBePassed } from './range'
import { aliasOf, graphqlAliasOf, graphqlReadOf, hostOf, isGraphQLPost, readingOf } from './reading'
import { answerDown, refusals, refuse } from './refuse'
import { TooLarge } from './render'
import { letSend, limitBody, readBody, saysTooLong } from './requestBody'
import type { DeliverySettings } from './settings'
import { isHost, originForm, readTarget } from './target'
import type { Target } from './target'

/** What is in front of the app and answers for it. */
export type Delivery = {
  listener: RequestListener
  /** How much is kept, and whether the database answers. */
  stats: () => ResponseCache['store']['stats'] & { isUp: boolean }
  /** Looks whether the database answers, and takes in what was written meanwhile. */
  poll: () => Promise<void>
  close: () => Promise<void>
}

export type DeliveryOptions = {
  /** Whatever answers requests when delivery does not; it may be asynchronous. */
  app: RequestListener
  settings: DeliverySettings
  /** Lets a request through that the cache does not answer, or refuses it and says no. @default lets all through */
  check?: (request: IncomingMessage, response: ServerResponse, target: Target) => Promise<boolean>
  /** Is told of failures of the app. */
  log: (message: string, error: unknown) => void
  /** Has the newsroom behind opened, where the database did not answer when it was tried. */
  open?: () => Promise<unknown>
  /** Milliseconds between two polls of the database. */
  pollMs?: number
}

/** Renders of public answers at once, and everything else at once; how many of each may wait, and for how long. */
const READ_LIMITS = { maxActive: 32, maxWaiting: 2048, patienceMs: 15_000 }
const PASS_LIMITS = { maxActive: 64, maxWaiting: 512, patienceMs: 15_000 }

/** The methods that the app behind knows (RFC 9110 section 9.1); it fails on TRACE, and takes others for GET. */
const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** The longest address, in bytes (RFC 9110 section 15.5.15): with the headers it may have 16 KiB, which node:http holds it to. */
const MAX_URL_BYTES = 12 * 1024

/** The longest GraphQL request that a client without a login may send, in bytes. */
const MAX_GRAPHQL_BYTES = 256 * 1024

/**
 * Puts delivery in front of an app: public answers are kept until they change, everything else is passed on.
 *
 * @example createServer(createDelivery({ app: next.getRequestHandler(), settings, log }).listener)
 */
export function createDelivery({ check = () => Promise.resolve(true), app, log, open, pollMs, settings }: DeliveryOptions): Delivery {
  const cors = new Cors(settings.allowedOrigins)
  const answers = new ResponseWriter({ cors, cdnSeconds: settings.cdnSeconds, hasPurge: settings.surrogateKeys })
  const cache = new ResponseCache(app, { maxBytes: settings.cacheBytes, limiter: new ConcurrencyLimiter(READ_LIMITS) })
  const passLimiter = new ConcurrencyLimiter(PASS_LIMITS)
  const health = new Health(() => cache.coalescer.forget())
  const large = new LRUCache<string, true>({ max: 1000, ttl: 600_000 })
  const purger = settings.purge && new Purger(settings.purge, log)
  const receive = (change: Change) => {
    cache.apply(change)
    purger?.tell(change)
  }
  /** Subscribers are told of what the clock publishes, too. */
  async function tellPassed(): Promise<void> {
    if (health.isUp) await health.whileUp(cache.learnMoments()).catch((error: unknown) => log('The publications ahead could not be read', error))
    for (const tags of cache.takePassed()) purger?.tell({ tags })
  }
  bridge().receivers.add(receive)
  const poller = new ChangePoller({
    apply: receive,
    health,
    onPoll: tellPassed,
    ...(open && { open }),
    ...(pollMs === undefined ? {} : { pollMs }),
  })

  const listener: RequestListener = (request, response) => {
    if (!request.url?.startsWith('/')) request.url = originForm(request.url ?? '')
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    if (isRead && !hasCredentials(request) && sendKept(request, response, aliasOf(request))) return
    if (isGraphQLPost(request)) return readGraphQL(request, response)
    answer(request, response).catch(failed(request, response))
  }

  function failed(request: IncomingMessage, response: ServerResponse): (error: unknown) => void {
    return (error) => {
      if (error instanceof Busy) refuse(response, refusals.busy)
      else if (error instanceof DatabaseGone) refuseUnlessBegun(response)
      else {
        log(`${request.method ?? ''} ${request.url ?? ''} failed`, error)
        refuse(response, refusals.failed)
      }
    }
  }

  /** Answers with what is kept for the very same words, before anything of them is read. */
  function sendKept(request: IncomingMessage, response: ServerResponse, alias: string): boolean {
    const entry = health.isCurrent ? cache.store.getByAlias(alias) : undefined
    if (!entry || entry.expiresAt <= Date.now()) return false
    answers.send(request, response, entry, 'hit')
    return true
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const target = targetOf(request, response)
    if (!target || !limitBody(request, response, settings.bodyBytes)) return
    const model = bridge().source?.model
    const reading = model && readingOf(request, target, model)
    if (!(await mayPass(request, response, target))) return
    if (reading?.kind === 'read') await serve(request, response, reading.read, reading.read.inner.body === undefined ? aliasOf(request) : undefined, target)
    else await pass(request, response, target)
  }

  function readGraphQL(request: IncomingMessage, response: ServerResponse): void {
    const maxBytes = Math.min(MAX_GRAPHQL_BYTES, settings.bodyBytes)
    if (saysTooLong(request, maxBytes)) return refuse(response, refusals.tooLarge(maxBytes))
    letSend(request, response)
    readBody(request, maxBytes, (bytes) => {
      if (bytes === undefined) return refuse(response, refusals.tooLarge(maxBytes))
      if (!isUtf8(bytes)) return refuse(response, refusals.notUtf8)
      const body = bytes.toString('utf8')
      const alias = graphqlAliasOf(request, body)
      if (!sendKept(request, response, alias)) answerGraphQL(request, response, body, alias).catch(failed(request, response))
    })
  }

  async function answerGraphQL(request: IncomingMessage, response: ServerResponse, body: string, alias: string): Promise<void> {
    const target = targetOf(request, response)
    if (!target || !(await mayPass(request, response, target))) return
    const model = bridge().source?.model
    const read = model && graphqlReadOf(request, body, model)
    if (read) await serve(request, response, read, alias, target)
    else if (!health.isUp) refuse(response, refusals.databaseGone)
    else sendResponse(request, response, await passLimiter.run(() => health.whileUp(proxyWithBody(app, request, body))), { cors, isPublic: false })
  }

  /** What a request is for; undefined where that is answered already. */
  function targetOf(request: IncomingMessage, response: ServerResponse): Target | undefined {
    const { method = '' } = request
    if (!METHODS.has(method)) {
      refuse(response, refusals.noSuchMethod)
      return undefined
    }
    if ((request.url ?? '').length > MAX_URL_BYTES) {
      refuse(response, refusals.addressTooLong(MAX_URL_BYTES))
      return undefined
    }
    if (!isHost(hostOf(request))) {
      refuse(response, refusals.badHost)
      return undefined
    }
    if (method === 'OPTIONS' && request.url === '*') {
      response.writeHead(204, { Allow: [...METHODS].join(', ') }).end()
      return undefined
    }
    const target = readTarget(request.url ?? '')
    if (!target) {
      refuse(response, refusals.malformed)
      return undefined
    }
    const [room, name] = target.segments
    const allowed = methodsOf(target)
    if (allowed && !allowed.includes(method)) {
      refuse(response, refusals.wrongMethod(allowed.join(', ')))
      return undefined
    }
    if (method === 'OPTIONS' && room === 'api') {
      cors.preflight(request, response, name === 'graphql')
      return undefined
    }
    return target
  }

  /** Clients are counted in the database, or beside it: without one nobody waits for that, and nothing but what is kept is to be had. */
  async function mayPass(request: IncomingMessage, response: ServerResponse, target: Target): Promise<boolean> {
    return health.isUp ? health.whileUp(check(request, response, target)) : true
  }

  async function serve(request: IncomingMessage, response: ServerResponse, read: Read, alias: string | undefined, target: Target): Promise<void> {
    const { store } = cache
    const before = store.get(read.key)
    const send = (entry: Entry, outcome: Outcome) => {
      if (outcome !== 'stale' && alias !== undefined) store.alias(alias, entry)
      answers.send(request, response, entry, outcome)
    }
    if (before && before.expiresAt > Date.now()) return send(before, health.isCurrent ? 'hit' : 'stale')
    if (!health.isUp) return before ? send(before, 'stale') : refuse(response, refusals.databaseGone)
    if (large.has(read.key)) return passLarge(request, response, read, target)
    try {
      const { entry, isFirst, rendered } = await health.whileUp(cache.render(read))
      if (entry) return send(entry, isFirst ? (before ? 'expired' : 'stored') : 'collapsed')
      const old = rendered.status >= 500 ? store.get(read.key) : undefined
      if (old) return send(old, 'stale')
      sendResponse(request, response, rendered, { cors, isPublic: true })
    } catch (error) {
      if (error instanceof TooLarge) {
        large.set(read.key, true)
        return passLarge(request, response, read, target)
      }
      // RFC 5861 section 4: an old answer is better than an error. What may no longer be shown is not there any more.
      const old = store.get(read.key)
      if (old) return send(old, 'stale')
      if (!(error instanceof DatabaseGone)) throw error
      refuse(response, refusals.databaseGone)
    }
  }

  /** Answers a public read whose answer is too large to be kept. */
  async function passLarge(request: IncomingMessage, response: ServerResponse, { inner, vary }: Read, target: Target): Promise<void> {
    const { body } = inner
    if (body !== undefined) {
      sendResponse(request, response, await passLimiter.run(() => health.whileUp(proxyWithBody(app, request, body))), { cors, isPublic: true })
      return
    }
    response.setHeader('Access-Control-Allow-Origin', '*')
    if (vary !== undefined) response.setHeader('Vary', vary)
    await pass(request, response, target, publicCacheControl(secondsUntil(cache.nextMoment(), settings.cdnSeconds, Date.now())))
  }

  async function pass(request: IncomingMessage, response: ServerResponse, { segments }: Target, cacheControl = 'no-store'): Promise<void> {
    const [room = '', name = ''] = segments
    if (request.method !== 'GET' || !canBePassed(request.headers)) delete request.headers.range
    // Payload knows no HEAD; Node sends no body in answer to one, whatever the app behind takes it for.
    if (room === 'api' && request.method === 'HEAD') request.method = 'GET'
    cors.allow(request, response)
    if (room === 'api') response.setHeader('Cache-Control', cacheControl).setHeader('Cache-Status', PASSED)
    const isHealth = room === 'api' && name === 'health'
    if (isHealth && !health.isUp) return answerDown(response)
    if (room !== '_next' && !isHealth && !health.isUp) return refuse(response, refusals.databaseGone)
    letSend(request, response)
    if (room === '_next' || isHealth) return proxy(app, request, response)
    const leave = await passLimiter.enter()
    if (response.destroyed) return leave()
    response.once('close', leave)
    return health.whileUp(proxy(app, request, response))
  }

  return {
    listener,
    stats: () => ({ ...cache.store.stats, isUp: health.isUp }),
    poll: () => poller.poll(),
    close: async () => {
      bridge().receivers.delete(receive)
      poller.stop()
      await purger?.close()
    },
  }
}

/** Ends the wait of somebody whose request was on its way when the database went. An answer that has begun may yet end. */
function refuseUnlessBegun(response: ServerResponse): void {
  if (!response.headersSent) refuse(response, refusals.databaseWent)
}
