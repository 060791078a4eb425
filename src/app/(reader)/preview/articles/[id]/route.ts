import config from '@payload-config'
import { previewRoute } from 'dateline/routes'

export const dynamic = 'force-dynamic'
export const GET = previewRoute(config)
