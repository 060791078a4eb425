import { createServer } from 'node:http'
import type { RequestListener, Server } from 'node:http'
import next from 'next'
import { CONNECTION_LIMITS, createLimitedServer } from './delivery/connections'
import { createDelivery } from './delivery/delivery'
import { render } from './delivery/render'
import { DELIVERY_DEFAULTS } from './delivery/settings'
import type { DeliverySettings } from './delivery/settings'
import { requestCheck } from './security/requestCheck'
import { setLimits } from './security/counters'
import { withSecurityHeaders } from './security/headers'
import { limitsOf } from './security/limits'
import { withReadableCalls } from './security/serverCalls'
import { GUARD_DEFAULTS, isHttps } from './security/settings'
import type { GuardSettings } from './security/settings'
import { installCrashGuard } from './crashGuard'
import { requestContext, withRequestContext } from './requestContext'

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
  // Hot reload needs the server before delivery is made; nobody is answered before that.
  const front: { listener?: RequestListener } = {}
  // Hot reload keeps connections open on which nothing moves.
  const limits = dev ? { ...CONNECTION_LIMITS, idleMs: 0 } : CONNECTION_LIMITS
  const { drain, server } = createLimitedServer((request, response) => front.listener?.(request, response), limits)
  setLimits(limitsOf(guard))
  // Next ends every connection that asks to be upgraded, as Java's client does of all it sends (to h2c): only hot reload
  // needs that. Nobody listening, Node leaves the wish aside and answers (RFC 9110 section 7.8).
  const upgraded = dev ? server : createServer()
  const app = next({ dev, dir: process.cwd(), hostname: host, port, httpServer: upgraded })
  await app.prepare()
  const delivery = createDelivery({
    check: requestCheck({ ...guard, allowedOrigins: settings.allowedOrigins }),
    app: withSecurityHeaders(withReadableCalls(app.getRequestHandler()), { isDev: dev, isHttps: isHttps(guard) }),
    settings,
    log: logFailure,
    // The newsroom behind opens with its first request.
    open: () => render(app.getRequestHandler(), { method: 'GET', url: '/api/health', headers: { host: 'localhost' } }, Infinity),
  })
  // Before anybody else asks: the newsroom is open, or it is known that the database does not answer.
  await delivery.poll()
  front.listener = withRequestContext(delivery.listener, guard)
  const closeApp = async () => {
    await delivery.close()
    await app.close()
  }
  // Last: every connection gets an answer, also while another of several server processes is starting.
  await listen(server, host, port).catch(async (error: unknown) => {
    await closeApp()
    throw error
  })
  const letDie = installCrashGuard(logFailure)

  return {
    url: urlOf(host, port),
    close: async () => {
      await drain()
      await closeApp()
      letDie()
    },
  }
}

/** Where a server answers, without a slash at the end. */
export function urlOf(host: string, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
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
  process.stderr.write(`${JSON.stringify({ level: 50, time: Date.now(), ...requestContext(), msg, err })}\n`)
}
