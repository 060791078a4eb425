import { createLocalReq } from 'payload'
import type { Payload, Where } from 'payload'
import { slugs } from '../../options/slugs'
import { toAtom, toJsonFeed, toRss } from '../feeds'
import type { FeedDescription } from '../feeds'
import type { ArticleDocument, FormatOptions } from '../types'
import { FEED_FILES, feedUrl } from '../urls'
import type { FeedFormat, FeedScope } from '../urls'
import type { Publication } from './publication'
import { findRedirect } from './findRedirect'
import { isScopeKind, SCOPES } from './scopes'
import { DEPTH, populated, WHOLE } from './selection'
import { mayBeSlug } from '../../articles/slugs'

/** How many articles a feed holds, unless it is asked for with a `limit`. */
const FEED_LENGTH = 20

type Writer = (articles: readonly ArticleDocument[], feed: FeedDescription, options: FormatOptions) => string

const WRITERS: Record<FeedFormat, { contentType: string; write: Writer }> = {
  atom: { contentType: 'application/atom+xml; charset=utf-8', write: toAtom },
  json: { contentType: 'application/feed+json; charset=utf-8', write: (...args) => JSON.stringify(toJsonFeed(...args)) },
  rss: { contentType: 'application/rss+xml; charset=utf-8', write: toRss },
}

type Feed = { format: FeedFormat; scope?: FeedScope }

/** The feed at a path under `/feeds`, such as `sections/world/rss.xml`; nothing when there is none. */
export async function findFeed(
  path: readonly string[],
  payload: Payload,
  options: FormatOptions,
  length: number = FEED_LENGTH,
): Promise<Publication | undefined> {
  const feed = readPath(path)
  const subject = feed && (await subjectOf(feed, payload, options))
  if (!subject) return undefined
  const { contentType, write } = WRITERS[feed.format]
  const articles = await newest(payload, length, subject.where)
  const description = {
    title: subject.title,
    description: `The latest of ${subject.title}`,
    feedUrl: feedUrl(feed.format, options, feed.scope),
    language: options.newsroom.language,
    url: subject.url,
  }
  // Without an item, Atom dates a feed with the present, and it would be another one every time.
  const settled = articles.length > 0 ? options : { ...options, now: new Date(0) }
  return { body: write(articles, description, settled), contentType }
}

/** Where a feed has moved with what it is about, as a path or in full; nothing where it has not. */
export async function findMovedFeed(path: readonly string[], payload: Payload, options: FormatOptions): Promise<string | undefined> {
  const feed = readPath(path)
  if (!feed?.scope) return undefined
  const { kind, slug } = feed.scope
  const page = await findRedirect(`/${kind}/${slug}`, options, await createLocalReq({}, payload))
  return page?.startsWith('/') ? `/feeds${page}/${FEED_FILES[feed.format]}` : undefined
}

function readPath(path: readonly string[]): Feed | undefined {
  const [kind, slug, file] = path.length === 1 ? [undefined, undefined, path[0]] : path
  const format = FORMATS.find((each) => FEED_FILES[each] === file)
  if (format === undefined || path.length > 3) return undefined
  if (kind === undefined) return { format }
  return isScopeKind(kind) && slug !== undefined && mayBeSlug(slug) ? { format, scope: { kind, slug } } : undefined
}

const FORMATS = ['atom', 'json', 'rss'] as const satisfies FeedFormat[]

type Subject = { title: string; url: string; where?: Where }

/** What a feed is about, in words; nothing when no section, tag or author has that slug. */
async function subjectOf({ scope }: Feed, payload: Payload, options: FormatOptions): Promise<Subject | undefined> {
  const { newsroom, siteUrl } = options
  if (!scope) return { title: newsroom.name, url: siteUrl }
  const { docs } = await payload.find({
    collection: slugs[scope.kind],
    depth: 0,
    limit: 1,
    overrideAccess: false,
    pagination: false,
    select: { name: true },
    where: { slug: { equals: scope.slug } },
  })
  const [found] = docs
  const { page, where } = SCOPES[scope.kind]
  return found && { title: `${newsroom.name}: ${found.name}`, url: page(scope.slug, options), where: where(found.id) }
}

async function newest(payload: Payload, limit: number, where: Where = {}): Promise<ArticleDocument[]> {
  const { docs } = await payload.find({
    collection: slugs.articles,
    depth: DEPTH,
    limit,
    overrideAccess: false,
    pagination: false,
    populate: populated(),
    select: WHOLE,
    sort: '-publishedAt',
    where,
  })
  return docs
}
