import config from '@payload-config'
import { GRAPHQL_POST, REST_OPTIONS } from '@payloadcms/next/routes'
import { refuseBadKey } from '../../../../apiKeys/refuseBadKey'

export const POST = refuseBadKey(config, GRAPHQL_POST(config))
export const OPTIONS = REST_OPTIONS(config)
