import { isPublicArticle } from '../articles/publicArticle'
import type { LinkTarget } from './body'
import { safeHref } from './escape'
import type { ArticleDocument, FormatOptions } from './types'
import { articleUrl } from './urls'
import { withoutSlash } from '../text/ends'

/** Where a link in a text leads to, or nothing when its words should stand without a link. */
export function hrefOf(target: LinkTarget, options: FormatOptions): string | undefined {
  switch (target.kind) {
    case 'article':
      return target.collection === (options.articlesSlug ?? 'articles') && mayBeNamed(target.article, options) && target.article.slug
        ? articleUrl(target.article.slug, options)
        : undefined
    case 'url':
      return safeHref(target.url, `${withoutSlash(options.siteUrl)}/`)
    case 'nowhere':
      return undefined
  }
}

/**
 * Whether another article may be named in this one: its headline and slug are news too.
 *
 * A lean document, without its status, has passed the collection's read access, which asks the same.
 */
export function mayBeNamed(article: ArticleDocument, { now }: FormatOptions): boolean {
  return article._status === undefined || isPublicArticle(article, now)
}
