import { SEARCH_FILES } from '../../../publishing/sitemaps'
import { publish } from '../publish'

export const dynamic = 'force-dynamic'

export function GET(request: Request): Promise<Response> {
  return publish(request, SEARCH_FILES['news-sitemap.xml'])
}
