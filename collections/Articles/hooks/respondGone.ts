import { NotFound } from 'payload'
import type { CollectionAfterErrorHook } from 'payload'
import { findNotice } from '../../../src/formats/syndication/findArticle'

/** Asked for by its id or slug, an article that was public and is withdrawn answers 410 Gone, with the notice that was left. */
export const respondGone: CollectionAfterErrorHook = async ({ error, req }) => {
  const key = req.routeParams?.id ?? req.routeParams?.slug
  if (!(error instanceof NotFound) || req.method !== 'GET' || typeof key !== 'string') return
  const message = await findNotice(key, req)
  return message === undefined ? undefined : { status: 410, response: { errors: [{ message }] } }
}
