import { currentOptions } from '../options/current'
import { withoutSlash } from '../text/ends'
import type { RouteHandler } from './routeHandler'

/** What the bodies of the REST API may be. */
const TAKEN = ['application/json', 'multipart/form-data'] as const

/** Whether a request is to the import, which takes files of every kind, as they are. */
export function takesAll({ url }: Request): boolean {
  return new URL(url).pathname === `${withoutSlash(currentOptions().routes.api)}/import`
}

/** A form may be the query of a read (method overrides). */
const FORM = 'application/x-www-form-urlencoded'

/** Answers 415 to a body of a media type that nothing here reads (RFC 9110 section 15.5.16), and names those that are read. */
export function refuseOtherMedia<Context>(handler: RouteHandler<Context>): RouteHandler<Context> {
  return (request, context) => (isTaken(request) ? handler(request, context) : refusal(request.method))
}

/** The media type of a request's body, in lower case and without parameters. */
export function mediaTypeOf({ headers }: Request): string {
  return (headers.get('Content-Type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
}

function isTaken(request: Request): boolean {
  const { headers } = request
  const hasBody = headers.has('Transfer-Encoding') || Number(headers.get('Content-Length') ?? 0) > 0
  const type = mediaTypeOf(request)
  if (!hasBody || type === '' || TAKEN.some((taken) => taken === type) || takesAll(request)) return true
  return type === FORM && (headers.has('X-Payload-HTTP-Method-Override') || headers.has('X-HTTP-Method-Override'))
}

function refusal(method: string): Response {
  const types = TAKEN.join(', ')
  return Response.json(
    { errors: [{ message: `Send the body as one of: ${types}.` }] },
    { status: 415, headers: { [method === 'PATCH' ? 'Accept-Patch' : 'Accept-Post']: types } },
  )
}
