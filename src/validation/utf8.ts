import { isUtf8 } from 'node:buffer'
import type { PayloadRequest } from 'payload'
import { namesOtherCharset } from '../delivery/reading'
import { refusals } from '../delivery/refuse'
import { mediaTypeOf, takesAll } from './mediaType'
import { isAdminUi } from './pageLimit'
import { limitAnswer } from './routeHandler'
import type { RouteHandler } from './routeHandler'

/** What is read in place of bytes that are no UTF-8. */
const REPLACEMENT = '\ufffd'

/**
 * Answers 415 to a body in another encoding than UTF-8, and 400 to one that is not in the encoding that JSON has (RFC 8259
 * section 8.1): whatever reads it would put U+FFFD in place of its letters. Forms with files hold other bytes, too: see
 * {@link hasDamage}.
 */
export function refuseOtherEncodings<Context>(handler: RouteHandler<Context>): RouteHandler<Context> {
  return async (request, context) => {
    const isOfBytes = request.body === null || mediaTypeOf(request) === 'multipart/form-data' || takesAll(request)
    if (isOfBytes) return handler(request, context)
    if (namesOtherCharset(request.headers.get('Content-Type') ?? '')) return limitAnswer(refusals.otherCharset.status, refusals.otherCharset.message)
    const bytes = await request.clone().arrayBuffer()
    if (!isUtf8(bytes)) return limitAnswer(refusals.notUtf8.status, refusals.notUtf8.message)
    // Payload takes an empty body for an empty document.
    return handler(bytes.byteLength > 0 ? request : withoutBody(request), context)
  }
}

function withoutBody({ headers, method, signal, url }: Request): Request {
  return new Request(url, { headers, method, signal })
}

/** Whether the words of a form were damaged as it was read. What stands in the admin UI is sent as it stands there. */
export function hasDamage(data: unknown, req: PayloadRequest): boolean {
  const isForm = req.headers.get('Content-Type')?.toLowerCase().startsWith('multipart/') === true
  return isForm && !isAdminUi(req) && JSON.stringify(data ?? null).includes(REPLACEMENT)
}
