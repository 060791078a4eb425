import type { CollectionAfterChangeHook } from 'payload'
import { personOf } from '../../../src/access/person'
import type { Article } from '../../../src/payload-types'
import { savesOf } from '../../../src/workflow/revisions'
import { breaksSchedule } from '../../../src/workflow/schedule'
import { dropSchedules } from './dropSchedules'

/** Why a schedule no longer holds, for the log. */
export const CHANGED_SINCE = 'It was changed after it was scheduled. Schedule it again as it is now.'

/**
 * Keeps a scheduled publication to what was approved: a change of the text takes it off the schedule, and so does
 * publishing the article, withdrawing it or putting it into the trash.
 */
export const bindSchedule: CollectionAfterChangeHook<Article> = async ({ data, doc, operation, previousDoc, req }) => {
  if (operation !== 'update') return doc
  const save = savesOf(data.saves).at(-1)
  const isTaken = (doc.pubStatus === 'canceled' && previousDoc.pubStatus !== 'canceled') || Boolean(doc.deletedAt)
  const isPublished = data._status === 'published'
  const isChanged = save !== undefined && breaksSchedule(save.fields, doc.stage)
  if (!isTaken && !isPublished && !isChanged) return doc
  const note = isTaken || isPublished ? null : CHANGED_SINCE
  await dropSchedules({ article: doc.id, note, person: personOf(req), ...(isTaken ? {} : { type: 'publish' }) }, req)
  return doc
}
