import type { CollectionBeforeDeleteHook } from 'payload'
import { LOCKS } from '../../../src/access/locks'

/** Whoever has no login any more has nothing open. */
export const dropTheirLocks: CollectionBeforeDeleteHook = async ({ id, req }) => {
  await req.payload.delete({ collection: LOCKS, depth: 0, overrideAccess: true, req, where: { 'user.value': { equals: id } } })
}
