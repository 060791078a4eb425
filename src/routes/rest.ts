import { REST_DELETE, REST_GET, REST_OPTIONS, REST_PATCH, REST_POST, REST_PUT } from '@payloadcms/next/routes'
import type { SanitizedConfig } from 'payload'
import { isProjects } from '../options/ofNewsroom'
import { retryRequest } from '../database/conflict'
import { refuseBadKey } from '../security/apiKeys/refuseBadKey'
import { withoutKey } from '../security/apiKeys/withoutKey'
import { answerMissing } from '../security/pictures/missingPicture'
import { refuseBadPreference } from '../validation/badPreference'
import { refuseStrayParts } from '../validation/formParts'
import { limitQuery } from '../validation/limitQuery'
import { refuseOtherMedia } from '../validation/mediaType'
import { answerPlainly } from '../validation/plainErrors'
import type { ApiContext, RouteHandler } from '../validation/routeHandler'
import { refuseUnknownParameters } from '../validation/unknownParameters'
import { refuseOtherEncodings } from '../validation/utf8'
import { answerWrongMethod } from '../validation/wrongMethod'

/**
 * The REST API: Payload's, with the newsroom's limits and its answers to requests that are wrong. What a project made itself
 * is limited in the size of its queries only.
 */
export function restRoutes(config: Promise<SanitizedConfig>): Record<'DELETE' | 'GET' | 'OPTIONS' | 'PATCH' | 'POST' | 'PUT', RouteHandler<ApiContext>> {
  const limited = (handler: RouteHandler<ApiContext>): RouteHandler<ApiContext> => {
    const ofNewsroom = refuseOtherEncodings(limitQuery(refuseUnknownParameters(config, answerPlainly(refuseBadKey(config, answerWrongMethod(config, refuseOtherMedia(refuseStrayParts(config, handler))))))))
    const ofProject = limitQuery(refuseBadKey(config, withoutKey(handler)))
    return async (request, context) => {
      const { slug: segments = [] } = await context.params
      return isProjects(segments, await config) ? ofProject(request, context) : ofNewsroom(request, context)
    }
  }
  return {
    DELETE: limited(retryRequest(REST_DELETE(config))),
    GET: answerMissing(config, limited(REST_GET(config))),
    OPTIONS: REST_OPTIONS(config),
    PATCH: limited(retryRequest(REST_PATCH(config))),
    // A method override may make it a GET.
    POST: answerMissing(config, refuseBadPreference(limited(retryRequest(REST_POST(config))))),
    PUT: limited(retryRequest(REST_PUT(config))),
  }
}
