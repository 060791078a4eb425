import config from '@payload-config'
import { graphqlRoutes } from 'dateline/routes'

export const { GET, OPTIONS, POST } = graphqlRoutes(config)
