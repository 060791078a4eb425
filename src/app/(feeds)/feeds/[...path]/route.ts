import config from '@payload-config'
import { getPayload } from 'payload'
import { pageLimitFault } from '../../../../validation/pageLimit'
import { findFeed, findMovedFeed } from '../../../../formats/syndication/feeds'
import { refuse } from '../../../../formats/syndication/publication'
import { siteOptions } from '../../../../formats/syndication/site'
import { publish } from '../../publish'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ path: string[] }> }

/** RSS, Atom and JSON Feed: of everything, of a section, of a tag, of an author; `?limit=` says of how many articles. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { path } = await params
  const limit = new URL(request.url).searchParams.get('limit')
  const fault = pageLimitFault(limit)
  if (fault !== undefined) return refuse(fault)
  const response = await publish((payload, options) => findFeed(path, payload, options, limit ? Number(limit) : undefined))
  if (response.status !== 404) return response
  const location = await findMovedFeed(path, await getPayload({ config }), siteOptions())
  return location === undefined ? response : new Response(null, { status: 301, headers: { Location: location } })
}
