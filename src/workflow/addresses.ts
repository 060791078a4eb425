import { isPublicArticle } from '../access/publicArticle'
import type { Publishable } from '../access/publicArticle'

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

/** What already stands in the way of a redirect. */
export type Neighbours = {
  /** Whether an article has the address that it leads away from. */
  hasArticle: boolean
  /** Whether another redirect leads away from where this one leads. */
  goesOn: boolean
  /** Whether another redirect leads to where this one begins. */
  isLedTo: boolean
}

/** What is wrong with a redirect by itself: of its own shape. */
export function redirectFault({ from, url }: Redirect): string | undefined {
  if (!from || !/^\/[^?#\s]*$/.test(from)) return 'Write the path that readers ask for, beginning with a slash, such as /2019/old-story.'
  if (url !== undefined && url !== null && !isDestination(url)) return 'Write where it leads as a path that begins with a slash, or in full, beginning with https://.'
  return url === from ? 'A redirect cannot lead to itself.' : undefined
}

/** What is wrong with a redirect among others: with these rules there are no chains, and so no loops. */
export function neighbourFault({ goesOn, hasArticle, isLedTo }: Neighbours): string | undefined {
  if (hasArticle) return 'There is an article at this address.'
  if (goesOn) return 'Where it leads is redirected itself: lead to where that one goes.'
  return isLedTo ? 'Another redirect leads here: let that one lead to where this one goes.' : undefined
}

function isDestination(url: string): boolean {
  return /^\/[^/\s]\S*$|^\/$/.test(url) || (/^https?:\/\/\S+$/i.test(url) && URL.canParse(url))
}
