import config from '@payload-config'
import { REST_DELETE, REST_GET, REST_OPTIONS, REST_PATCH, REST_POST, REST_PUT } from '@payloadcms/next/routes'
import { refuseBadKey } from '../../../../apiKeys/refuseBadKey'
import { answerMissing } from '../../../../guard/pictures/missingPicture'
import { answerPlainly } from '../../../../guard/plainErrors'
import { readMediaDir } from '../../../../settings'

export const GET = answerMissing(answerPlainly(refuseBadKey(config, REST_GET(config))), { collection: 'media', directory: readMediaDir(process.env) })
export const POST = answerPlainly(refuseBadKey(config, REST_POST(config)))
export const PATCH = answerPlainly(refuseBadKey(config, REST_PATCH(config)))
export const PUT = answerPlainly(refuseBadKey(config, REST_PUT(config)))
export const DELETE = answerPlainly(refuseBadKey(config, REST_DELETE(config)))
export const OPTIONS = REST_OPTIONS(config)
