import type { CollectionBeforeChangeHook } from 'payload'
import type { Article } from '../../../src/payload-types'

/** What an old version does not bring back: it restores the text, not what the desk has decided since. */
const DECIDED = [
  'corrections',
  'createdBy',
  'deletedAt',
  'embargoUntil',
  'firstPublishedAt',
  'note',
  'notice',
  'publishedAt',
  'pubStatus',
  'slug',
  'source',
  'stage',
] as const

/**
 * Lets an old version bring back its text only: what was withdrawn or corrected since stays so. Payload tells hooks that a
 * version that was published is published again, also where it is brought back as a draft.
 */
export const restoreTextOnly: CollectionBeforeChangeHook<Article> = ({ context, data, originalDoc }) => {
  if (!context.isRestoringVersion || !originalDoc) return data
  const decided = DECIDED.map((field) => [field, originalDoc[field]])
  return { ...data, ...Object.fromEntries(decided), ...(context.savesDraft === true ? { _status: 'draft' } : {}) }
}
