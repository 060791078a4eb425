import config from '@payload-config'
import { playgroundRoute } from 'dateline/routes'

export const GET = playgroundRoute(config)
