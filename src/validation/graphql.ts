import { refusals } from '../delivery/refuse'
import { logRefusal } from '../log'
import { graphqlFault } from './graphqlFault'
import { mediaTypeOf } from './mediaType'
import { errorAnswer, limitAnswer } from './routeHandler'
import type { RouteHandler } from './routeHandler'

/** A GraphQL request, as it is in the body of a POST or in the parameters of a GET. */
export type GraphQLBody = { query: string; variables?: unknown; operationName?: unknown }

/** Bytes of a GraphQL request: an article of a thousand paragraphs, twice over. */
const MAX_BYTES = 2 * 1024 * 1024

/**
 * Puts the limits of one GraphQL request in front of what answers it: what asks for too much is answered with 400, what
 * is too long with 413, before it is validated, which takes time by the square of some documents.
 */
export function limitGraphQL(answer: (request: Request, body: GraphQLBody) => Promise<Response>): RouteHandler<unknown> {
  return async (request) => {
    if (request.method === 'GET') return answerGet(request)
    if (mediaTypeOf(request) !== 'application/json') return notJson()
    if (Number(request.headers.get('Content-Length') ?? 0) > MAX_BYTES) return tooLarge()
    const text = await request.text()
    if (text.length > MAX_BYTES) return tooLarge()
    const body = parseJson(text)
    if (Array.isArray(body)) return errorAnswer(400, 'Send one query in one request; a query may ask for several fields.')
    if (!isGraphQLBody(body)) return errorAnswer(400, 'Send a query as JSON: {"query": "{ Articles { docs { headline } } }"}.')
    return answerUnlessFaulty(request, body)
  }

  function answerGet(request: Request): Promise<Response> | Response {
    const { searchParams } = new URL(request.url)
    const query = searchParams.get('query')
    if (query === null) return errorAnswer(400, 'Send a query in the address: /api/graphql?query={Articles{docs{headline}}}.')
    const given = searchParams.get('variables')
    const variables = given ? parseJson(given) : {}
    if (typeof variables !== 'object' || Array.isArray(variables)) return errorAnswer(400, 'Send the variables as a JSON object.')
    return answerUnlessFaulty(request, { query, variables, operationName: searchParams.get('operationName') || undefined })
  }

  function answerUnlessFaulty(request: Request, body: GraphQLBody): Promise<Response> | Response {
    const fault = graphqlFault(body)
    return fault === undefined ? answer(request, body) : refuseQuery(fault)
  }
}

/** What is wrong may repeat what the client sent, which the log does not. */
export function refuseQuery(fault: string): Response {
  logRefusal(400, 'This GraphQL query cannot be read, or asks for too much.')
  return errorAnswer(400, fault)
}

function notJson(): Response {
  return Response.json(
    { errors: [{ message: 'Send a query as JSON, with Content-Type: application/json.' }] },
    { status: 415, headers: { 'Accept-Post': 'application/json' } },
  )
}

function tooLarge(): Response {
  const { message, status } = refusals.tooLarge(MAX_BYTES)
  return limitAnswer(status, message)
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
