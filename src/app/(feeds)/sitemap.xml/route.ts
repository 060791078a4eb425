import config from '@payload-config'
import { searchFileRoute } from 'dateline/routes'

export const dynamic = 'force-dynamic'
export const GET = searchFileRoute(config, 'sitemap.xml')
