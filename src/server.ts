import { createServer } from 'node:http'
import type { RequestListener, Server } from 'node:http'
import next from 'next'

type ServeOptions = {
  /** Hot reload instead of the build. */
  dev: boolean
  host: string
  port: number
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

/** Connections that stay silent are closed: the whole request in a minute, its head in fifteen seconds. */
const REQUEST_TIMEOUT_MS = 60_000
const HEADERS_TIMEOUT_MS = 15_000

/** The port is taken, or may not be used; the message says what to do. */
export class PortError extends Error {
  override name = 'PortError'
}

/**
 * Starts the HTTP process: Next, with Payload's admin UI and APIs, behind one `node:http` server.
 *
 * @throws PortError when the address cannot be listened on
 */
export async function serve({ dev, host, port }: ServeOptions): Promise<RunningServer> {
  let answer: RequestListener = (_request, response) => {
    response.writeHead(503, { 'Retry-After': '2' }).end('The newsroom is starting.\n')
  }
  const server = createServer((request, response) => answer(request, response))
  server.requestTimeout = REQUEST_TIMEOUT_MS
  server.headersTimeout = HEADERS_TIMEOUT_MS
  await listen(server, host, port)

  const app = next({ dev, dir: process.cwd(), hostname: host, port, httpServer: server })
  await app.prepare()
  const handle = app.getRequestHandler()
  answer = (request, response) => {
    void handle(request, response)
  }

  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    close: async () => {
      await drain(server)
      await app.close()
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

async function drain(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS)
  await closed
  clearTimeout(cut)
}
