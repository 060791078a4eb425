import { createServer, STATUS_CODES } from 'node:http'
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http'
import { Server as NetServer } from 'node:net'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { holdBack } from './requestBody'

/** How patient a server is with its clients, in milliseconds. */
export type ConnectionLimits = {
  /** For the head of a request; who takes longer is answered 408. */
  headMs: number
  /** For a whole request. */
  requestMs: number
  /** For a connection on which nothing moves, in either direction; 0 is for ever. */
  idleMs: number
  /** For the next request on a connection. */
  keepAliveMs: number
  /** Between two looks at the first two: Node's own half minute would let a slow client hold its connection three times as long. */
  checkMs: number
  /** For the last request of each connection when the server stops: its answer says that the connection closes. */
  graceMs: number
  /** For requests in flight when the server stops. */
  drainMs: number
}

/** The limits that `npm start` sets. Proxies keep connections for a minute: ours are kept longer, so that none is reused while it closes. */
export const CONNECTION_LIMITS: ConnectionLimits = {
  headMs: 15_000,
  requestMs: 60_000,
  idleMs: 120_000,
  keepAliveMs: 65_000,
  checkMs: 1000,
  graceMs: 1000,
  drainMs: 10_000,
}

/** How often a server that stops closes the connections whose request was answered, in milliseconds. */
const SWEEP_MS = 50

/** A server that cuts slow and silent clients. */
export type LimitedServer = {
  server: Server
  /**
   * Takes no new connections, tells clients on open ones to close them (`Connection: close`), and closes those that stay
   * idle. Requests in flight finish; what takes longer than the limit is cut.
   */
  drain: () => Promise<void>
}

/** Makes a server that holds its clients to limits; it does not listen yet. */
export function createLimitedServer(listener: RequestListener, limits: ConnectionLimits): LimitedServer {
  let isDraining = false
  const server = createServer(
    {
      connectionsCheckingInterval: limits.checkMs,
      headersTimeout: limits.headMs,
      // Of a header that must come once, Node would take the first and say nothing: two hosts together are none.
      joinDuplicateHeaders: true,
      keepAliveTimeout: limits.keepAliveMs,
      requestTimeout: limits.requestMs,
    },
    (request, response) => {
      if (isDraining) response.shouldKeepAlive = false
      if (hasBody(request)) passUnread(request, response)
      listener(request, response)
    },
  )
  server.timeout = limits.idleMs
  server.on('clientError', refuseUnreadable)
  holdBack(server)
  const silent = silentConnections(server)
  const drain = async () => {
    isDraining = true
    // Not by the HTTP server's own close: it cuts idle connections at once, and resets a request that is on its way.
    const closed = new Promise<void>((resolve) => NetServer.prototype.close.call(server, () => resolve()))
    const sweep = () => {
      for (const socket of silent) socket.destroy()
      server.closeIdleConnections()
    }
    let sweeping: NodeJS.Timeout | undefined
    const grace = setTimeout(() => {
      sweeping = setInterval(sweep, SWEEP_MS)
    }, limits.graceMs)
    const cut = setTimeout(() => server.closeAllConnections(), limits.drainMs)
    await closed
    for (const timer of [grace, sweeping, cut]) clearTimeout(timer)
    // Ends its timer.
    server.close()
  }
  return { server, drain }
}

/** Whether a request says that it has a body (RFC 9112 section 6). */
function hasBody({ headers }: IncomingMessage): boolean {
  return headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined
}

/**
 * Sees to it that the next request on a connection does not wait behind a body that nobody has read to its end. What is left of
 * an answered request is passed over; Node does so only where nobody began to read. Of a request that its reader has given up
 * nothing more can be read: its connection is closed.
 */
function passUnread(request: IncomingMessage, response: ServerResponse): void {
  const { socket } = request
  response.once('finish', () => {
    if (request.readableEnded || request.destroyed) return
    for (const event of ['data', 'readable']) request.removeAllListeners(event)
    request.resume()
  })
  request.once('aborted', () => {
    response.shouldKeepAlive = false
  })
  request.once('close', () => {
    if (!request.complete) socket.destroySoon()
  })
}

const UNREADABLE = { status: 400, message: 'This request cannot be read: send HTTP/1.1.' }
const HEAD_TOO_LARGE = { status: 431, message: 'The address and the headers of this request are too large: together they may have 16 KiB. Send a long query in the body of a POST with X-HTTP-Method-Override: GET.' }
const TOO_SLOW = { status: 408, message: 'This request took too long to arrive.' }

/** What node:http refuses before there is a request, in the shape of every other refusal (RFC 6585 section 5). */
function refuseUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const { message, status } = error.code === 'HPE_HEADER_OVERFLOW' ? HEAD_TOO_LARGE : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? TOO_SLOW : UNREADABLE
  const body = JSON.stringify({ errors: [{ message }] })
  const head = [`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, 'Connection: close', 'Content-Type: application/json; charset=utf-8', `Content-Length: ${Buffer.byteLength(body)}`, 'Cache-Control: no-store']
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}

/** Connections on which nothing was asked yet, as browsers open them beforehand: Node does not count them as idle. */
function silentConnections(server: Server): ReadonlySet<Socket> {
  const silent = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    silent.add(socket)
    socket.once('close', () => silent.delete(socket))
  })
  server.on('request', ({ socket }) => silent.delete(socket))
  return silent
}
