import config from '@payload-config'
import { readerRoute } from 'dateline/routes'

export const dynamic = 'force-dynamic'
export const GET = readerRoute(config)
