import type { CollectionBeforeChangeHook } from 'payload'
import type { Article } from '../../../src/payload-types'

/** At first publication: dates the article for readers unless it has a date, and remembers the moment. */
export const datePublication: CollectionBeforeChangeHook<Article> = ({ data, originalDoc, req }) => {
  if (data._status !== 'published') return data
  const now = new Date().toISOString()
  // Published as withheld or withdrawn, it was shown to nobody.
  const isUsable = (data.pubStatus ?? originalDoc?.pubStatus ?? 'usable') === 'usable'
  const publishedAt = data.publishedAt ?? originalDoc?.publishedAt ?? now
  // An archive was published elsewhere, before it came here.
  const first = typeof req.context.importedBy === 'string' ? (data.firstPublishedAt ?? publishedAt) : now
  return {
    ...data,
    publishedAt,
    firstPublishedAt: originalDoc?.firstPublishedAt ?? (isUsable ? (first < now ? first : now) : null),
  }
}
