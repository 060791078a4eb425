import config from '@payload-config'
import { healthRoute } from 'dateline/routes'

export const GET = healthRoute(config)
