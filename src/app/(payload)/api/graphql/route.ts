import config from '@payload-config'
import { REST_OPTIONS } from '@payloadcms/next/routes'
import { refuseBadKey } from '../../../../apiKeys/refuseBadKey'
import { answerGraphQL } from '../../../../graphql/answerGraphQL'
import { limitGraphQL } from '../../../../guard/graphql'

export const POST = refuseBadKey(config, limitGraphQL(answerGraphQL(config)))
export const OPTIONS = REST_OPTIONS(config)
