import { refusals } from '../delivery/refuse'
import { graphqlFault } from './graphqlFault'
import { errorAnswer } from './routeHandler'
import type { RouteHandler } from './routeHandler'

/** Bytes of a GraphQL request: an article of a thousand paragraphs, twice over. */
const MAX_BYTES = 2 * 1024 * 1024

/**
 * Puts the limits of one GraphQL request in front of a handler: what asks for too much is answered with 400, what is too
 * long with 413, before it is validated, which takes time by the square of some documents.
 */
export function limitGraphQL<Context>(handler: RouteHandler<Context>): RouteHandler<Context> {
  return async (request, context) => {
    if (Number(request.headers.get('Content-Length') ?? 0) > MAX_BYTES) return tooLarge()
    const text = await request.clone().text()
    if (text.length > MAX_BYTES) return tooLarge()
    const body = parseJson(text)
    if (Array.isArray(body)) return errorAnswer(400, 'Send one query in one request; a query may ask for several fields.')
    if (!isRecord(body) || typeof body.query !== 'string') return errorAnswer(400, 'Send a query as JSON: {"query": "{ Articles { docs { headline } } }"}.')
    const fault = graphqlFault({ query: body.query, variables: body.variables })
    return fault === undefined ? handler(request, context) : errorAnswer(400, fault)
  }
}

function tooLarge(): Response {
  const { message, status } = refusals.tooLarge(MAX_BYTES)
  return errorAnswer(status, message)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
