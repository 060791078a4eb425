import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { PASSED } from './responseWriter'
import type { Cors } from './cors'
import { render } from './render'
import type { Rendered } from './rendered'

/** Headers that belong to a connection, not to a message (RFC 9110 section 7.6.1), and those of a body sent again. */
const OF_CONNECTION = new Set(['connection', 'content-length', 'expect', 'keep-alive', 'te', 'trailer', 'transfer-encoding', 'upgrade'])

/** Hands a request to the app as it came, and waits until it is answered or the client is gone. */
export async function proxy(app: RequestListener, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const closed = new Promise<void>((resolve) => response.once('close', resolve))
  // A listener may be an async function, whatever its type says.
  await Promise.resolve<unknown>(app(request, response))
  await closed
}

/** Hands a request to the app whose body has been read already. */
export function proxyWithBody(app: RequestListener, request: IncomingMessage, body: string): Promise<Rendered> {
  const headers = Object.entries(request.headers).flatMap(([name, value]) =>
    value === undefined || OF_CONNECTION.has(name) ? [] : [[name, [value].flat().join(', ')] as const],
  )
  return render(app, { method: 'POST', url: '/api/graphql', headers: Object.fromEntries(headers), body }, Infinity)
}

type RelayOptions = {
  cors: Cors
  /** Whether it is the answer to a public read, which pages of any origin may see. */
  isPublic: boolean
}

/** Sends an answer that was rendered and is not kept. */
export function sendResponse(request: IncomingMessage, response: ServerResponse, rendered: Rendered, { cors, isPublic }: RelayOptions): void {
  const { body, headers, status } = rendered
  if (response.destroyed) return
  for (const [name, value] of headers) if (!OF_CONNECTION.has(name)) response.appendHeader(name, value)
  if (!response.hasHeader('cache-control')) response.setHeader('Cache-Control', 'no-store')
  response.setHeader('Cache-Status', PASSED)
  if (isPublic) response.setHeader('Access-Control-Allow-Origin', '*')
  cors.allow(request, response)
  response.setHeader('Content-Length', body.length)
  response.writeHead(status).end(request.method === 'HEAD' ? undefined : body)
}
