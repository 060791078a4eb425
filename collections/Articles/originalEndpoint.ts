import { APIError, NotFound } from 'payload'
import type { Endpoint } from 'payload'
import { originalLines } from '../../src/ingest/original/originalLines'
import { slugs } from '../../src/options/slugs'

/**
 * `GET /api/articles/:id/original`: the copy that an article was made of, line by line, with where each line went; for
 * those who may read its `source` (docs/wire-copy.md). Others get 404, as for an article that has none.
 */
export const originalEndpoint: Endpoint = {
  path: '/:id/original',
  method: 'get',
  handler: async (req) => {
    const id = String(req.routeParams?.id ?? '')
    const article = await req.payload.findByID({ collection: slugs.articles, id, depth: 0, disableErrors: true, draft: true, overrideAccess: false, req })
    if (!article) throw new NotFound(req.t)
    const { encoding, text } = article.source ?? {}
    if (!text) throw new APIError('No original copy of this article is kept.', 404, undefined, true)
    return Response.json({ lines: originalLines({ text, encoding: encoding ?? 'utf-8' }) }, { headers: { 'Cache-Control': 'private, no-store' } })
  },
}
