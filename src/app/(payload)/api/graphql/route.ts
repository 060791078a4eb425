import config from '@payload-config'
import { REST_OPTIONS } from '@payloadcms/next/routes'
import { refuseBadKey } from '../../../../security/apiKeys/refuseBadKey'
import { answerGraphQL } from '../../../../graphql/answerGraphQL'
import { limitGraphQL } from '../../../../validation/graphql'

const answer = refuseBadKey(config, limitGraphQL(answerGraphQL(config)))

export const GET = answer
export const POST = answer
export const OPTIONS = REST_OPTIONS(config)
