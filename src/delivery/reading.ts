import type { IncomingMessage } from 'node:http'
import { readGraphQLBody, readGraphQLParams } from './graphql'
import type { GraphQLReading } from './graphql'
import type { Read } from './kitchen'
import type { Model } from './model'
import { publicPathOf } from './publicPath'
import { headerOf } from './rendered'
import type { Rendered } from './rendered'
import { shownIn, tagsOf } from './tags'
import type { Target } from './target'

/** What an anonymous request is, for delivery. */
export type Reading =
  /** Something public. */
  | { kind: 'read'; read: Read }
  /** A GraphQL request whose body must be read first. */
  | { kind: 'graphql' }
  | { kind: 'mutationByGet' }
  /** Nothing that may be kept. */
  | { kind: 'pass' }

const PASS: Reading = { kind: 'pass' }

/** The media type of answers to those who know GraphQL over HTTP; the others get application/json. */
const GRAPHQL_RESPONSE = 'application/graphql-response+json'

/** Tells what an anonymous request asks for. */
export function readingOf(request: IncomingMessage, target: Target, model: Model): Reading {
  const path = publicPathOf(target, model)
  if (!path) return PASS
  const isGet = request.method === 'GET' || request.method === 'HEAD'
  if (path.kind === 'graphql') {
    if (!isGet) return request.method === 'POST' && isJson(request) && target.params.length === 0 ? { kind: 'graphql' } : PASS
    const reading = readGraphQLParams(target.params, model)
    if (reading.kind === 'mutation') return { kind: 'mutationByGet' }
    return reading.kind === 'query' ? { kind: 'read', read: graphqlRead(request, reading, model) } : PASS
  }
  if (!isGet) return PASS
  const host = hostOf(request)
  const read: Read = {
    key: `${host} ${target.normal}`,
    inner: { method: 'GET', url: request.url ?? '/', headers: { host, accept: '*/*' } },
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
    inner: { method: 'POST', url: '/api/graphql', headers: { host, accept, 'content-type': 'application/json' }, body },
    vary: 'Accept',
    // An answer that holds errors may be half of one.
    tagsOf: (rendered) => (hasErrors(rendered) ? undefined : [...new Set([...tags, ...shownIn(rendered.body, Infinity, model)])]),
  }
}

/** What tells apart two raw GraphQL requests with the same body. */
export function acceptOf({ headers }: IncomingMessage): string {
  return headers.accept?.includes(GRAPHQL_RESPONSE) ? GRAPHQL_RESPONSE : 'application/json'
}

/** Answers hold addresses made of the host asked. */
export function hostOf({ headers }: IncomingMessage): string {
  return headers.host ?? ''
}

function isJson({ headers }: IncomingMessage): boolean {
  return /^application\/json\b/i.test(headers['content-type'] ?? '')
}

function hasErrors(rendered: Rendered): boolean {
  if (rendered.status !== 200 || !headerOf(rendered, 'content-type')?.includes('json')) return true
  const body: unknown = JSON.parse(rendered.body.toString('utf8'))
  return typeof body !== 'object' || body === null || 'errors' in body
}
