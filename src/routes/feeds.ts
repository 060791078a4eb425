import { getPayload } from 'payload'
import type { Payload, SanitizedConfig } from 'payload'
import type { FormatOptions } from '../formats/types'
import { findFeed, findMovedFeed } from '../formats/syndication/feeds'
import { answerPublication, refuse } from '../formats/syndication/publication'
import type { Publication } from '../formats/syndication/publication'
import { siteOptions } from '../formats/syndication/site'
import { findSitemapPage, SEARCH_FILES } from '../formats/syndication/sitemaps'
import { pageLimitFault } from '../validation/pageLimit'
import type { RouteHandler } from '../validation/routeHandler'
import { ifEnabled } from './ifEnabled'

type Find = (payload: Payload, options: FormatOptions) => Promise<Publication | undefined>

/** RSS, Atom and JSON Feed, at `feeds/[...path]`: of everything, of a section, of a tag, of an author; `?limit=` says of how many articles. */
export function feedRoute(config: Promise<SanitizedConfig>): RouteHandler<{ params: Promise<{ path: string[] }> }> {
  return ifEnabled(config, async (request: Request, { params }: { params: Promise<{ path: string[] }> }) => {
    const { path } = await params
    const limit = new URL(request.url).searchParams.get('limit')
    const fault = pageLimitFault(limit)
    if (fault !== undefined) return refuse(fault)
    const response = await publish(config, (payload, options) => findFeed(path, payload, options, limit ? Number(limit) : undefined))
    if (response.status !== 404) return response
    const location = await findMovedFeed(path, await getPayload({ config }), siteOptions())
    return location === undefined ? response : new Response(null, { status: 301, headers: { Location: location } })
  }, 'feeds')
}

/** One page of the sitemap, at `sitemaps/[file]`. */
export function sitemapRoute(config: Promise<SanitizedConfig>): RouteHandler<{ params: Promise<{ file: string }> }> {
  return ifEnabled(config, async (_request: Request, { params }: { params: Promise<{ file: string }> }) => {
    const { file } = await params
    return publish(config, (payload, options) => findSitemapPage(file, payload, options))
  })
}

/** A file that search engines look for: `robots.txt`, `sitemap.xml` or `news-sitemap.xml`. */
export function searchFileRoute(config: Promise<SanitizedConfig>, file: keyof typeof SEARCH_FILES): () => Promise<Response> {
  return ifEnabled(config, () => publish(config, SEARCH_FILES[file]))
}

async function publish(config: Promise<SanitizedConfig>, find: Find): Promise<Response> {
  const payload = await getPayload({ config, cron: true })
  return answerPublication(await find(payload, siteOptions()))
}
