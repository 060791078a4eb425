import { withoutSlash } from '../text/ends'
import type { FormatOptions } from './types'

type Site = Pick<FormatOptions, 'isRelative' | 'serverUrl' | 'siteUrl' | 'tagAuthority'>

/** The date in every default `tag:` URI. It must never change: with it would every id. */
const TAGGING_DATE = '2025'

/** One list of articles has one feed in each of these. */
export const FEED_FILES = { atom: 'atom.xml', json: 'feed.json', rss: 'rss.xml' } as const
export type FeedFormat = keyof typeof FEED_FILES

/** What a feed is about; without one, it has everything. */
export type FeedScope = { kind: 'authors' | 'sections' | 'tags'; slug: string }

/** The front page. */
export function homeUrl(site: Site): string {
  return under(siteOf(site), '')
}

/** The page of an article. The section is not in it: an article may move, its address stays. */
export function articleUrl(slug: string, site: Site): string {
  return under(siteOf(site), 'articles', slug)
}

export function sectionUrl(slug: string, site: Site): string {
  return under(siteOf(site), 'sections', slug)
}

export function tagUrl(slug: string, site: Site): string {
  return under(siteOf(site), 'tags', slug)
}

export function authorUrl(slug: string, site: Site): string {
  return under(siteOf(site), 'authors', slug)
}

/** A draft, for everyone who has the token: on the server that stores it. */
export function sharedUrl(token: string, site: Site): string {
  return under(serverOf(site), 'share', token)
}

export function feedUrl(format: FeedFormat, site: Site, scope?: FeedScope): string {
  const folder = scope ? [scope.kind, scope.slug] : []
  return under(serverOf(site), 'feeds', ...folder, FEED_FILES[format])
}

/** The sitemap, which is an index when there is more than one page; or one page of it, from 1. */
export function sitemapUrl(site: Site, page?: number): string {
  return page === undefined
    ? under(serverOf(site), 'sitemap.xml')
    : under(serverOf(site), 'sitemaps', `${String(page)}.xml`)
}

export function newsSitemapUrl(site: Site): string {
  return under(serverOf(site), 'news-sitemap.xml')
}

/** Where a file can be fetched; Payload gives its address without a host, or with one. */
export function fileUrl(url: string | null | undefined, site: Site): string | undefined {
  const server = site.serverUrl ?? site.siteUrl
  const address = url ? uriOf(url, `${withoutSlash(server)}/`) : undefined
  const { origin } = new URL(server)
  return site.isRelative && address?.startsWith(`${origin}/`) ? address.slice(origin.length) : address
}

/**
 * The id of an article in every format: a `tag:` URI (RFC 4151), made of the document's id alone, so that neither a new
 * slug nor a new date makes it another article.
 */
export function articleUri(id: string, site: Site): string {
  return tagUri('articles', id, site)
}

/** The id of the document in such a URI, whichever newsroom gave it out; undefined for any other URI. */
export function idInArticleUri(uri = ''): string | undefined {
  return /^tag:[^:\s]{1,300}:articles\/([0-9a-f]{24}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(uri)?.[1]
}

export function mediaUri(id: string, site: Site): string {
  return tagUri('media', id, site)
}

/** A Media Topic as the URI that IPTC gives it: `medtop:11000000` is http://cv.iptc.org/newscodes/mediatopic/11000000. */
export function mediaTopicUri(code: string | null | undefined): string | undefined {
  const digits = /^medtop:(\d{8})$/.exec(code ?? '')?.[1]
  return digits && `http://cv.iptc.org/newscodes/mediatopic/${digits}`
}

/** A web address as a URI in ASCII (RFC 3986), which is stricter than what browsers take; nothing for anything else. */
export function uriOf(url: string, base?: string): string | undefined {
  if (!URL.canParse(url, base)) return undefined
  const { hash, href, protocol } = new URL(url, base)
  if (protocol !== 'http:' && protocol !== 'https:') return undefined
  const address = hash ? href.slice(0, -hash.length) : href
  const [origin = ''] = /^https?:\/\/[^/?#]*/.exec(address) ?? []
  return origin + encodeRest(address.slice(origin.length)) + (hash && `#${encodeRest(hash.slice(1))}`)
}

function encodeRest(part: string): string {
  return part
    .replace(/%(?![0-9a-f]{2})/gi, '%25')
    .replace(/[^\w\-.~:/?@!$&'()*+,;=%]/gu, (character) => encodeURIComponent(character))
}

function tagUri(collection: string, id: string, site: Site): string {
  const authority = site.tagAuthority ?? `${hostOf(site.siteUrl)},${TAGGING_DATE}`
  return `tag:${authority}:${collection}/${encodeSegment(id)}`
}

/** RFC 4151 allows letters, digits, dots and hyphens; an IPv6 host has brackets and colons. */
function hostOf(url: string): string {
  return new URL(url).hostname.replace(/[^a-z0-9.-]+/g, '-').replace(/^-|-$/g, '')
}

function siteOf({ isRelative, siteUrl }: Site): string {
  return isRelative ? new URL(siteUrl).pathname : siteUrl
}

function serverOf({ isRelative, serverUrl, siteUrl }: Site): string {
  return siteOf({ isRelative, siteUrl: serverUrl ?? siteUrl })
}

function under(base: string, ...segments: string[]): string {
  return [withoutSlash(base), ...segments.map(encodeSegment)].join('/')
}

/** Half a surrogate pair has no UTF-8, and `encodeURIComponent` throws at it. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.replace(/\p{Surrogate}/gu, '\uFFFD'))
}
