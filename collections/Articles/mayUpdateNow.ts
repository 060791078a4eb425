import type { Access } from 'payload'
import { mayUpdateArticles } from '../../src/access/articles'
import { isBound, personOf } from '../../src/access/person'
import { whyReadOnly } from '../../src/desk/readOnly'
import { newestVersion } from './newestVersion'

/**
 * Who may update an article. Payload asks this also without a write, before it shows a form: then the newest version decides,
 * as it does in hooks/restrictToOwnArticles.ts for a write, so that nobody types into a form whose saves are refused.
 */
export const mayUpdateNow: Access = async (args) => {
  const { id, req } = args
  const allowed = await mayUpdateArticles(args)
  if (allowed === false || id === undefined || !isBound(req) || !personOf(req) || req.context.isUpdating === true) return allowed
  const newest = await newestVersion(String(id), req)
  return newest === undefined || (await whyReadOnly(newest, req)) === undefined ? allowed : false
}
