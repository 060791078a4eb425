import { createServer } from 'node:http'
import type { RequestListener, Server } from 'node:http'
import next from 'next'
import { createDelivery } from './delivery/delivery'
import { DELIVERY_DEFAULTS } from './delivery/settings'
import type { DeliverySettings } from './delivery/settings'
import { admitting } from './guard/admit'
import { setLimits } from './guard/counters'
import { withSecurityHeaders } from './guard/headers'
import { limitsOf } from './guard/limits'
import { GUARD_DEFAULTS, isHttps } from './guard/settings'
import type { GuardSettings } from './guard/settings'

type ServeOptions = {
  /** Hot reload instead of the build. */
  dev: boolean
  host: string
  port: number
  /** @default DELIVERY_DEFAULTS */
  delivery?: DeliverySettings
  /** @default GUARD_DEFAULTS */
  guard?: GuardSettings
}

/** A newsroom that answers requests. */
export type RunningServer = {
  /** Where it answers, without a slash at the end. */
  url: string
  /** Takes no more requests, lets those in flight finish, then closes. */
  close: () => Promise<void>
}

/** Milliseconds a request in flight has to finish when the server stops. */
const DRAIN_MS = 10_000

/** Slow clients are cut (Node answers 408): the whole request in a minute, its head in fifteen seconds. */
const REQUEST_TIMEOUT_MS = 60_000
const HEADERS_TIMEOUT_MS = 15_000

/** How often that is looked at: Node's own half minute would let a slow client hold its connection three times as long. */
const CHECK_MS = 1000

/** A connection on which nothing moves, in either direction, is closed after this. */
const IDLE_TIMEOUT_MS = 120_000

/** Longer than the keep-alive of proxies in front, so that they never reuse a connection that is being closed. */
const KEEP_ALIVE_MS = 65_000

/** The port is taken, or may not be used; the message says what to do. */
export class PortError extends Error {
  override name = 'PortError'
}

/**
 * Starts the HTTP process: one `node:http` server, delivery behind it, and behind that Next with the admin UI and APIs.
 *
 * @throws PortError when the address cannot be listened on
 */
export async function serve({ delivery: settings = DELIVERY_DEFAULTS, dev, guard = GUARD_DEFAULTS, host, port }: ServeOptions): Promise<RunningServer> {
  let answer: RequestListener = (_request, response) => {
    response.writeHead(503, { 'Retry-After': '2' }).end('The newsroom is starting.\n')
  }
  const server = createServer(
    {
      connectionsCheckingInterval: CHECK_MS,
      headersTimeout: HEADERS_TIMEOUT_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
    },
    (request, response) => answer(request, response),
  )
  // Hot reload keeps connections open on which nothing moves.
  if (!dev) server.timeout = IDLE_TIMEOUT_MS
  await listen(server, host, port)

  setLimits(limitsOf(guard))
  const app = next({ dev, dir: process.cwd(), hostname: host, port, httpServer: server })
  await app.prepare()
  const delivery = createDelivery({
    admit: admitting({ ...guard, allowedOrigins: settings.allowedOrigins }),
    app: withSecurityHeaders(app.getRequestHandler(), { isDev: dev, isHttps: isHttps(guard) }),
    settings,
    log: logFailure,
  })
  answer = delivery.listener
  // A render that fails where nobody waits for it is one request's failure, not the newsroom's end.
  const onRejection = (error: unknown) => logFailure('A promise was rejected', error)
  process.on('unhandledRejection', onRejection)

  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    close: async () => {
      await drain(server)
      delivery.close()
      await app.close()
      process.off('unhandledRejection', onRejection)
    },
  }
}

/**
 * Refuses a port that is in use before anything long is begun.
 *
 * @throws PortError
 */
export async function assertPortFree(host: string, port: number): Promise<void> {
  const server = createServer()
  await listen(server, host, port)
  await new Promise<void>((resolve) => server.close(() => resolve()))
}

async function listen(server: Server, host: string, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(new PortError(portFault(error, host, port))))
    server.listen(port, host, () => resolve())
  })
}

function portFault(error: NodeJS.ErrnoException, host: string, port: number): string {
  if (error.code === 'EADDRINUSE') return `Port ${port} on ${host} is already taken: stop what uses it, or set PORT to another.`
  if (error.code === 'EACCES') return `Port ${port} may not be used by this user: set PORT to one above 1023.`
  return `Cannot listen on ${host}, port ${port} (${error.code ?? error.message}): set HOST and PORT to an address of this machine.`
}

/** One JSON line on standard error, like Payload's own. */
function logFailure(msg: string, error: unknown): void {
  const err = error instanceof Error ? { type: error.name, message: error.message, stack: error.stack } : { message: String(error) }
  process.stderr.write(`${JSON.stringify({ level: 50, time: Date.now(), msg, err })}\n`)
}

async function drain(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS)
  await closed
  clearTimeout(cut)
}
