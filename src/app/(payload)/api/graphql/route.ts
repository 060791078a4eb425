import config from '@payload-config'
import { GRAPHQL_POST, REST_OPTIONS } from '@payloadcms/next/routes'
import { refuseBadKey } from '../../../../apiKeys/refuseBadKey'
import { limitGraphQL } from '../../../../guard/graphql'

export const POST = limitGraphQL(refuseBadKey(config, GRAPHQL_POST(config)))
export const OPTIONS = REST_OPTIONS(config)
