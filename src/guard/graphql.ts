import { refusals } from '../delivery/refuse'
import type { GraphQLBody } from '../graphql/answerGraphQL'
import { graphqlFault } from './graphqlFault'
import { errorAnswer } from './routeHandler'
import type { RouteHandler } from './routeHandler'

/** Bytes of a GraphQL request: an article of a thousand paragraphs, twice over. */
const MAX_BYTES = 2 * 1024 * 1024

/**
 * Puts the limits of one GraphQL request in front of what answers it: what asks for too much is answered with 400, what
 * is too long with 413, before it is validated, which takes time by the square of some documents.
 */
export function limitGraphQL(answer: (request: Request, body: GraphQLBody) => Promise<Response>): RouteHandler<unknown> {
  return async (request) => {
    if (Number(request.headers.get('Content-Length') ?? 0) > MAX_BYTES) return tooLarge()
    const text = await request.text()
    if (text.length > MAX_BYTES) return tooLarge()
    const body = parseJson(text)
    if (Array.isArray(body)) return errorAnswer(400, 'Send one query in one request; a query may ask for several fields.')
    if (!isGraphQLBody(body)) return errorAnswer(400, 'Send a query as JSON: {"query": "{ Articles { docs { headline } } }"}.')
    const fault = graphqlFault(body)
    return fault === undefined ? answer(request, body) : errorAnswer(400, fault)
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

function isGraphQLBody(value: unknown): value is GraphQLBody {
  return typeof value === 'object' && value !== null && 'query' in value && typeof value.query === 'string'
}
