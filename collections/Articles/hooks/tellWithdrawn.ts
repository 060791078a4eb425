import { NotFound } from 'payload'
import type { CollectionAfterErrorHook } from 'payload'
import { findWithdrawn } from '../../../src/publishing/findArticle'

/** What readers are told of an article that was withdrawn without a word. */
const WITHDRAWN = 'This article has been withdrawn.'

/** Asked for by its id, an article that was public and is withdrawn answers 410 Gone, with the notice that was left. */
export const tellWithdrawn: CollectionAfterErrorHook = async ({ error, req }) => {
  const key = req.routeParams?.id
  if (!(error instanceof NotFound) || req.method !== 'GET' || typeof key !== 'string') return
  const withdrawn = await findWithdrawn(key, req)
  if (!withdrawn) return
  const { notice } = await req.payload.findByID({
    collection: 'articles',
    id: withdrawn.id,
    depth: 0,
    overrideAccess: true,
    req,
    select: { notice: true },
    trash: true,
  })
  return { status: 410, response: { errors: [{ message: notice?.trim() || WITHDRAWN }] } }
}
