import type { ItemResult, WireByline, WireItem, WireSection, WireTag } from '../item'
import { htmlToText } from '../lexical'
import { withoutSlash } from '../../text/ends'
import { readHtml } from './feed'
import type { FeedHead } from './feedHead'
import { personNames } from './person'
import { aliasPath, present, uniqueBy } from './values'
import { wordPressContent } from './wordpressContent'
import { FOOTNOTES, metaOf, OLD_SLUG, postMeta, PRIMARY_CATEGORY, readMeta, THUMBNAIL } from './wxrMeta'
import { isOut, readDate, readPublishedAt, readRelease, readTrashed } from './wxrRelease'
import { ownText } from './xml/element'
import type { XmlElement } from './xml/element'
import { XmlReading, lineOf } from './xmlReading'

/** Categories are not nested deeper; what is may be a circle. */
const MAX_PARENTS = 8
/** Files beyond these are known by their number alone. */
const MAX_ATTACHMENTS = 100_000

/**
 * Reads one item of a WordPress export (WXR 1.0 to 1.2). Only posts are articles: pages, attachments, menu entries and
 * what plugins keep are left out and named; a post in the trash is a withdrawal. The first category is the section, all others and the tags are tags.
 *
 * @see https://github.com/WordPress/WordPress/blob/master/wp-admin/includes/export.php
 */
export function readWxrItem(element: XmlElement, path: string, head: FeedHead): ItemResult {
  const reading = new XmlReading(element, path)
  const type = ownText(reading.first('wp:post_type')) ?? 'post'
  const wpStatus = ownText(reading.first('wp:status')) ?? 'unknown'
  if (type === 'post' && wpStatus === 'trash' && reading.first('wp:post_id')) return readTrashed(reading, head)
  if (type !== 'post' || ['trash', 'auto-draft'].includes(wpStatus)) {
    const what = `"${(ownText(reading.first('title')) ?? 'untitled').slice(0, 80)}"`
    const address = ownText(reading.first('wp:attachment_url'))
    if (type === 'attachment' && address !== undefined) return attachment(reading, head, what, address)
    reading.claims.leaveOut(element, type === 'post' ? `the post ${what} is in WordPress's ${wpStatus}` : `${what} is no post but of the type ${type.slice(0, 40)}`)
    return { ok: true, item: undefined, account: reading.account(), notes: [] }
  }
  const postId = ownText(reading.first('wp:post_id'))
  const link = ownText(reading.first('link'))
  const slug = readSlug(reading)
  const aliases = readAliases(reading, head, wpStatus, slug)
  reading.claims.leaveOut(reading.first('link'), 'the address at the source, which relative addresses are resolved against')
  const content = ownText(reading.first('content:encoded')) ?? ''
  const { section, tags } = readTerms(reading, head)
  const meta = readMeta(reading)
  const excerpt = reading.text('standfirst', 'excerpt:encoded')
  const { holdBack, html, notes } = wordPressContent(content, metaOf(reading, FOOTNOTES))
  reading.notes.push(...notes)
  return reading.result(
    present<WireItem>({
      format: 'wxr',
      guid: reading.text('guid', 'guid'),
      aliases,
      origin: head.site ?? head.link ?? head.title,
      localId: postId === undefined ? undefined : `post ${postId}`,
      headline: reading.line('headline', 'title'),
      slug,
      standfirst: excerpt === undefined ? undefined : lineOf(htmlToText(excerpt)),
      body: readHtml(reading, reading.first('content:encoded'), link !== undefined && URL.canParse(link) ? link : head.link, {
        blankLines: !content.includes('<!-- wp:'),
        html: content === '' ? undefined : html,
      }),
      bylines: readCreators(reading, head),
      section,
      tags,
      publishedAt: readPublishedAt(reading, wpStatus),
      updatedAt: readDate(reading, 'updatedAt', 'wp:post_modified_gmt', 'wp:post_modified'),
      language: head.language,
      pubStatus: 'usable',
      ...readRelease(reading, wpStatus, holdBack),
      heroImage: readThumbnail(reading, head),
      meta: Object.keys(meta).length > 0 ? meta : undefined,
      provider: head.title,
    }),
  )
}

/** A picture or another file, told with its address; posts below it in the file know it by its number. */
function attachment(reading: XmlReading, head: FeedHead, what: string, address: string): ItemResult {
  const id = ownText(reading.first('wp:post_id'))
  if (id !== undefined && head.attachments.size < MAX_ATTACHMENTS) head.attachments.set(id, address)
  reading.claims.leaveOut(reading.item, `${what} is a file at ${address.slice(0, 300)}, and no file is fetched`)
  return { ok: true, item: undefined, account: reading.account(), notes: [] }
}

/** The main picture by its address, where its attachment stood above in the file. */
function readThumbnail(reading: XmlReading, head: FeedHead): WireItem['heroImage'] {
  const id = metaOf(reading, THUMBNAIL)
  if (id === undefined) return undefined
  const url = head.attachments.get(id)
  if (url !== undefined && /^https?:\/\//i.test(url) && URL.canParse(url)) return { url }
  reading.notes.push(`The main picture (attachment ${id.slice(0, 20)}) was left out, since no file is fetched.`)
  return undefined
}

/**
 * The paths at which a post stands on its site and stood before its slug was changed, which WordPress keeps. Of a post that
 * readers cannot reach, and of an address on another site, there are none.
 */
function readAliases(reading: XmlReading, head: FeedHead, wpStatus: string, slug: string | undefined): string[] | undefined {
  const element = reading.first('link')
  const path = isOut(wpStatus) && !ownText(reading.first('wp:post_password')) ? pathOn(head.blog ?? head.link, ownText(element)) : undefined
  if (path === undefined) return undefined
  reading.claims.take(element, 'redirects')
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const olds = postMeta(reading).flatMap(({ element: meta, key, value = '' }) => {
    const old = key === OLD_SLUG && path === `${folder}${slug ?? ''}` ? aliasPath(`/${value}`) : undefined
    if (old === undefined || old.lastIndexOf('/') > 0) return []
    reading.claims.take(meta, 'redirects')
    return [`${folder}${old.slice(1)}`]
  })
  return [path, ...olds]
}

/** The path of an address under that of a site. */
function pathOn(site = '', address = ''): string | undefined {
  if (!URL.canParse(site) || !URL.canParse(address)) return undefined
  const [{ host, pathname }, one] = [new URL(site), new URL(address)]
  const isWithin = one.host === host && one.pathname.startsWith(`${withoutSlash(pathname)}/`)
  return isWithin ? aliasPath(`${one.pathname}${one.search}${one.hash}`) : undefined
}

/** WordPress percent-encodes slugs beyond ASCII. */
function readSlug(reading: XmlReading): string | undefined {
  const slug = reading.text('slug', 'wp:post_name')
  if (slug === undefined) return undefined
  try {
    return decodeURIComponent(slug)
  } catch {
    return slug
  }
}

/** Who signs: Co-Authors Plus names everybody as a term of the kind `author`; WordPress itself only who owns the post. */
function readCreators(reading: XmlReading, head: FeedHead): WireByline[] {
  const coAuthors = reading.all('category').filter(({ attributes }) => attributes.get('domain') === 'author')
  const creators = reading.all('dc:creator')
  const signed = coAuthors.length > 0 ? coAuthors : creators
  if (signed !== creators) for (const creator of creators) reading.claims.leaveOut(creator, 'the co-authors sign the post')
  const bylines = signed.flatMap((element): WireByline[] => {
    const words = lineOf(ownText(element) ?? '')
    const login = element.attributes.get('nicename')?.replace(/^cap-/, '') ?? words
    const author = head.authors.get(login ?? '') ?? head.authors.get(words ?? '')
    const { names, notes } = personNames((signed === creators ? author?.name : undefined) ?? words ?? '')
    reading.notes.push(...notes)
    if (names.length === 0) {
      reading.claims.leaveOut(element, 'it names nobody: an e-mail address is not a name')
      return []
    }
    reading.claims.take(element, 'bylines')
    return names.map((name) => ({ name, role: author?.role ?? 'reporter' }))
  })
  return uniqueBy(bylines, ({ name, role }) => `${role} ${name}`)
}

/** A category with what the head of the file says of it and of those above it. */
function sectionOf(section: WireSection, head: FeedHead, depth = 0): WireSection {
  const said = head.categories.bySlug.get(section.slug ?? '')
  if (!said) return section
  const above = said.parent === undefined || depth >= MAX_PARENTS ? undefined : head.categories.bySlug.get(said.parent)
  const parent = above && sectionOf(present<WireSection>({ name: above.name, slug: above.slug }), head, depth + 1)
  return present<WireSection>({ ...section, description: said.description, parent })
}

/** Of several categories the section is the one that an SEO plugin calls the primary one, else the first. */
function primaryOf(reading: XmlReading, head: FeedHead): string | undefined {
  const id = PRIMARY_CATEGORY.map((key) => metaOf(reading, key)).find((each) => each !== undefined)
  return id === undefined ? undefined : head.categories.bySlug.get(head.categories.slugs.get(id) ?? '')?.slug
}

function readTerms(reading: XmlReading, head: FeedHead): { section: WireSection | undefined; tags: WireTag[] } {
  let section: WireSection | undefined
  const tags: WireTag[] = []
  const primary = primaryOf(reading, head)
  const hasPrimary = reading.all('category').some(({ attributes }) => attributes.get('nicename') === primary && attributes.get('domain') === 'category')
  for (const element of reading.all('category')) {
    const domain = element.attributes.get('domain') ?? 'category'
    const name = lineOf(ownText(element) ?? '')
    const slug = element.attributes.get('nicename')
    if (domain === 'author') continue
    if (name === undefined || (domain !== 'category' && domain !== 'post_tag')) reading.claims.leaveOut(element, `a term of the kind ${domain.slice(0, 40)} has no place`)
    else if (slug === 'uncategorized') reading.claims.leaveOut(element, 'WordPress files here what has no category')
    else if (domain === 'category' && !section && (!hasPrimary || slug === primary)) {
      reading.claims.take(element, 'section')
      section = sectionOf(present<WireSection>({ name, slug }), head)
    } else {
      reading.claims.take(element, 'tags')
      tags.push(present<WireTag>({ name, slug, kind: 'subject' }))
    }
  }
  return { section, tags: uniqueBy(tags, ({ name }) => name) }
}
