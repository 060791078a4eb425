import type { ItemResult, WireByline, WireItem, WireSection, WireTag } from '../item'
import { htmlToText } from '../lexical'
import { NO_DATE } from './date'
import { readHtml } from './feed'
import type { FeedHead } from './feedHead'
import { personNames } from './person'
import { present, uniqueBy } from './values'
import { elementsOf, ownText } from './xml/element'
import type { XmlElement } from './xml/element'
import { XmlReading, lineOf } from './xmlReading'

/** WordPress's statuses that mean the post is out; all others are a draft here. */
const OUT = 'publish'

/** Post meta of plugins that take a post down on a day. */
const EXPIRY = ['_expiration-date', '_postexpirator_date', 'expiration_date']

/** Post meta of the plugins that most sites have for what search engines show. */
const META_TITLES = ['_yoast_wpseo_title', 'rank_math_title', '_aioseo_title']
const META_DESCRIPTIONS = ['_yoast_wpseo_metadesc', 'rank_math_description', '_aioseo_description']

/**
 * Reads one item of a WordPress export (WXR 1.0 to 1.2). Only posts are articles: pages, attachments, menu entries and
 * what plugins keep are left out and named. The first category is the section, all others and the tags are tags.
 *
 * @see https://github.com/WordPress/WordPress/blob/master/wp-admin/includes/export.php
 */
export function readWxrItem(element: XmlElement, path: string, head: FeedHead): ItemResult {
  const reading = new XmlReading(element, path)
  const type = ownText(reading.first('wp:post_type')) ?? 'post'
  const wpStatus = ownText(reading.first('wp:status')) ?? 'unknown'
  if (type !== 'post' || ['trash', 'auto-draft'].includes(wpStatus)) {
    const what = `"${(ownText(reading.first('title')) ?? 'untitled').slice(0, 80)}"`
    reading.claims.leaveOut(element, type === 'post' ? `the post ${what} is in WordPress's ${wpStatus}` : `${what} is no post but of the type ${type.slice(0, 40)}`)
    return { ok: true, item: undefined, account: reading.account(), notes: [] }
  }
  const postId = ownText(reading.first('wp:post_id'))
  const link = ownText(reading.first('link'))
  reading.claims.leaveOut(reading.first('link'), 'the address at the source, which relative addresses are resolved against')
  const content = ownText(reading.first('content:encoded')) ?? ''
  const { section, tags } = readTerms(reading)
  const meta = readMeta(reading)
  const excerpt = reading.text('standfirst', 'excerpt:encoded')
  noteShortcodes(reading, content)
  return reading.result(
    present<WireItem>({
      format: 'wxr',
      guid: reading.text('guid', 'guid'),
      origin: head.site ?? head.link ?? head.title,
      localId: postId === undefined ? undefined : `post ${postId}`,
      headline: reading.line('headline', 'title'),
      slug: readSlug(reading),
      standfirst: excerpt === undefined ? undefined : lineOf(htmlToText(excerpt)),
      body: readHtml(reading, reading.first('content:encoded'), link !== undefined && URL.canParse(link) ? link : head.link, !content.includes('<!-- wp:')),
      bylines: readCreators(reading, head),
      section,
      tags,
      publishedAt: readDate(reading, 'publishedAt', 'wp:post_date_gmt', 'wp:post_date'),
      updatedAt: readDate(reading, 'updatedAt', 'wp:post_modified_gmt', 'wp:post_modified'),
      language: head.language,
      pubStatus: 'usable',
      ...readRelease(reading, wpStatus),
      meta: Object.keys(meta).length > 0 ? meta : undefined,
      provider: head.title,
    }),
  )
}

/** Only a post that is published, without a password and without an end lets itself be published. */
function readRelease(reading: XmlReading, wpStatus: string): Pick<WireItem, 'holdBack' | 'status'> {
  reading.claims.take(reading.all('wp:status')[0], 'status', wpStatus === OUT ? undefined : `${wpStatus.slice(0, 40)} in WordPress is a draft here`)
  reading.claims.leaveOut(reading.first('wp:post_type'), 'it says that the item is a post')
  let holdBack = wpStatus === OUT ? undefined : `its status in WordPress is ${wpStatus.slice(0, 40)}.`
  const password = reading.all('wp:post_password').find((element) => element.children.some((child) => child !== ''))
  if (password) {
    reading.claims.leaveOut(password, 'an article has no password; it became a draft instead')
    holdBack ??= 'its source asks for a password.'
  }
  const ends = reading.all('wp:postmeta').some((element) => elementsOf(element).some((child) => child.name === 'wp:meta_key' && EXPIRY.includes(ownText(child) ?? '')))
  if (ends) holdBack ??= 'its source sets a date on which it expires, and an article does not end by itself.'
  return holdBack === undefined ? { status: 'published' } : { status: 'draft', holdBack }
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

/** The date in GMT; where WordPress has none yet, the local one, which has no zone. */
function readDate(reading: XmlReading, to: string, gmt: string, local: string): string | undefined {
  const [exact, rough] = [reading.first(gmt), reading.first(local)]
  for (const element of [exact, rough]) if (NO_DATE.test(ownText(element) ?? '')) reading.claims.leaveOut(element, 'it stands for no date')
  const dated = [exact, rough].find((element) => element && !NO_DATE.test(ownText(element) ?? ''))
  if (dated !== exact) return reading.date(to, dated)
  reading.claims.leaveOut(rough, 'the same date in local time')
  if (to === 'publishedAt') reading.claims.leaveOut(reading.first('pubDate'), 'the same date again')
  const text = ownText(exact)
  if (text === undefined) return undefined
  const zoned = reading.date(to, exact)
  const note = reading.notes.at(-1)
  if (zoned !== undefined && note?.includes('no time zone')) reading.notes.pop()
  return zoned
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

function readTerms(reading: XmlReading): { section: WireSection | undefined; tags: WireTag[] } {
  let section: WireSection | undefined
  const tags: WireTag[] = []
  for (const element of reading.all('category')) {
    const domain = element.attributes.get('domain') ?? 'category'
    const name = lineOf(ownText(element) ?? '')
    const slug = element.attributes.get('nicename')
    if (domain === 'author') continue
    if (name === undefined || (domain !== 'category' && domain !== 'post_tag')) reading.claims.leaveOut(element, `a term of the kind ${domain.slice(0, 40)} has no place`)
    else if (slug === 'uncategorized') reading.claims.leaveOut(element, 'WordPress files here what has no category')
    else if (domain === 'category' && !section) {
      reading.claims.take(element, 'section')
      section = present({ name, slug })
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
      reading.notes.push(`The main picture (attachment ${(value ?? '').slice(0, 20)}) was left out, since no file is fetched.`)
    } else reading.claims.leaveOut(element, `a setting of WordPress or a plugin: ${key.slice(0, 60)}`)
  }
  return meta
}

const SHORTCODE = /\[\/?([a-z][\w-]{1,40})(?=[\s\]/])/gi

/** What a plugin would have put in their place is not in the export. */
function noteShortcodes(reading: XmlReading, content: string): void {
  const names = new Set<string>()
  for (const match of content.matchAll(SHORTCODE)) {
    if (names.size < 20) names.add(match[1] ?? '')
  }
  if (names.size > 0) reading.notes.push(`Shortcodes stay in the text as they are: ${Array.from(names, (name) => `[${name}]`).join(', ')}.`)
}
