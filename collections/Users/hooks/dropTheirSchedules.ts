import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, PayloadRequest } from 'payload'
import { calledBy } from '../../../src/access/locks'
import { personOf } from '../../../src/access/person'
import { hasRole } from '../../../src/articles/roles'
import type { User } from '../../../src/payload-types'
import { publicationsBy } from '../../../src/articles/schedule'
import { dropJob } from '../../Articles/schedule/dropSchedules'

/** Cancels the scheduled publications of a login that loses the right to publish. */
export const dropWhenDemoted: CollectionAfterChangeHook<User> = async ({ data, doc, operation, previousDoc, req }) => {
  const isDemoted = operation === 'update' && hasRole(previousDoc, 'editor') && !hasRole({ roles: data.roles ?? previousDoc.roles }, 'editor')
  if (isDemoted) await dropTheirs(previousDoc, req)
  return doc
}

/** Cancels the scheduled publications of a login that is deleted. */
export const dropWhenDeleted: CollectionAfterDeleteHook<User> = async ({ doc, req }) => {
  await dropTheirs(doc, req)
}

/** Scheduled ends stay: otherwise readers would keep an article that was to be unpublished. */
async function dropTheirs(login: User, req: PayloadRequest): Promise<void> {
  const { docs } = await req.payload.find({ collection: 'payload-jobs', depth: 0, limit: 0, overrideAccess: true, pagination: false, req, where: publicationsBy(login.id) })
  for (const job of docs) await dropJob(job, { note: `${calledBy(login)} may not publish any more. Schedule it again.`, person: personOf(req) }, req)
}
