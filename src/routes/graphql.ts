import { GRAPHQL_PLAYGROUND_GET, REST_OPTIONS } from '@payloadcms/next/routes'
import type { SanitizedConfig } from 'payload'
import { answerGraphQL } from '../graphql/answerGraphQL'
import { refuseBadKey } from '../security/apiKeys/refuseBadKey'
import { limitGraphQL } from '../validation/graphql'
import { answerPlainly } from '../validation/plainErrors'
import { refuseOtherEncodings } from '../validation/utf8'
import type { ApiContext, RouteHandler } from '../validation/routeHandler'

/** GraphQL over HTTP, with the newsroom's limits. */
export function graphqlRoutes(config: Promise<SanitizedConfig>): Record<'GET' | 'OPTIONS' | 'POST', RouteHandler<ApiContext>> {
  const answer = refuseOtherEncodings(refuseBadKey(config, limitGraphQL(answerGraphQL(config))))
  return { GET: answer, OPTIONS: REST_OPTIONS(config), POST: answer }
}

/** Payload's GraphQL playground. */
export function playgroundRoute(config: Promise<SanitizedConfig>): RouteHandler<ApiContext> {
  return answerPlainly(GRAPHQL_PLAYGROUND_GET(config))
}
