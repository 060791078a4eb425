import type { Where } from 'payload'

/** What {@link isPublicArticle} needs to know of an article; dates as ISO 8601 strings or Date. */
export type Publishable = {
  _status?: string | null | undefined
  pubStatus?: string | null | undefined
  publishedAt?: Date | string | null | undefined
  embargoUntil?: Date | string | null | undefined
  deletedAt?: Date | string | null | undefined
}

/**
 * The one public rule, as a query: published, dated, not under embargo, usable, not in the trash.
 *
 * Every public read of articles (REST, GraphQL, joins, populated relations, feeds) asks this.
 *
 * @param now the moment to judge by
 */
export function publicArticleWhere(now: Date = new Date()): Where {
  const moment = now.toISOString()
  return {
    and: [
      { _status: { equals: 'published' } },
      { publishedAt: { less_than_equal: moment } },
      { or: [{ embargoUntil: { exists: false } }, { embargoUntil: { less_than_equal: moment } }] },
      { pubStatus: { equals: 'usable' } },
      { deletedAt: { exists: false } },
    ],
  }
}

/** The same rule as {@link publicArticleWhere}, for an article already in hand. */
export function isPublicArticle(article: Publishable, now: Date = new Date()): boolean {
  const reached = (moment: Date | string) => new Date(moment).getTime() <= now.getTime()
  return (
    article._status === 'published' &&
    article.pubStatus === 'usable' &&
    Boolean(article.publishedAt && reached(article.publishedAt)) &&
    (!article.embargoUntil || reached(article.embargoUntil)) &&
    !article.deletedAt
  )
}
