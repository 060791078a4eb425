import { SEARCH_FILES } from '../../../formats/syndication/sitemaps'
import { publish } from '../publish'

export const dynamic = 'force-dynamic'

export function GET(): Promise<Response> {
  return publish(SEARCH_FILES['sitemap.xml'])
}
