import type { SourceMapEntry } from '../item'
import { whyAllHeldBack } from './feedRelease'
import { ownText, elementsOf } from './xml/element'
import type { XmlElement } from './xml/element'
import { bylineRole, isGlobalId, languageTag } from './values'
import type { WireBylineRole } from '../item'

/** What a file says once for all its items. */
export type FeedHead = {
  readonly format: 'rss' | 'atom' | 'wxr'
  /** The site's address: relative addresses in the items are resolved against it. */
  link?: string
  language?: string
  /** The `xml:base` of the whole. */
  base?: string
  title?: string
  /** Atom's own id of the feed. */
  id?: string
  /** The address of a WordPress site. */
  site?: string
  /** The address of a WordPress blog, where that is not its site. */
  blog?: string
  /** Why the feed as a whole must not be published. */
  holdBack?: string
  /** WordPress's logins, and who they are. */
  readonly authors: Map<string, { readonly name: string; readonly role: WireBylineRole }>
  /** WordPress's files by their number, as far as they have been read. */
  readonly attachments: Map<string, string>
  /** WordPress's categories by their slug, and their slugs by their number. */
  readonly categories: { readonly bySlug: Map<string, Category>; readonly slugs: Map<string, string> }
}

/** A category of a WordPress site; `parent` is a slug. */
type Category = { readonly slug: string; readonly name: string; readonly parent?: string | undefined; readonly description?: string | undefined }

/** A head of which nothing has been read yet. */
export function emptyHead(format: FeedHead['format']): FeedHead {
  return { format, authors: new Map(), attachments: new Map(), categories: { bySlug: new Map(), slugs: new Map() } }
}

/** More categories than this are none; those beyond have no parent and no description. */
const MAX_CATEGORIES = 100_000

/** More authors than this are no newsroom; those beyond are known by their login. */
const MAX_AUTHORS = 100_000

/** Who gave out the ids of a feed: for web addresses, URNs and the like the site; for any other id this one feed. */
export function originOf({ id, link, title }: FeedHead, guid: string | undefined): string | undefined {
  if (guid !== undefined && isGlobalId(guid) && link !== undefined) return new URL(link).host
  const parts = [id, link, title].filter((part) => part !== undefined)
  return parts.length > 0 ? parts.join('\n') : undefined
}

/** Takes what an element beside the items says for all of them, and accounts for it. */
export function readHeadElement(head: FeedHead, element: XmlElement, at: string): SourceMapEntry {
  const text = ownText(element)
  const holdBack = head.format === 'wxr' ? undefined : whyAllHeldBack(element)
  if (holdBack !== undefined) {
    head.holdBack ??= holdBack
    return { at, to: 'status', why: 'for all items below it' }
  }
  switch (element.name) {
    case 'language':
    case 'dc:language': {
      const language = languageTag(text ?? '')
      if (language === undefined) break
      head.language ??= language
      return { at, to: 'language', why: 'for items that name none' }
    }
    case 'link':
    case 'atom:link': {
      const link = text ?? (element.attributes.get('rel') === 'self' ? undefined : element.attributes.get('href'))
      if (link !== undefined && URL.canParse(link)) head.link ??= link
      return { at, to: 'left-out', why: 'the address of the whole, which relative addresses are resolved against' }
    }
    case 'title':
    case 'atom:title':
      if (text === undefined) break
      head.title ??= text
      return { at, to: 'source.provider', why: 'for items that name none' }
    case 'atom:id':
      if (text === undefined) break
      head.id ??= text
      return { at, to: 'left-out', why: 'the id of the feed, in which the ids of its entries count' }
    case 'wp:base_site_url':
      if (text === undefined) break
      head.site ??= text
      return { at, to: 'left-out', why: 'the address of the site, on which the numbers of its posts count' }
    case 'wp:base_blog_url':
      if (text === undefined) break
      head.blog ??= text
      return { at, to: 'left-out', why: 'the address of the blog, under which its posts stand' }
    case 'wp:category':
      return readCategory(head, element, at)
    case 'wp:author':
      return readAuthor(head, element, at)
  }
  return { at, to: 'left-out', why: text === undefined && elementsOf(element).length === 0 ? 'it has no text' : 'it is about the whole, and no part of an article' }
}

function readAuthor(head: FeedHead, element: XmlElement, at: string): SourceMapEntry {
  const parts = new Map(elementsOf(element).map((child) => [child.name, ownText(child)]))
  const login = parts.get('wp:author_login')
  const whole = [parts.get('wp:author_first_name'), parts.get('wp:author_last_name')].filter((part) => part !== undefined).join(' ')
  const name = parts.get('wp:author_display_name') ?? (whole === '' ? login : whole)
  if (login === undefined || name === undefined) return { at, to: 'left-out', why: 'it names nobody' }
  const role = bylineRole(parts.get('wp:author_role')) ?? 'reporter'
  if (head.authors.size < MAX_AUTHORS) head.authors.set(login, { name, role })
  return { at, to: 'bylines', why: `for the items by ${login}; ids and e-mail addresses are left out` }
}

function readCategory({ categories }: FeedHead, element: XmlElement, at: string): SourceMapEntry {
  const parts = new Map(elementsOf(element).map((child) => [child.name, ownText(child)]))
  const slug = parts.get('wp:category_nicename')
  const name = parts.get('wp:cat_name') ?? slug
  if (slug === undefined || name === undefined) return { at, to: 'left-out', why: 'it names no category' }
  const id = parts.get('wp:term_id')
  if (categories.bySlug.size < MAX_CATEGORIES) {
    categories.bySlug.set(slug, { slug, name, parent: parts.get('wp:category_parent'), description: parts.get('wp:category_description') })
    if (id !== undefined) categories.slugs.set(id, slug)
  }
  return { at, to: 'section', why: 'for the items filed there, with its description and the category it is part of' }
}
