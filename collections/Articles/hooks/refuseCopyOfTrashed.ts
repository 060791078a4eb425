import { NotFound } from 'payload'
import type { CollectionBeforeOperationHook } from 'payload'
import { slugs } from '../../../src/options/slugs'

/** What is in the trash is not there to be copied, for anybody: Payload would make the copy in the trash too. */
export const refuseCopyOfTrashed: CollectionBeforeOperationHook<'articles'> = async ({ args, req }) => {
  const id = 'duplicateFromID' in args ? args.duplicateFromID : undefined
  if (typeof id !== 'number' && typeof id !== 'string') return args
  const original = await req.payload.findByID({ collection: slugs.articles, id: String(id), depth: 0, disableErrors: true, overrideAccess: true, req, select: {} })
  if (!original) throw new NotFound(req.t)
  return args
}
