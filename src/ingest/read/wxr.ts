import type { ItemResult, WireByline, WireItem, WireSection, WireTag } from '../item'
import { htmlToText, plainToLexical } from '../lexical'
import { withoutSlash } from '../../text/ends'
import { NO_DATE } from './date'
import { readHtml } from './feed'
import type { FeedHead } from './feedHead'
import { isNo, isNote, isRelease, whyAhead, whyEmbargoed, whyHeldBack, whyHeldByWords, whyLimited } from './holdBack'
import { personNames } from './person'
import { aliasPath, present, uniqueBy } from './values'
import { elementsOf, ownText } from './xml/element'
import type { XmlElement } from './xml/element'
import { wordPressContent } from './wordpressContent'
import { XmlReading, lineOf } from './xmlReading'

/** WordPress's statuses that mean the post is out; all others are a draft here. */
const OUT = 'publish'

/** Post meta of plugins that take a post down on a day. */
const EXPIRY = ['_expiration-date', '_postexpirator_date', 'expiration_date']

/** Post meta of the plugins that most sites have for what search engines show. */
/** Post meta that names the primary category, by its number. */
const PRIMARY = ['_yoast_wpseo_primary_category', 'rank_math_primary_category']
/** Categories are not nested deeper; what is may be a circle. */
const MAX_PARENTS = 8
/** Files beyond these are known by their number alone. */
const MAX_ATTACHMENTS = 100_000

const META_TITLES = ['_yoast_wpseo_title', 'rank_math_title', '_aioseo_title']
const META_DESCRIPTIONS = ['_yoast_wpseo_metadesc', 'rank_math_description', '_aioseo_description']

/** Post meta that is words of the article, or a picture. */
const READ = [...META_TITLES, ...META_DESCRIPTIONS, ...PRIMARY, '_thumbnail_id', 'footnotes', '_wp_old_slug']

/** Post meta about how WordPress was used: no words of the story. */
const BOOKKEEPING = /^_?(?:last_editor_used|edit_last|edit_lock)/

/** Post meta by which plugins let members alone read a post, and values by which they do not. */
const MEMBERS = /^_?(?:pmpro_restrict|rcp_(?:subscription_level|user_level|access_level|restrict|is_paid)|members_access|wc_memberships|memberful|mepr_|s2member|paywall|restrict_content)/
const OPEN_TO_ALL = ['all', 'any', 'everyone', 'public', 'a:0:{}', '[]']

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
  if (type === 'post' && wpStatus === 'trash' && reading.first('wp:post_id')) return trashed(reading, head)
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
  const { holdBack, html, notes } = wordPressContent(content, metaOf(reading, 'footnotes'))
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
      publishedAt: isUndated(reading, wpStatus) ? undefined : readDate(reading, 'publishedAt', 'wp:post_date_gmt', 'wp:post_date'),
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

/** A post in WordPress's trash: a withdrawal, of what came in when it was out. */
function trashed(reading: XmlReading, head: FeedHead): ItemResult {
  reading.claims.take(reading.first('wp:status'), 'pubStatus')
  return reading.result(
    present<WireItem>({
      format: 'wxr',
      guid: reading.text('guid', 'guid'),
      origin: head.site ?? head.link ?? head.title,
      localId: `post ${reading.text('guid', 'wp:post_id') ?? ''}`,
      headline: reading.line('headline', 'title'),
      body: plainToLexical([]),
      bylines: [],
      tags: [],
      pubStatus: 'canceled',
      status: 'published',
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
  const id = metaOf(reading, '_thumbnail_id')
  if (id === undefined) return undefined
  const url = head.attachments.get(id)
  if (url !== undefined && /^https?:\/\//i.test(url) && URL.canParse(url)) return { url }
  reading.notes.push(`The main picture (attachment ${id.slice(0, 20)}) was left out, since no file is fetched.`)
  return undefined
}

/** A value among the post's metadata. */
function metaOf(reading: XmlReading, key: string): string | undefined {
  const element = reading.all('wp:postmeta').find((each) => elementsOf(each).some((child) => child.name === 'wp:meta_key' && ownText(child) === key))
  return ownText(element && elementsOf(element).find(({ name }) => name === 'wp:meta_value'))
}

/** Only a post that is published, without a password and without an end lets itself be published. */
function readRelease(reading: XmlReading, wpStatus: string, why: string | undefined): Pick<WireItem, 'holdBack' | 'status' | 'takesBack'> {
  reading.claims.take(reading.all('wp:status')[0], 'status', wpStatus === OUT ? undefined : `${wpStatus.slice(0, 40)} in WordPress is a draft here`)
  reading.claims.leaveOut(reading.first('wp:post_type'), 'it says that the item is a post')
  let holdBack = wpStatus === OUT ? why : `its status in WordPress is ${wpStatus.slice(0, 40)}.`
  const password = reading.all('wp:post_password').find((element) => element.children.some((child) => child !== ''))
  if (password) {
    reading.claims.leaveOut(password, 'an article has no password; it became a draft instead')
    holdBack ??= 'its source asks for a password.'
  }
  const ends = reading.all('wp:postmeta').some((element) => elementsOf(element).some((child) => child.name === 'wp:meta_key' && EXPIRY.includes(ownText(child) ?? '')))
  if (ends) holdBack ??= 'its source sets a date on which it expires, and an article does not end by itself.'
  holdBack ??= whyHeldByMeta(reading)
  const isTakenBack = password !== undefined || ![OUT, 'unknown'].includes(wpStatus)
  return holdBack === undefined ? { status: 'published' } : { status: 'draft', holdBack, ...(isTakenBack ? { takesBack: 'holds' } : {}) }
}

/** What a post's metadata says of release, in whatever words, and of members who alone may read it. */
function whyHeldByMeta(reading: XmlReading): string | undefined {
  const now = new Date()
  for (const element of reading.all('wp:postmeta')) {
    const parts = new Map(elementsOf(element).map((child) => [child.name, ownText(child)]))
    const [key, value] = [parts.get('wp:meta_key') ?? '', parts.get('wp:meta_value')]
    if (READ.includes(key) || BOOKKEEPING.test(key) || isNo(value) || value === undefined) continue
    if (MEMBERS.test(key) && !OPEN_TO_ALL.includes(value.toLowerCase())) return `its source lets members alone read it (${key.slice(0, 40)}).`
    const reason = (isRelease(key) ? whyHeldBack(key, value, now) : undefined) ?? whyEmbargoed(key, value, now) ?? whyAhead(key, value, now) ?? whyHeldByWords(value, now, isNote(key)) ?? whyLimited(key, value)
    if (reason !== undefined) return reason
  }
  return undefined
}

/**
 * The paths at which a post stands on its site and stood before its slug was changed, which WordPress keeps. Of a post that
 * readers cannot reach, and of an address on another site, there are none.
 */
function readAliases(reading: XmlReading, head: FeedHead, wpStatus: string, slug: string | undefined): string[] | undefined {
  const element = reading.first('link')
  const path = wpStatus === OUT && !ownText(reading.first('wp:post_password')) ? pathOn(head.blog ?? head.link, ownText(element)) : undefined
  if (path === undefined) return undefined
  reading.claims.take(element, 'redirects')
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const olds = reading.all('wp:postmeta').flatMap((meta) => {
    const parts = new Map(elementsOf(meta).map((child) => [child.name, ownText(child)]))
    const old = parts.get('wp:meta_key') === '_wp_old_slug' && path === `${folder}${slug ?? ''}` ? aliasPath(`/${parts.get('wp:meta_value') ?? ''}`) : undefined
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

/** WordPress dates a draft when it is published; until then its local date is the moment at which it was last saved. */
function isUndated(reading: XmlReading, wpStatus: string): boolean {
  const exact = reading.first('wp:post_date_gmt')
  if (wpStatus === OUT || !NO_DATE.test(ownText(exact) ?? '')) return false
  reading.claims.leaveOut(exact, 'it stands for no date')
  reading.claims.leaveOut(reading.first('wp:post_date'), 'a draft has no date yet: this is when it was last saved')
  return true
}

/** The date in GMT; where WordPress has none yet, the local one, which has no zone. */
function readDate(reading: XmlReading, to: string, gmt: string, local: string): string | undefined {
  const [exact, rough] = [reading.first(gmt), reading.first(local)]
  for (const element of [exact, rough]) if (NO_DATE.test(ownText(element) ?? '')) reading.claims.leaveOut(element, 'it stands for no date')
  const dated = [exact, rough].find((element) => element && !NO_DATE.test(ownText(element) ?? ''))
  if (dated !== exact) return reading.date(to, dated)
  reading.claims.leaveOut(rough, 'the same date in local time')
  if (to === 'publishedAt') reading.claims.leaveOut(reading.first('pubDate'), 'the same date again')
  return reading.date(to, exact, 'UTC')
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
  const id = PRIMARY.map((key) => metaOf(reading, key)).find((each) => each !== undefined)
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

function readMeta(reading: XmlReading): { title?: string; description?: string } {
  const meta: { title?: string; description?: string } = {}
  for (const element of reading.all('wp:postmeta')) {
    const parts = new Map(elementsOf(element).map((child) => [child.name, ownText(child)]))
    const key = parts.get('wp:meta_key') ?? ''
    const value = parts.get('wp:meta_value')
    if (value !== undefined && META_TITLES.includes(key) && meta.title === undefined) {
      reading.claims.take(element, 'meta.title')
      meta.title = value
    } else if (value !== undefined && META_DESCRIPTIONS.includes(key) && meta.description === undefined) {
      reading.claims.take(element, 'meta.description')
      meta.description = value
    } else if (key === '_thumbnail_id') {
      reading.claims.leaveOut(element, `the picture is the attachment ${(value ?? '').slice(0, 20)} of the site; no file is fetched`)
    } else if (key === 'footnotes') reading.claims.take(element, 'body')
    else if (PRIMARY.includes(key)) reading.claims.take(element, 'section')
    else reading.claims.leaveOut(element, `a setting of WordPress or a plugin: ${key.slice(0, 60)}`)
  }
  return meta
}
