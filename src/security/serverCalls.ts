import { AsyncLocalStorage } from 'node:async_hooks'
import type { IncomingMessage, RequestListener } from 'node:http'
import { limitBody } from '../delivery/requestBody'

/** A call of one of the server's functions by a page, as Next takes it: whether it could be read. */
type ServerCall = { isRead: boolean }

const KEY = Symbol.for('dateline.serverCalls')

/** The call that is being answered. The HTTP server and the app inside Next meet only on `globalThis`. */
function calls(): AsyncLocalStorage<ServerCall> {
  const shared: typeof globalThis & { [KEY]?: AsyncLocalStorage<ServerCall> } = globalThis
  return (shared[KEY] ??= new AsyncLocalStorage())
}

/** The longest call, in bytes: Next reads no longer one. */
const MAX_CALL_BYTES = 1024 * 1024

/** A page's call: by fetch it names the function in a header, by a form in the form. The APIs take forms of their own. */
export function isServerCall({ headers, method, url = '' }: Pick<IncomingMessage, 'headers' | 'method' | 'url'>): boolean {
  return method === 'POST' && !/^\/+api\//.test(url) && (headers['next-action'] !== undefined || /^multipart\/form-data\b/i.test(headers['content-type'] ?? ''))
}

/** Notes that the call being answered could be read, and has reached the function it is for. */
export function noteServerCall(): void {
  const call = calls().getStore()
  if (call) call.isRead = true
}

/**
 * Has an app answer 400 to calls that it cannot read, and 413 to those that are too long: Next answers 500, as if it had failed itself, to a body that is no
 * list of arguments, a form that ends too early, or an origin that is not this server's.
 */
export function withReadableCalls(app: RequestListener): RequestListener {
  return (request, response) => {
    if (!isServerCall(request)) return app(request, response)
    if (!limitBody(request, response, MAX_CALL_BYTES)) return undefined
    const call: ServerCall = { isRead: false }
    let status = response.statusCode
    Object.defineProperty(response, 'statusCode', {
      get: () => status,
      set: (wanted: number) => {
        status = wanted === 500 && !call.isRead ? 400 : wanted
      },
    })
    return calls().run(call, () => app(request, response))
  }
}
