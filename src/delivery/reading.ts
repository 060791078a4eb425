import type { IncomingMessage } from 'node:http'
import { readGraphQLBody, readGraphQLParams } from './graphql'
import type { GraphQLReading } from './graphql'
import type { Read } from './responseCache'
import type { Model } from './model'
import { hasCredentials } from './credentials'
import { publicPathOf } from './publicPath'
import { headerOf } from './rendered'
import type { Rendered } from './rendered'
import { shownIn, tagsOf } from './tags'
import { withOnly } from './target'
import type { Target } from './target'

/** What a request is, for delivery. */
export type Reading =
  /** Something public. */
  | { kind: 'read'; read: Read }
  /** Nothing that may be kept. */
  | { kind: 'pass' }

/** Where GraphQL is asked; in another spelling it is answered as well, and not kept. */
const GRAPHQL_PATH = '/api/graphql'

/** What pages and feeds are asked with. Campaigns and browsers add their own (`utm_source`, `fbclid`), which change nothing. */
const OF_PUBLICATIONS = ['limit', 'page']

const PASS: Reading = { kind: 'pass' }

/** The media type of answers to those who know GraphQL over HTTP; the others get application/json. */
const GRAPHQL_RESPONSE = 'application/graphql-response+json'

/** These headers carry a login, and a login may see more: no cache may mix the two up (RFC 9110 section 12.5.5). */
const CREDENTIALS = 'Authorization, Cookie'

/** Whether an anonymous request asks by the body of a POST, which must be read first. */
export function isGraphQLPost(request: IncomingMessage): boolean {
  return request.method === 'POST' && request.url === GRAPHQL_PATH && isJson(request) && !hasCredentials(request)
}

/** Tells what a request asks for by its target. People who are signed in are answered by the app, pages, feeds and sitemaps aside: those are the same for everybody. */
export function readingOf(request: IncomingMessage, target: Target, model: Model): Reading {
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  const path = isRead ? publicPathOf(target, model) : undefined
  if (!path || (path.kind !== 'publication' && hasCredentials(request))) return PASS
  if (path.kind === 'graphql') {
    const reading = readGraphQLParams(target.params, model)
    return reading.kind === 'query' ? { kind: 'read', read: graphqlRead(request, reading, model) } : PASS
  }
  const host = hostOf(request)
  const { normal } = path.kind === 'publication' ? withOnly(target, OF_PUBLICATIONS) : target
  const read: Read = {
    key: `${host} ${normal}`,
    ...(path.kind === 'publication' ? {} : { vary: CREDENTIALS }),
    // What is in the key, and not what was sent: whatever the app makes of it is the answer to the key.
    inner: { method: 'GET', url: normal, headers: { host, accept: '*/*' } },
    tagsOf: (rendered) => tagsOf(path, target, rendered.body, model),
  }
  return { kind: 'read', read }
}

/** The read in the body of a GraphQL POST, or undefined when it is none: a mutation, introspection, a mistake. */
export function graphqlReadOf(request: IncomingMessage, body: string, model: Model): Read | undefined {
  const reading = readGraphQLBody(body, model)
  return reading.kind === 'query' ? graphqlRead(request, reading, model) : undefined
}

function graphqlRead(request: IncomingMessage, { body, key, tags }: GraphQLReading & { kind: 'query' }, model: Model): Read {
  const host = hostOf(request)
  const accept = acceptOf(request)
  return {
    key: `${host} ${accept} ${key}`,
    inner: { method: 'POST', url: GRAPHQL_PATH, headers: { host, accept, 'content-type': 'application/json' }, body },
    vary: `Accept, ${CREDENTIALS}`,
    // An answer that holds errors may be half of one.
    tagsOf: (rendered) => (hasErrors(rendered) ? undefined : [...new Set([...tags, ...shownIn(rendered.body, Infinity, model)])]),
  }
}

/** What finds an answer again for a request of the same words, where nothing else of it matters. */
export function aliasOf(request: IncomingMessage): string {
  return `${hostOf(request)} ${request.url ?? ''}`
}

/** The same for a GraphQL request in the body of a POST. */
export function graphqlAliasOf(request: IncomingMessage, body: string): string {
  return `${hostOf(request)} ${acceptOf(request)} ${body}`
}

function acceptOf({ headers }: IncomingMessage): string {
  return headers.accept?.includes(GRAPHQL_RESPONSE) ? GRAPHQL_RESPONSE : 'application/json'
}

/** Answers hold addresses made of the host asked. */
export function hostOf({ headers }: IncomingMessage): string {
  return headers.host ?? ''
}

/** JSON that says of itself to be in another encoding is left to the app, which refuses it. */
function isJson({ headers }: IncomingMessage): boolean {
  const type = headers['content-type'] ?? ''
  return /^application\/json\b/i.test(type) && !namesOtherCharset(type)
}

/** Whether a `Content-Type` names another encoding than UTF-8, which is the only one of JSON (RFC 8259 section 8.1). */
export function namesOtherCharset(contentType: string): boolean {
  const [, ...parameters] = contentType.split(';').map((each) => each.trim().toLowerCase())
  const named = parameters.find((each) => each.startsWith('charset='))
  return named !== undefined && !['utf-8', '"utf-8"'].includes(named.slice('charset='.length))
}

function hasErrors(rendered: Rendered): boolean {
  if (rendered.status !== 200 || !headerOf(rendered, 'content-type')?.includes('json')) return true
  const body: unknown = JSON.parse(rendered.body.toString('utf8'))
  return typeof body !== 'object' || body === null || 'errors' in body
}
