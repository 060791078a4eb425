import type { Payload } from 'payload'
import type { ArticleDocument } from '../formats/types'

/**
 * When what articles show was last changed, or, as an embargo ends, came to be public. A change of any other article
 * counts too: it may have taken one away from among these.
 */
export async function lastChange(articles: readonly ArticleDocument[], payload: Payload): Promise<Date | undefined> {
  const { docs } = await payload.find({
    collection: 'articles',
    depth: 0,
    limit: 1,
    overrideAccess: true,
    pagination: false,
    select: { updatedAt: true },
    sort: '-updatedAt',
    trash: true,
  })
  const dates = [docs[0]?.updatedAt, ...articles.flatMap(({ embargoUntil, publishedAt }) => [embargoUntil, publishedAt])]
  const moments = dates.flatMap((date) => (date ? [Date.parse(date)] : []))
  return moments.length > 0 ? new Date(moments.reduce((one, other) => Math.max(one, other))) : undefined
}
