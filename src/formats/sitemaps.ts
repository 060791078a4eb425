import { Readable } from 'node:stream'
import { text as textOf } from 'node:stream/consumers'
import { ErrorLevel, SitemapIndexStream, SitemapStream } from 'sitemap'
import type { SitemapItemLoose } from 'sitemap'
import { isPublicArticle } from '../articles/publicArticle'
import { isoDate, modifiedOf } from './dates'
import { xmlText } from './escape'
import type { ArticleDocument, FormatOptions } from './types'
import { articleUrl, sitemapUrl } from './urls'

/** Most addresses in one sitemap (https://www.sitemaps.org/protocol.html#index). */
const MAX_SITEMAP_URLS = 50_000

/**
 * Most articles in a news sitemap, and for how long one is news
 * (https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap).
 */
export const MAX_NEWS_URLS = 1000
export const NEWS_MILLISECONDS = 48 * 60 * 60 * 1000

const EMPTY_SITEMAP =
  '<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"></urlset>'

/** One page of a sitemap in the index; pages count from 1. */
export type SitemapPage = { page: number; lastModified?: string | null }

/**
 * The addresses of public articles. Others are left out.
 *
 * @throws RangeError for more than {@link MAX_SITEMAP_URLS}: give it one page at a time, and {@link toSitemapIndex} the pages
 */
export async function toSitemap(articles: readonly ArticleDocument[], options: FormatOptions): Promise<string> {
  const open = publicArticles(articles, options)
  if (open.length > MAX_SITEMAP_URLS) {
    throw new RangeError(
      `A sitemap holds at most ${String(MAX_SITEMAP_URLS)} addresses, not ${String(open.length)}. Write it in pages.`,
    )
  }
  return sitemapOf(
    open.map((article) => ({ url: articleUrl(article.slug, options), lastmod: isoDate(modifiedOf(article)) })),
    false,
  )
}

/**
 * How many pages a sitemap of so many addresses takes; more than one need an index.
 *
 * @param size how many addresses stand on a page
 */
export function sitemapPages(addresses: number, size = MAX_SITEMAP_URLS): number {
  return Math.max(1, Math.ceil(addresses / size))
}

/** The index of a sitemap in pages. */
export async function toSitemapIndex(pages: readonly SitemapPage[], options: FormatOptions): Promise<string> {
  const index = new SitemapIndexStream({ level: ErrorLevel.THROW })
  const entries = pages.map(({ lastModified, page }) => ({
    url: sitemapUrl(options, page),
    lastmod: isoDate(lastModified),
  }))
  return textOf(Readable.from(entries).pipe(index))
}

/** The news of the last 48 hours for Google News, newest first. */
export async function toNewsSitemap(articles: readonly ArticleDocument[], options: FormatOptions): Promise<string> {
  const now = (options.now ?? new Date()).getTime()
  const ageOf = ({ publishedAt }: ArticleDocument) => now - new Date(publishedAt ?? 0).getTime()
  const news = publicArticles(articles, { ...options, now: new Date(now) })
    .filter((article) => ageOf(article) <= NEWS_MILLISECONDS)
    .sort((one, other) => ageOf(one) - ageOf(other))
    .slice(0, MAX_NEWS_URLS)
  return sitemapOf(
    news.map((article) => ({
      url: articleUrl(article.slug, options),
      news: {
        publication: {
          name: xmlText(options.newsroom.name),
          language: newsLanguage(article.language ?? options.newsroom.language),
        },
        publication_date: isoDate(article.publishedAt) ?? '',
        title: xmlText(article.headline ?? ''),
      },
    })),
    true,
  )
}

/** Google News wants ISO 639 codes, except for Chinese: zh-cn when simplified, zh-tw when traditional. */
export function newsLanguage(tag: string): string {
  const [language = '', ...rest] = tag.toLowerCase().split('-')
  if (language !== 'zh') return language
  return rest.some((subtag) => TRADITIONAL.has(subtag)) ? 'zh-tw' : 'zh-cn'
}

const TRADITIONAL = new Set(['hant', 'hk', 'mo', 'tw'])

type Addressed = ArticleDocument & { slug: string }

function publicArticles(articles: readonly ArticleDocument[], { now }: FormatOptions): Addressed[] {
  return articles.filter((article): article is Addressed => Boolean(article.slug) && isPublicArticle(article, now))
}

async function sitemapOf(entries: SitemapItemLoose[], news: boolean): Promise<string> {
  if (entries.length === 0) return EMPTY_SITEMAP
  const xmlns = { image: false, news, video: false, xhtml: false }
  return textOf(Readable.from(entries).pipe(new SitemapStream({ level: ErrorLevel.SILENT, xmlns })))
}
