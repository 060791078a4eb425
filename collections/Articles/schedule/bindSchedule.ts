import type { CollectionAfterChangeHook } from 'payload'
import { personOf } from '../../../src/access/person'
import type { Article } from '../../../src/payload-types'
import { savesOf } from '../../../src/articles/revisions'
import { breaksSchedule } from '../../../src/articles/schedule'
import { newestVersion } from '../newestVersion'
import { dropSchedules } from './dropSchedules'

/** Why a schedule no longer holds, for the log. */
export const CHANGED_SINCE = 'It was changed after it was scheduled. Schedule it again as it is now.'

/**
 * Keeps a scheduled publication to what was approved: a change of the text takes it off the schedule, and so does
 * publishing the article, withdrawing it or putting it into the trash.
 */
export const bindSchedule: CollectionAfterChangeHook<Article> = async ({ context, data, doc, operation, previousDoc, req }) => {
  if (operation !== 'update') return doc
  // `doc` has only what was selected; and of a version that was restored, Payload gives `data` as it is answered.
  const stored = context.isRestoringVersion ? ((await newestVersion(doc.id, req)) ?? doc) : data
  const save = savesOf(stored.saves).at(-1)
  const isTaken = (stored.pubStatus === 'canceled' && previousDoc.pubStatus !== 'canceled') || Boolean(stored.deletedAt)
  const isPublished = stored._status === 'published'
  const isChanged = save !== undefined && breaksSchedule(save.fields, stored.stage)
  if (!isTaken && !isPublished && !isChanged) return doc
  const note = isTaken || isPublished ? null : CHANGED_SINCE
  await dropSchedules({ article: doc.id, note, person: personOf(req), ...(isTaken ? {} : { type: 'publish' }) }, req)
  return doc
}
