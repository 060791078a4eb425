import { isPublicArticle } from './publicArticle'
import type { Publishable } from './publicArticle'
import { withoutSlash } from '../text/ends'

/** What {@link wasPublic} looks at. */
export type Seen = Publishable & { updatedAt?: string | null | undefined }

/** The address of an article on the site that readers visit, without its host; readable, so not percent-encoded. */
export function addressOf(slug: string): string {
  return `/articles/${slug}`
}

/** The slug of an address as {@link addressOf} makes it; undefined for any other path. */
export function slugOf(path: string): string | undefined {
  return /^\/articles\/([^/]+)$/.exec(path)?.[1]
}

/**
 * Whether readers have ever been shown an article as it stands, also when it was unpublished or withdrawn since: its
 * date and its embargo had been reached when that was done.
 */
export function wasPublic(article: Seen, now: Date = new Date()): boolean {
  const once = { ...article, _status: 'published', pubStatus: 'usable', deletedAt: null }
  return isPublicArticle(article, now) || isPublicArticle(once, new Date(article.updatedAt ?? 0))
}

/** A redirect as it is stored or comes in; the path or the address that it leads to, or an article. */
export type Redirect = { from?: string | null | undefined; url?: string | null | undefined }

/** What is already in the way of a redirect. */
export type Neighbours = {
  /** Whether an article has the address that it leads away from. */
  hasArticle: boolean
  /** Whether a section, tag or author has it. */
  hasPage: boolean
  /** Whether another redirect leads away from where this one leads. */
  goesOn: boolean
  /** Whether another redirect leads to where this one begins. */
  isLedTo: boolean
}

/** What the server answers before it looks for a redirect. */
const SERVERS = /^\/(?:(?:_next|admin|api)(?:\/|$)|feeds\/|preview\/articles\/|share\/|sitemaps\/|(?:icon\.svg|preview\.js|robots\.txt|sitemap\.xml|news-sitemap\.xml)$)/

/** A path as it is looked for when somebody asks: decoded, and without the slash at its end, which Next takes off first. */
export function askedPath(path: string): string {
  return withoutSlash(decoded(path)) || path
}

/** Why nobody who asks for a path would be redirected, or undefined. */
export function unaskedFault(path: string): string | undefined {
  if (path === '/') return PAGE
  if (path.includes('//')) return SHAPE
  return SERVERS.test(path) ? 'The server itself answers at this address: nobody is redirected from there.' : undefined
}

/** A path as people read it; as it is where it is no percent-encoding. */
export function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

const PAGE = 'There is a page at this address.'
const SHAPE = 'Write the path that readers ask for, beginning with a slash and without ? or #, such as /2019/old-story.'

/** What is wrong with a redirect by itself: of its own shape. */
export function redirectFault({ from, url }: Redirect): string | undefined {
  if (!from || !/^\/[^?#\s]*$/.test(from)) return SHAPE
  if (url !== undefined && url !== null && !isDestination(url)) return 'Write where it leads as a path that begins with a slash, or in full, beginning with https://.'
  return url === from ? 'A redirect cannot lead to itself.' : undefined
}

/** What is wrong with a redirect among others: with these rules there are no chains, and so no loops. */
export function neighbourFault({ goesOn, hasArticle, hasPage, isLedTo }: Neighbours): string | undefined {
  if (hasArticle) return 'There is an article at this address.'
  if (hasPage) return PAGE
  if (goesOn) return 'Where it leads is redirected itself: lead to where that one goes.'
  return isLedTo ? 'Another redirect leads here: let that one lead to where this one goes.' : undefined
}

function isDestination(url: string): boolean {
  return /^\/[^/\s]\S*$|^\/$/.test(url) || (/^https?:\/\/\S+$/i.test(url) && URL.canParse(url))
}
