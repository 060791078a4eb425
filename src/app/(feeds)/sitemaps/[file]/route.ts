import { findSitemapPage } from '../../../../formats/syndication/sitemaps'
import { publish } from '../../publish'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ file: string }> }

/** A page of the sitemap. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { file } = await params
  return publish((payload, options) => findSitemapPage(file, payload, options))
}
