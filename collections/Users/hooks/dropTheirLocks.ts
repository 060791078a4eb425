import type { CollectionAfterChangeHook, CollectionBeforeDeleteHook, PayloadRequest } from 'payload'
import { LOCKS } from '../../../src/access/locks'
import { hasRole } from '../../../src/articles/roles'
import type { User } from '../../../src/payload-types'

/** Somebody without a login has nothing open. */
export const dropTheirLocks: CollectionBeforeDeleteHook = ({ id, req }) => dropLocks(id, req)

/** Nor has somebody who is no editor any more: others would wait for what they may not save. */
export const dropLocksWhenDemoted: CollectionAfterChangeHook<User> = async ({ data, doc, operation, previousDoc, req }) => {
  const isDemoted = operation === 'update' && hasRole(previousDoc, 'editor') && !hasRole({ roles: data.roles ?? previousDoc.roles }, 'editor')
  if (isDemoted) await dropLocks(previousDoc.id, req)
  return doc
}

async function dropLocks(id: number | string, req: PayloadRequest): Promise<void> {
  await req.payload.delete({ collection: LOCKS, depth: 0, overrideAccess: true, req, where: { 'user.value': { equals: id } } })
}
