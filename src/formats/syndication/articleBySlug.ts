import { NotFound, parseParams } from 'payload'
import type { PayloadRequest } from 'payload'
import { slugs } from '../../options/slugs'
import { answerMoved, cachingFor } from './answerMoved'
import { findMoved } from './findArticle'
import { mayBeSlug } from '../../articles/slugs'

/**
 * Answers with the article that has a slug, as `GET /api/articles/:id` would; 301 when it has another slug now. The
 * query parameters are those of a read by id.
 *
 * @throws NotFound, which the collection makes 410 for what has been withdrawn
 */
export async function answerBySlug(req: PayloadRequest): Promise<Response> {
  const slug = String(req.routeParams?.slug ?? '')
  if (!mayBeSlug(slug)) throw new NotFound(req.t)
  const { depth, draft, joins, populate, select } = parseParams({ ...req.query })
  const { docs } = await req.payload.find({
    collection: slugs.articles,
    depth,
    draft,
    joins,
    limit: 1,
    overrideAccess: false,
    pagination: false,
    populate,
    req,
    select,
    where: { slug: { equals: slug } },
  })
  if (docs[0]) return Response.json(docs[0], { headers: cachingFor(req) })
  const moved = await findMoved(slug, req)
  if (!moved) throw new NotFound(req.t)
  return answerMoved(moved, req, `/by-slug/${moved.slug}`)
}
