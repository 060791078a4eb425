import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { inThisRequest } from '../requestContext'
import { refusals, refuse } from './refuse'

/** Requests whose clients wait with the body until they are told to send it. */
const heldBack = new WeakSet<IncomingMessage>()

/**
 * Lets clients that send `Expect: 100-continue` (RFC 9110 section 10.1.1) wait until {@link letSend}: what is refused by its
 * head costs nobody a body.
 */
export function holdBack(server: Server): void {
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    heldBack.add(request)
    server.emit('request', request, response)
  })
}

/** Tells a client that waits with the body to send it. */
export function letSend(request: IncomingMessage, response: ServerResponse): void {
  if (heldBack.delete(request)) response.writeContinue()
}

/**
 * Holds a request's body to a size (RFC 9110 section 15.5.14), whether it says how long it is or not, without reading
 * it in the app's place.
 *
 * @returns false when the request has been refused already
 */
export function limitBody(request: IncomingMessage, response: ServerResponse, maxBytes: number): boolean {
  // Read already, and held to what it may have (GraphQL).
  if (request.readableEnded) return true
  if (saysTooLong(request, maxBytes)) {
    refuse(response, refusals.tooLarge(maxBytes))
    return false
  }
  if (request.headers['transfer-encoding'] === undefined) return true
  let bytes = 0
  const push = request.push.bind(request)
  // Node's parser hands every chunk over by this call.
  request.push = (chunk: Uint8Array | null, encoding?: BufferEncoding) => {
    bytes += chunk?.length ?? 0
    if (bytes <= maxBytes) return push(chunk, encoding)
    refuse(response, refusals.tooLarge(maxBytes))
    request.destroy()
    return false
  }
  return true
}

/** Whether a request says itself that its body is longer than it may be. */
export function saysTooLong({ headers }: IncomingMessage, maxBytes: number): boolean {
  return Number(headers['content-length'] ?? 0) > maxBytes
}

/**
 * Reads a body whole. There is neither a promise nor an AsyncResource in it: while requests have a context (src/requestContext.ts),
 * these cost a kept answer half of its speed (bench/hot.ts, Q4).
 *
 * @param done is called once, unless the client goes away before; with undefined when the body is longer than `maxBytes`
 */
export function readBody(request: IncomingMessage, maxBytes: number, done: (body: Buffer | undefined) => void): void {
  const chunks: Buffer[] = []
  let bytes = 0
  // Events of the stream have the context of the connection, not that of the request.
  const end = inThisRequest(done)
  request.on('data', (chunk: Buffer) => {
    if (bytes > maxBytes) return
    bytes += chunk.length
    if (bytes <= maxBytes) chunks.push(chunk)
    else end(undefined)
  })
  request.on('end', () => {
    const [first] = chunks
    if (bytes <= maxBytes) end(first && chunks.length === 1 ? first : Buffer.concat(chunks))
  })
}
