import config from '@payload-config'
import { feedRoute } from 'dateline/routes'

export const dynamic = 'force-dynamic'
export const GET = feedRoute(config)
