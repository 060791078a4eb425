import type { PayloadRequest } from 'payload'
import { slugs } from '../../options/slugs'

type Moved = { id: string; slug: string }

/**
 * 301 to where an article has gone, with its new slug in the body.
 *
 * @param path what follows `/api/articles`, or what the collection is called in the new address; readable, it is encoded here
 */
export function answerMoved(moved: Moved, req: PayloadRequest, path: string): Response {
  const address = `${req.payload.config.routes.api}/${slugs.articles}${path}`
  const location = address.split('/').map(encodeURIComponent).join('/')
  return Response.json({ movedTo: moved }, { status: 301, headers: { ...cachingFor(req), Location: location } })
}

/** What caches may do with an answer that depends on who asks. */
export function cachingFor({ user }: PayloadRequest): Record<string, string> {
  return { 'Cache-Control': user ? 'private, no-store' : 'public, no-cache', Vary: 'Authorization, Cookie' }
}
