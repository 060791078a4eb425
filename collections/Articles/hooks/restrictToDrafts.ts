import { Forbidden, NotFound } from 'payload'
import type { CollectionBeforeOperationHook } from 'payload'
import { asksAs, isBound } from '../../../src/access/person'
import { readableArticles } from '../../../src/access/readableArticles'
import { staysDraft } from '../../../src/access/staysDraft'
import { takesBack } from '../../../src/articles/stages'

/**
 * What journalists save is a draft beside what readers see, never instead of it, however they ask; and old versions
 * are not theirs to bring back. A copy is a draft, for everybody, and made of what they may read: for the rest the
 * answer is as if there were nothing.
 */
export const restrictToDrafts: CollectionBeforeOperationHook<'articles'> = async ({ args, context, operation, overrideAccess, req }) => {
  if (operation === 'update') context.isUpdating = true
  context.takesBack = operation === 'update' && 'data' in args && takesBack(args.data)
  const isCopy = 'duplicateFromID' in args && Boolean(args.duplicateFromID)
  if (isCopy && !overrideAccess && !(await readableArticles([String(args.duplicateFromID)], req)).has(String(args.duplicateFromID))) throw new NotFound(req.t)
  if (isCopy) return { ...args, draft: true }
  // Before it is looked up: the answer would tell that there is one.
  if (operation === 'restoreVersion' && !overrideAccess && !asksAs('editor', req)) throw new Forbidden(req.t)
  if (overrideAccess || !isBound(req)) return args
  if (operation !== 'create' && operation !== 'update') return args
  if ('data' in args && !staysDraft(args)) throw new Forbidden(req.t)
  return { ...args, draft: true, publishAllLocales: false, unpublishAllLocales: false }
}
