import config from '@payload-config'
import { REST_DELETE, REST_GET, REST_OPTIONS, REST_PATCH, REST_POST, REST_PUT } from '@payloadcms/next/routes'
import { refuseBadKey } from '../../../../security/apiKeys/refuseBadKey'
import { retryRequest } from '../../../../database/conflict'
import { refuseBadPreference } from '../../../../validation/badPreference'
import { limitQuery } from '../../../../validation/limitQuery'
import { refuseUnknownParameters } from '../../../../validation/unknownParameters'
import { answerMissing } from '../../../../security/pictures/missingPicture'
import { refuseOtherMedia } from '../../../../validation/mediaType'
import { answerPlainly } from '../../../../validation/plainErrors'
import type { ApiContext, RouteHandler } from '../../../../validation/routeHandler'
import { answerWrongMethod } from '../../../../validation/wrongMethod'
import { readMediaDir, readStorage } from '../../../../settings'

const pictures = { collection: 'media', directory: readStorage(process.env) ? undefined : readMediaDir(process.env) }

/** What every request of the REST API is held to. */
function rest<Context extends ApiContext>(handler: RouteHandler<Context>): RouteHandler<Context> {
  return limitQuery(refuseUnknownParameters(config, answerPlainly(refuseBadKey(config, answerWrongMethod(config, refuseOtherMedia(handler))))))
}

export const GET = answerMissing(rest(REST_GET(config)), pictures)
// A POST may stand for a GET (method overrides).
export const POST = answerMissing(refuseBadPreference(rest(retryRequest(REST_POST(config)))), pictures)
export const PATCH = rest(retryRequest(REST_PATCH(config)))
export const PUT = rest(retryRequest(REST_PUT(config)))
export const DELETE = rest(retryRequest(REST_DELETE(config)))
export const OPTIONS = REST_OPTIONS(config)
