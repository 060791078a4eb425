import config from '@payload-config'
import { GRAPHQL_PLAYGROUND_GET } from '@payloadcms/next/routes'
import { answerPlainly } from '../../../../validation/plainErrors'

export const GET = answerPlainly(GRAPHQL_PLAYGROUND_GET(config))
