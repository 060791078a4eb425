import { OVERRIDES } from '../delivery/credentials'
import { BODY_BYTES } from './bodyBytes'
import { limitAnswer } from './routeHandler'
import type { RouteHandler } from './routeHandler'

/** What Payload's parser (qs) reads: it drops what is beyond, and a condition that is dropped asks for everything. */
const MAX_PARAMETERS = 1000
const MAX_LEVELS = 10
const MAX_NAME = 500

/**
 * Refuses a query that is larger than its parser reads, in the address or in the body of a POST whose method is overridden to GET,
 * before it is parsed.
 */
export function limitQuery<Context>(handler: RouteHandler<Context>): RouteHandler<Context> {
  return async (request, context) => {
    const override = otherOverride(request)
    // Nothing reads it, and the POST would make a document.
    if (override !== undefined) return limitAnswer(400, `A POST may stand for a GET, and for nothing else: send a ${override} as one.`)
    const fault = parametersFault(new URL(request.url).search.slice(1)) ?? parametersFault(await queryInBody(request))
    return fault === undefined ? handler(request, context) : limitAnswer(fault.status, fault.message)
  }
}

/** The only type of a body that Payload takes a query from, in just these letters. */
export const FORM = 'application/x-www-form-urlencoded'

/** The query that Payload takes from a body; empty where it takes none. */
export async function queryInBody(request: Request): Promise<string> {
  return isOverriddenGet(request) && request.headers.get('Content-Type') === FORM ? request.clone().text() : ''
}

type Fault = { status: number; message: string }

/** Whether Payload would answer with everything, as it does not read the query in the body of such a request. */
export async function hasUnreadQuery(request: Request): Promise<boolean> {
  return isOverriddenGet(request) && request.headers.get('Content-Type') !== FORM && (await request.clone().text()) !== ''
}

/** The method that a POST is said to be instead, where that is not GET; undefined where there is none. */
function otherOverride({ headers, method }: Request): string | undefined {
  const named = method === 'POST' ? OVERRIDES.map((name) => headers.get(name)).find((value) => value !== null && value !== 'GET') : undefined
  return named?.replace(/[^A-Za-z]/g, '').slice(0, 10).toUpperCase()
}

function isOverriddenGet(request: Request): boolean {
  return request.method === 'POST' && OVERRIDES.some((name) => request.headers.get(name) === 'GET')
}

/** What is wrong with the size of a query, or undefined. */
function parametersFault(query: string): Fault | undefined {
  if (query.length > BODY_BYTES.query) return { status: 413, message: `This query is too large: it may have ${BODY_BYTES.query} bytes.` }
  const names = query.split('&', MAX_PARAMETERS + 1).map((parameter) => parameter.split('=', 1)[0] ?? '')
  if (names.length > MAX_PARAMETERS) return bad(`This query has too many parameters: send at most ${MAX_PARAMETERS}.`)
  if (names.some((name) => name.length > MAX_NAME)) return bad(`The name of a parameter is too long: it may have ${MAX_NAME} characters.`)
  // qs reads brackets that are percent-encoded, too.
  if (names.some((name) => name.replaceAll(/%5b/gi, '[').split('[').length - 1 > MAX_LEVELS)) return bad(`A parameter is too deep: at most ${MAX_LEVELS} pairs of brackets follow its name.`)
  return undefined
}

function bad(message: string): Fault {
  return { status: 400, message }
}
