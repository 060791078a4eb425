import { APIError, Forbidden } from 'payload'
import type { CollectionBeforeValidateHook } from 'payload'
import { isBound, personOf } from '../../../src/access/person'
import { whyReadOnly } from '../../../src/desk/readOnly'
import { slugs } from '../../../src/options/slugs'
import type { Article } from '../../../src/payload-types'
import { READ_ONLY_WORDS } from '../../../src/articles/writing'

/**
 * Journalists change what is theirs until they submit it, and take it back while nobody reviews it. The newest version
 * decides: access rules also look at the published one, whose bylines and stage may be out of date.
 */
export const restrictToOwnArticles: CollectionBeforeValidateHook<Article> = async ({ context, data, operation, originalDoc, req }) => {
  if (operation !== 'update' || !isBound(req)) return data
  if (!personOf(req) || !originalDoc) throw new Forbidden(req.t)
  const newest = await req.payload.findByID({
    collection: slugs.articles,
    id: originalDoc.id,
    depth: 0,
    draft: true,
    overrideAccess: true,
    req,
    showHiddenFields: true,
    trash: true,
  })
  const reason = await whyReadOnly(newest, req)
  if (reason === 'others') throw new Forbidden(req.t)
  if (reason === undefined || (reason === 'submitted' && context.takesBack === true)) return data
  throw new APIError(READ_ONLY_WORDS[reason], 403, undefined, true)
}
