import { isPublicArticle } from './publicArticle'
import type { Publishable } from './publicArticle'
import { withoutSlash } from '../text/ends'
import { mayBeSlug } from './slugs'

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
 * Whether readers have ever been shown this version of an article, also when it was unpublished or withdrawn since: its
 * date and its embargo had been reached when that was done.
 */
export function wasPublic(article: Seen, now: Date = new Date()): boolean {
  const once = { ...article, _status: 'published', pubStatus: 'usable', deletedAt: null }
  return isPublicArticle(article, now) || isPublicArticle(once, new Date(article.updatedAt ?? 0))
}

/** A redirect as it is stored or comes in; the path or the address that it leads to, or an article. `path`: see {@link pathOn}. */
export type Redirect = { from?: string | null | undefined; url?: string | null | undefined; path?: string | undefined }

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

/** What the server answers before it looks for a redirect, beside Payload's API and admin UI. */
const SERVERS = /^\/(?:_next(?:\/|$)|feeds\/|preview\/articles\/|share\/|sitemaps\/|(?:icon\.svg|preview\.js|robots\.txt|sitemap\.xml|news-sitemap\.xml)$)/

/** A path as it is looked for when somebody asks: decoded, and without the slash at its end, which Next takes off first. */
export function askedPath(path: string): string {
  return withoutSlash(decoded(path)) || path
}

/**
 * Why nobody who asks for a path would be redirected, or undefined.
 *
 * @param routes where the project has Payload's API and admin UI
 */
export function unaskedFault(path: string, routes: readonly string[]): string | undefined {
  if (path === '/') return PAGE
  if (!mayBeSlug(path) || /\p{Default_Ignorable_Code_Point}/u.test(path.replace(/[\u200C\u200D]/g, ''))) return UNREADABLE
  if (path.includes('//') || !isPlain(path)) return SHAPE
  return SERVERS.test(path) || routes.some((route) => route !== '/' && `${path}/`.startsWith(`${withoutSlash(route)}/`)) ? 'The server itself answers at this address: nobody is redirected from there.' : undefined
}

/** A path as people read it; as it is where it is no percent-encoding. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** Whether a path stays what it is when it is asked for: a browser takes `.` and `..` out of it. */
function isPlain(path: string): boolean {
  return decoded(new URL(encodeURI(path), ANYWHERE).pathname) === path
}

/** Why a path cannot be read, before it is decoded. */
export function encodingFault(path: string): string | undefined {
  return path.includes('%') && decoded(path) === path ? SHAPE : undefined
}

/** Where an address leads on a site: its path as it is looked for, without query and fragment; undefined where it leaves the site. */
export function pathOn(site: string, url: string): string | undefined {
  const local = localOn(site, url)
  return local && askedPath(local.pathname)
}

/** An address of a site as it is kept: its path, as people read it, with its query and fragment. Others stay as they are. */
export function keptAddress(site: string, url: string): string {
  const local = localOn(site, url)
  if (!local) return url
  const path = askedPath(local.pathname)
  // A sign that means something else when it is decoded stays encoded.
  const isSame = !/[%\s]/.test(path) && decoded(new URL(path, ANYWHERE).pathname) === path
  return (isSame ? path : withoutSlash(local.pathname)) + local.rest
}

/** The query and the fragment of an address. */
export function restOf(url: string): string {
  const { hash, search } = new URL(url, ANYWHERE)
  return search + hash
}

function localOn(site: string, url: string): { pathname: string; rest: string } | undefined {
  // Nothing but a path or a whole address leads anywhere: words are no path.
  const base = url.startsWith('/') ? ANYWHERE : undefined
  if (!URL.canParse(url, base)) return undefined
  const [home, { hash, host, pathname, search }] = [new URL(base ?? site), new URL(url, base)]
  const folder = withoutSlash(home.pathname)
  if (host !== home.host || !`${pathname}/`.startsWith(`${folder}/`)) return undefined
  return { pathname: pathname.slice(folder.length) || '/', rest: search + hash }
}

const ANYWHERE = 'https://anywhere.example'
const PAGE = 'There is a page at this address.'
const SHAPE = 'Write the path that readers ask for, beginning with a slash and without ? or #, such as /2019/old-story.'

const UNREADABLE = 'It is too long, or has characters that no address has.'
/** Said of what leads nowhere. */
export const NOWHERE = 'Write where it leads as a path that begins with a slash, or in full, beginning with https://.'

const ITSELF = 'A redirect cannot lead to itself.'
const GOES_ON = 'Where it leads is redirected itself: lead to where that one goes.'
/** The faults that are of where a redirect leads, not of where it begins. */
export const OF_DESTINATION: readonly string[] = [NOWHERE, ITSELF, GOES_ON]

/** What is wrong with a redirect by itself: of its own shape. */
export function redirectFault({ from, url, path = url ?? undefined }: Redirect): string | undefined {
  if (!from || !/^\/[^?#\s]*$/.test(from)) return SHAPE
  if (url !== undefined && url !== null && !isDestination(url)) return NOWHERE
  return path === from ? ITSELF : undefined
}

/** What is wrong with a redirect among others: with these rules there are no chains, and so no loops. */
export function neighbourFault({ goesOn, hasArticle, hasPage, isLedTo }: Neighbours): string | undefined {
  if (hasArticle) return 'There is an article at this address.'
  if (hasPage) return PAGE
  if (goesOn) return GOES_ON
  return isLedTo ? 'Another redirect leads here: let that one lead to where this one goes.' : undefined
}

function isDestination(url: string): boolean {
  // Browsers take a backslash for a slash.
  if (url.includes('\\')) return false
  return /^\/[^/\s]\S*$|^\/$/.test(url) || (/^https?:\/\/\S+$/i.test(url) && URL.canParse(url))
}
