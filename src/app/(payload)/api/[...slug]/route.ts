import config from '@payload-config'
import { REST_DELETE, REST_GET, REST_OPTIONS, REST_PATCH, REST_POST, REST_PUT } from '@payloadcms/next/routes'
import { refuseBadKey } from '../../../../apiKeys/refuseBadKey'
import { untilSaved } from '../../../../database/conflict'
import { refuseDeepPreference } from '../../../../guard/deepPreference'
import { limitQuery } from '../../../../guard/limitQuery'
import { answerMissing } from '../../../../guard/pictures/missingPicture'
import { answerPlainly } from '../../../../guard/plainErrors'
import { readMediaDir, readStorage } from '../../../../settings'

const pictures = { collection: 'media', directory: readStorage(process.env) ? undefined : readMediaDir(process.env) }

export const GET = limitQuery(answerMissing(answerPlainly(refuseBadKey(config, REST_GET(config))), pictures))
// A POST may stand for a GET (method overrides).
export const POST = limitQuery(answerMissing(refuseDeepPreference(answerPlainly(refuseBadKey(config, untilSaved(REST_POST(config))))), pictures))
export const PATCH = limitQuery(answerPlainly(refuseBadKey(config, untilSaved(REST_PATCH(config)))))
export const PUT = limitQuery(answerPlainly(refuseBadKey(config, untilSaved(REST_PUT(config)))))
export const DELETE = limitQuery(answerPlainly(refuseBadKey(config, untilSaved(REST_DELETE(config)))))
export const OPTIONS = REST_OPTIONS(config)
