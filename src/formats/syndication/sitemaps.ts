import type { Payload, Where } from 'payload'
import { publicArticleWhere } from '../../articles/publicArticle'
import { currentOptions } from '../../options/current'
import { slugs } from '../../options/slugs'
import { withoutSlash } from '../../text/ends'
import { MAX_NEWS_URLS, NEWS_MILLISECONDS, sitemapPages, toNewsSitemap, toSitemap, toSitemapIndex } from '../sitemaps'
import type { ArticleDocument, FormatOptions } from '../types'
import { newsSitemapUrl, sitemapUrl } from '../urls'
import type { Publication } from './publication'
import { ADDRESS } from './selection'

type Writer = (payload: Payload, options: FormatOptions) => Promise<Publication>

/** Addresses in one page, of the 50,000 that are allowed: it is made anew after each change, in about 120 ms of processor time. */
const PAGE_URLS = 2_000

const XML = 'application/xml; charset=utf-8'

/** What is at the root of the server for search engines; the names are the keys. */
export const SEARCH_FILES = {
  'news-sitemap.xml': newsSitemap,
  'robots.txt': (_payload, options) => Promise.resolve({ body: robots(options), contentType: 'text/plain; charset=utf-8' }),
  'sitemap.xml': sitemap,
} as const satisfies Record<string, Writer>

/** A page of the sitemap, by its file name, such as `1.xml`; nothing when there are not so many. */
export async function findSitemapPage(file: string, payload: Payload, options: FormatOptions): Promise<Publication | undefined> {
  const page = Number(/^([1-9]\d{0,5})\.xml$/.exec(file)?.[1])
  return page <= (await countPages(payload)) ? sitemapPage(page, payload, options) : undefined
}

/** All addresses while they fit in one file, else an index of the files. */
async function sitemap(payload: Payload, options: FormatOptions): Promise<Publication> {
  const count = await countPages(payload)
  if (count === 1) return sitemapPage(1, payload, options)
  const pages = Array.from({ length: count }, (_, index) => ({ page: index + 1 }))
  return { body: await toSitemapIndex(pages, options), contentType: XML }
}

async function countPages(payload: Payload): Promise<number> {
  const { totalDocs } = await payload.count({ collection: slugs.articles, overrideAccess: false })
  return sitemapPages(totalDocs, PAGE_URLS)
}

/** Oldest first: a new article changes the last page alone. */
async function sitemapPage(page: number, payload: Payload, options: FormatOptions): Promise<Publication> {
  const articles = await addresses(payload, { limit: PAGE_URLS, page, sort: 'createdAt' })
  return { body: await toSitemap(articles, options), contentType: XML }
}

async function newsSitemap(payload: Payload, options: FormatOptions): Promise<Publication> {
  const where = { publishedAt: { greater_than_equal: new Date(Date.now() - NEWS_MILLISECONDS).toISOString() } }
  const articles = await addresses(payload, { limit: MAX_NEWS_URLS, page: 1, sort: '-publishedAt', where })
  return { body: await toNewsSitemap(articles, options), contentType: XML }
}

type Window = { limit: number; page: number; sort: string; where?: Where }

/** From the database itself, by the public rule: the hooks of each field would take four times as long, and show nothing that stands here. */
async function addresses({ db }: Payload, { where = {}, ...window }: Window): Promise<ArticleDocument[]> {
  const { docs } = await db.find<ArticleDocument>({ collection: slugs.articles, req: {}, select: ADDRESS, where: { and: [publicArticleWhere(), where] }, ...window })
  return docs
}

/** Pictures are for everybody; the rest of the API and the admin UI are not pages (RFC 9309). */
function robots(options: FormatOptions): string {
  const { admin, api } = currentOptions().routes
  return [
    'User-agent: *',
    `Allow: ${withoutSlash(api)}/${slugs.media}/file/`,
    // At "/" it would shut out the pages.
    ...[api, admin].flatMap((route) => (withoutSlash(route) === '' ? [] : [`Disallow: ${withoutSlash(route)}${route === api ? '/' : ''}`])),
    '',
    `Sitemap: ${sitemapUrl(options)}`,
    `Sitemap: ${newsSitemapUrl(options)}`,
    '',
  ].join('\n')
}
