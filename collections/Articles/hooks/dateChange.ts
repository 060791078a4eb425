import type { CollectionBeforeChangeHook } from 'payload'
import type { Article } from '../../../src/payload-types'
import { changedFields } from '../../../src/articles/revisions'

/** What readers are shown of an article. */
const SHOWN: ReadonlySet<string> = new Set([
  'body', 'bylines', 'corrections', 'dateline', 'headline', 'heroImage', 'language', 'meta', 'notice', 'pubStatus', 'related', 'section', 'standfirst', 'tags',
])

/**
 * Keeps the date on which the source of an imported article last changed it, until somebody changes it here: from then on
 * the article was changed when it was last saved.
 */
export const dateChange: CollectionBeforeChangeHook<Article> = ({ data, operation, originalDoc, req }) => {
  if (typeof req.context.importedBy === 'string') return data
  if (operation === 'create') return { ...data, modifiedAt: null }
  if (!originalDoc?.modifiedAt) return data
  const isChanged = changedFields({ ...originalDoc }, { ...data }, new Set()).some((field) => SHOWN.has(field))
  return isChanged ? { ...data, modifiedAt: null } : data
}
