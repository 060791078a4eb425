import { APIError } from 'payload'
import type { CollectionBeforeOperationHook } from 'payload'
import { asksAs } from '../../../src/access/person'
import { slugs } from '../../../src/options/slugs'

/** Tells an admin who unlocks a misspelt address that nobody has it; Payload says that they may not. Others learn nothing of who has a login. */
export const refuseUnknownUnlock: CollectionBeforeOperationHook<'users'> = async ({ args, operation, req }) => {
  if (operation !== 'unlock' || !asksAs('admin', req) || !('data' in args)) return args
  const { data } = args
  const email = 'email' in data && typeof data.email === 'string' ? data.email.toLowerCase().trim() : ''
  const { totalDocs } = await req.payload.count({ collection: slugs.users, overrideAccess: true, req, where: { email: { equals: email } } })
  if (totalDocs === 0) throw new APIError('No user has this address: nobody was unlocked.', 404, undefined, true)
  return args
}
