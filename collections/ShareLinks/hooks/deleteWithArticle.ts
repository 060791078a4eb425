import type { CollectionBeforeDeleteHook } from 'payload'

/** The links to an article go with it: each needs its article. */
export const deleteShareLinks: CollectionBeforeDeleteHook = async ({ id, req }) => {
  await req.payload.delete({ collection: 'share-links', overrideAccess: true, req, where: { article: { equals: id } } })
}
