import { Forbidden } from 'payload'
import type { CollectionBeforeValidateHook } from 'payload'
import { idOf } from '../../../src/articles/idOf'
import { isOwnArticle } from '../../../src/access/ownArticles'
import { asksAs, personOf } from '../../../src/access/person'
import { slugs } from '../../../src/options/slugs'
import type { ShareLink } from '../../../src/payload-types'

/**
 * Lets people share only what they may read themselves: editors every draft, others their own. The newest version
 * decides, as it is what the link will show.
 */
export const restrictToOwnDrafts: CollectionBeforeValidateHook<ShareLink> = async ({ data, operation, req }) => {
  if (operation !== 'create' || asksAs('editor', req)) return data
  const person = personOf(req)
  const id = idOf(data?.article)
  // What is missing or does not exist is refused with the other fields.
  if (person && id === undefined) return data
  const newest =
    id === undefined
      ? null
      : await req.payload.findByID({ collection: slugs.articles, id, depth: 0, disableErrors: true, draft: true, overrideAccess: true, req })
  if (!person || !newest || !isOwnArticle(newest, person)) throw new Forbidden(req.t)
  return data
}
