import { Forbidden } from 'payload'
import type { Endpoint, PayloadRequest, Where } from 'payload'
import { formatAdminURL } from 'payload/shared'
import { asksAs } from '../access/person'
import { slugs } from '../options/slugs'
import type { TermKind } from './mergeTerms'

/** As many are shown at once: their ids go into an address. */
const MOST = 100

/** The filter of a list by which the unused ones are shown. */
export const UNUSED_FILTER = 'where[or][0][and][0][id]'

/**
 * `GET /api/tags/unused` and `/api/authors/unused`, for editors: leads to the list of those that no article names, neither as
 * readers have it nor in its newest version, and that are nobody's byline. Opened from the list itself.
 */
export function unusedEndpoint(kind: TermKind): Endpoint {
  return {
    path: '/unused',
    method: 'get',
    handler: async (req) => {
      if (!asksAs('editor', req)) throw new Forbidden(req.t)
      const ids = await findUnused(kind, req)
      const list = formatAdminURL({ adminRoute: req.payload.config.routes.admin, path: `/collections/${slugs[kind]}` })
      // One value, for a query reads no list of more than twenty. A list of nothing needs a condition too, that nothing meets.
      const [condition, value] = ids.length > 0 ? ['in', ids.join(',')] : ['exists', 'false']
      const query = new URLSearchParams([[`${UNUSED_FILTER}[${condition}]`, value]])
      return new Response(null, { status: 302, headers: { 'Cache-Control': 'no-store', Location: `${list}?${query.toString()}` } })
    },
  }
}

/** The first hundred that nothing names, by their names. */
async function findUnused(kind: TermKind, req: PayloadRequest): Promise<string[]> {
  const { docs } = await req.payload.find({ collection: slugs[kind], depth: 0, limit: 0, overrideAccess: true, pagination: false, req, select: {}, sort: 'name' })
  const unused: string[] = []
  for (const { id } of docs) {
    if (unused.length === MOST) break
    if (!(await isUsed(kind, id, req))) unused.push(id)
  }
  return unused
}

async function isUsed(kind: TermKind, id: string, req: PayloadRequest): Promise<boolean> {
  const { db } = req.payload
  const path = kind === 'tags' ? 'tags' : 'bylines.author'
  const named = (prefix: string): Where => ({ [`${prefix}${path}`]: { equals: id } })
  if (await db.findOne({ collection: slugs.articles, req, select: { slug: true }, where: named('') })) return true
  const newest = { and: [{ latest: { equals: true } }, named('version.')] }
  const versions = await db.findVersions({ collection: slugs.articles, limit: 1, pagination: false, req, select: { parent: true }, where: newest })
  if (versions.docs.length > 0) return true
  return kind === 'authors' && (await db.findOne({ collection: slugs.users, req, select: { name: true }, where: { author: { equals: id } } })) !== null
}
