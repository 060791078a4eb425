import { APIError } from 'payload'
import type { SanitizedConfig } from 'payload'
import { isJoined } from '../options/ofNewsroom'
import { mediaTypeOf } from './mediaType'
import type { ApiContext, RouteHandler } from './routeHandler'

/** Longer names are not repeated in full. */
const MAX_NAME = 100

/** The longest head of a part that is looked at; the parser behind refuses far shorter ones. */
const MAX_HEAD = 16 * 1024

const HEAD_END = Buffer.from('\r\n\r\n')

/**
 * Refuses the parts of a form that Payload would drop with a 200: all but the document, and the file of a collection that
 * has files. The parts are named as the form passes by, and nothing of it is kept.
 */
export function refuseStrayParts(config: Promise<SanitizedConfig>, handler: RouteHandler<ApiContext>): RouteHandler<ApiContext> {
  return async (request, context) => {
    const [room] = (await context.params).slug ?? []
    const collection = (await config).collections.find(({ slug }) => slug === room)
    const boundary = boundaryOf(request.headers.get('Content-Type') ?? '')
    // What a project takes with its own files is for the project to say.
    if (!collection || isJoined(collection) || !request.body || boundary === undefined || mediaTypeOf(request) !== 'multipart/form-data') return handler(request, context)
    const taken = collection.upload ? ['_payload', 'file'] : ['_payload']
    const body = request.body.pipeThrough(partsNamed(boundary, (name) => {
      if (taken.includes(name)) return
      throw new APIError(`The part "${name.slice(0, MAX_NAME)}" of this form is not stored: write the document as JSON into "_payload"${collection.upload ? ', and send the picture in "file"' : ''}.`, 400, undefined, true)
    }))
    const { headers, method, signal, url } = request
    const init: RequestInit & { duplex: 'half' } = { body, duplex: 'half', headers, method, signal }
    return handler(new Request(url, init), context)
  }
}

/** Lets a form through, and tells the name of each part that has one (RFC 7578). */
function partsNamed(boundary: string, tell: (name: string) => void): TransformStream<Uint8Array, Uint8Array> {
  const delimiter = Buffer.from(`--${boundary}`)
  let rest = Buffer.alloc(0)
  let isInHead = false
  return new TransformStream({
    transform(chunk, controller) {
      rest = Buffer.concat([rest, chunk])
      for (;;) {
        const mark = isInHead ? HEAD_END : delimiter
        const at = rest.indexOf(mark)
        if (at === -1) {
          // A mark may go on in the next chunk; of a head, all of it may be wanted.
          rest = rest.subarray(Math.max(0, rest.length - (isInHead ? MAX_HEAD : mark.length - 1)))
          break
        }
        const name = isInHead ? nameIn(rest.subarray(0, at).toString('utf8')) : undefined
        if (name !== undefined) tell(name)
        rest = rest.subarray(at + mark.length)
        isInHead = !isInHead
      }
      controller.enqueue(chunk)
    },
  })
}

function nameIn(head: string): string | undefined {
  return /[;\s]name="([^"]*)"/i.exec(head)?.[1] ?? /[;\s]name=([^;\s"]+)/i.exec(head)?.[1]
}

function boundaryOf(contentType: string): string | undefined {
  const [, quoted, plain] = /;\s?boundary=(?:"([^"]+)"|([^;\s"]+))/i.exec(contentType) ?? []
  return quoted ?? plain
}
