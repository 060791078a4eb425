import { APIError, Forbidden } from 'payload'
import type { CollectionBeforeValidateHook } from 'payload'
import { isOwnArticle } from '../../../src/access/ownArticles'
import { isBound, personOf } from '../../../src/access/person'
import type { Article } from '../../../src/payload-types'
import { isScheduled } from '../schedule/schedule'

/**
 * Journalists change what is theirs until they submit it. The newest version decides: access rules also look at the
 * published one, of which a byline or a stage may be long out of date.
 */
export const keepToOwnWork: CollectionBeforeValidateHook<Article> = async ({ data, operation, originalDoc, req }) => {
  if (operation !== 'update' || !isBound(req)) return data
  const person = personOf(req)
  if (!person || !originalDoc) throw new Forbidden(req.t)
  const newest = await req.payload.findByID({
    collection: 'articles',
    id: originalDoc.id,
    depth: 0,
    draft: true,
    overrideAccess: true,
    req,
    showHiddenFields: true,
    trash: true,
  })
  if (!isOwnArticle(newest, person)) throw new Forbidden(req.t)
  if (newest.stage !== 'draft') {
    throw new APIError('It is with the desk since it was submitted: an editor can send it back to you.', 403, undefined, true)
  }
  if (await isScheduled(newest.id, req)) {
    throw new APIError('It is scheduled as it stands: an editor can take it off the schedule.', 403, undefined, true)
  }
  return data
}
