import config from '@payload-config'
import { shareRoute } from 'dateline/routes'

export const dynamic = 'force-dynamic'
export const GET = shareRoute(config)
