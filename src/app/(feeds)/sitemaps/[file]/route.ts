import config from '@payload-config'
import { sitemapRoute } from 'dateline/routes'

export const dynamic = 'force-dynamic'
export const GET = sitemapRoute(config)
