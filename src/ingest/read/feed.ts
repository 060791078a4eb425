import type { ItemResult, WireByline, WireImage, WireItem, WireTag } from '../item'
import { htmlToLexical, htmlToText, plainToLexical } from '../lexical'
import type { LexicalDocument } from '../lexical'
import { parseWireDate } from './date'
import { originOf } from './feedHead'
import type { FeedHead } from './feedHead'
import { readRelease } from './feedRelease'
import { textParagraphs } from './ninjsTexts'
import { personNames } from './person'
import { languageTag, present, uniqueBy } from './values'
import { elementsOf, innerHtml, ownText } from './xml/element'
import type { XmlElement } from './xml/element'
import { XmlReading, lineOf } from './xmlReading'

/**
 * Reads one item of an RSS 2.0 or 1.0 feed, with the modules content, dc and media.
 *
 * @see https://www.rssboard.org/rss-specification
 * @see https://www.rssboard.org/media-rss
 */
export function readRssItem(element: XmlElement, path: string, head: FeedHead): ItemResult {
  const reading = new XmlReading(element, path)
  const link = addressOf(reading.first('link'))
  reading.claims.leaveOut(reading.first('link'), 'the address at the source, which relative addresses are resolved against')
  const guid = reading.text('guid', 'guid')
  const whole = reading.first('content:encoded')
  const description = reading.first('description')
  if (whole) reading.claims.take(description, 'standfirst')
  const { section, tags } = readCategories(reading)
  const date = reading.first('pubDate', 'dc:date')
  if (!date) reading.notes.push('The item has no date: it is dated when it is published here.')
  return reading.result(
    present<WireItem>({
      format: 'rss',
      guid,
      origin: originOf(head, guid ?? link),
      localId: guid === undefined ? link : undefined,
      link: guid === link ? undefined : link,
      headline: reading.line('headline', 'title'),
      standfirst: whole && description && noneIfBlank(htmlToText(ownText(description) ?? '')),
      body: readHtml(reading, whole ?? description, baseOf([element, whole ?? description], link ?? head.link, head.base)),
      bylines: readNames(reading, 'dc:creator', 'author'),
      section,
      tags,
      publishedAt: reading.date('publishedAt', date),
      updatedAt: reading.date('updatedAt', reading.first('atom:updated')),
      language: readLanguage(reading) ?? head.language,
      pubStatus: 'usable',
      heroImage: readMedia(reading),
      provider: reading.line('source.provider', 'source', 'dc:publisher') ?? head.title,
      // Last: of the dates it looks at those that nothing else has read.
      ...readRelease(reading, head),
    }),
  )
}

/**
 * Reads one entry of an Atom feed.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4287
 */
export function readAtomEntry(element: XmlElement, path: string, head: FeedHead): ItemResult {
  const reading = new XmlReading(element, path)
  const other = otherKindOfEntry(reading)
  if (other !== undefined) {
    reading.claims.leaveOut(element, `it is no post of Blogger's but of the kind ${other}`)
    return { ok: true, item: undefined, account: reading.account(), notes: [] }
  }
  const link = addressOf(reading.all('atom:link').find(({ attributes }) => ['alternate', undefined].includes(attributes.get('rel'))))
  const guid = reading.text('guid', 'atom:id')
  const content = reading.all('atom:content')[0]
  const summary = reading.all('atom:summary')[0]
  const file = content && fileType(content)
  if (file !== undefined) reading.notes.push(`The content is a file (${file.slice(0, 60)}) and was left out.`)
  const body = content && file === undefined && htmlOf(content) !== '' ? content : summary
  const title = reading.all('atom:title')[0]
  reading.claims.take(title, 'headline')
  if (body !== summary) reading.claims.take(summary, 'standfirst')
  const published = reading.first('atom:published')
  const updatedAt = reading.date(published ? 'updatedAt' : 'publishedAt, updatedAt', reading.first('atom:updated'))
  const { section, tags } = readCategories(reading)
  const source = reading.all('atom:source').flatMap(elementsOf).find(({ name }) => name === 'atom:title')
  reading.claims.take(source, 'source.provider')
  return reading.result(
    present<WireItem>({
      format: 'atom',
      guid,
      origin: originOf(head, guid),
      link: guid === link ? undefined : link,
      headline: title && lineOf(htmlToText(htmlOf(title))),
      standfirst: body === summary || !summary ? undefined : noneIfBlank(htmlToText(htmlOf(summary))),
      body: readAtomText(reading, body, baseOf([element, body], link ?? head.link, head.base)),
      bylines: [...readPeople(reading, 'atom:author', 'reporter'), ...readPeople(reading, 'atom:contributor', 'contributor')],
      section,
      tags,
      publishedAt: published ? reading.date('publishedAt', published) : updatedAt,
      updatedAt,
      language: languageTag(element.attributes.get('xml:lang') ?? content?.attributes.get('xml:lang') ?? '') ?? head.language,
      pubStatus: 'usable',
      heroImage: readMedia(reading),
      provider: ownText(source) ?? head.title,
      ...readRelease(reading, head),
    }),
  )
}

/**
 * Reads what an Atom feed leaves of an entry that it takes back: a withdrawal.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6721
 */
export function readDeletedEntry(element: XmlElement, path: string, head: FeedHead): ItemResult {
  const reading = new XmlReading(element, path)
  const guid = element.attributes.get('ref')?.trim()
  reading.claims.take(element, 'guid, pubStatus')
  if (!guid) {
    return { ok: false, errors: [{ path, message: 'This withdraws an entry and does not say which: give its id as "ref".' }], account: reading.account() }
  }
  const when = parseWireDate(element.attributes.get('when') ?? '')
  return reading.result(
    present<WireItem>({
      format: 'atom',
      guid,
      origin: originOf(head, guid),
      body: plainToLexical([]),
      bylines: [],
      tags: [],
      updatedAt: when.ok ? when.iso : undefined,
      pubStatus: 'canceled',
      status: 'published',
    }),
  )
}

/** Blogger's export holds comments, settings and templates as entries beside the posts. */
function otherKindOfEntry(reading: XmlReading): string | undefined {
  const kinds = reading.all('atom:category').filter(({ attributes }) => attributes.get('scheme') === 'http://schemas.google.com/g/2005#kind')
  const kind = kinds.map(({ attributes }) => /#(\w{1,40})$/.exec(attributes.get('term') ?? '')?.[1]).find((each) => each !== undefined)
  return kind === 'post' ? undefined : kind
}

/** HTML as the body, claimed. */
export function readHtml(
  reading: XmlReading,
  element: XmlElement | undefined,
  base: string | undefined,
  { blankLines = false, html = ownText(element) }: { blankLines?: boolean; html?: string | undefined } = {},
): LexicalDocument {
  if (html === undefined) {
    reading.notes.push('The item has no body.')
    return plainToLexical([])
  }
  reading.claims.take(element, 'body')
  const { document, notes } = htmlToLexical(html, { base, blankLines })
  reading.notes.push(...notes)
  return document
}

function readAtomText(reading: XmlReading, element: XmlElement | undefined, base: string | undefined): LexicalDocument {
  const type = element?.attributes.get('type') ?? 'text'
  const html = element ? htmlOf(element) : ''
  if (html.trim() === '') reading.notes.push(element?.attributes.has('src') ? 'The text is at another address, and was not fetched.' : 'The item has no body.')
  else reading.claims.take(element, 'body')
  if (type === 'text' || type === 'text/plain') return plainToLexical(textParagraphs(ownText(element) ?? ''))
  const { document, notes } = htmlToLexical(html, { base })
  reading.notes.push(...notes)
  return document
}

/** The media type of a content that is Base64 and no text (RFC 4287, section 4.1.3.3). */
function fileType({ attributes }: XmlElement): string | undefined {
  const type = attributes.get('type') ?? 'text'
  return type.includes('/') && !/^text\/|[+/]xml$/i.test(type) ? type : undefined
}

/** What relative addresses are relative to: the `xml:base` of the elements, from the outside in, else the item's own address. */
function baseOf(elements: readonly (XmlElement | undefined)[], otherwise: string | undefined, feed: string | undefined): string | undefined {
  let base = feed
  for (const element of elements) {
    const next = element?.attributes.get('xml:base')
    if (next !== undefined && URL.canParse(next, base ?? otherwise)) base = new URL(next, base ?? otherwise).href
  }
  return base ?? otherwise
}

/** RFC 4287, section 3.1: `xhtml` holds elements, `html` escaped HTML, `text` words. */
function htmlOf(element: XmlElement): string {
  const type = element.attributes.get('type') ?? 'text'
  if (type === 'xhtml' || elementsOf(element).length > 0) return innerHtml(element)
  const text = ownText(element) ?? ''
  return type === 'html' || type === 'text/html' ? text : text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

/** Our own feeds say by the category's scheme that it is the section. */
function readCategories(reading: XmlReading): { section: WireItem['section']; tags: WireTag[] } {
  const categories = reading.all('category', 'atom:category', 'dc:subject').flatMap((element) => {
    const name = lineOf(element.attributes.get('label') ?? element.attributes.get('term') ?? ownText(element) ?? '')
    return name === undefined ? [] : [{ element, name, isSection: /(?:^|\/)(?:sections?|categories)\/?$/i.test(element.attributes.get('domain') ?? element.attributes.get('scheme') ?? '') }]
  })
  const filed = categories.find(({ isSection }) => isSection)
  const others = categories.filter((category) => category !== filed)
  reading.claims.take(filed?.element, 'section')
  for (const { element } of others) reading.claims.take(element, 'tags')
  const tags = uniqueBy(others.map(({ name }) => ({ name, kind: 'subject' as const })), ({ name }) => name)
  return { section: filed && { name: filed.name }, tags }
}

/** RSS's `author` is an e-mail address, with the name in brackets behind it. */
function readNames(reading: XmlReading, ...names: string[]): WireByline[] {
  const bylines = reading.all(...names).flatMap((element) => {
    const { names, notes } = personNames(ownText(element) ?? '')
    reading.notes.push(...notes)
    if (names.length === 0) {
      reading.claims.leaveOut(element, 'it names nobody: an e-mail address is not a name')
      return []
    }
    reading.claims.take(element, 'bylines')
    return names.map((name) => ({ name, role: 'reporter' as const }))
  })
  return uniqueBy(bylines, ({ name }) => name)
}

function readPeople(reading: XmlReading, element: string, role: WireByline['role']): WireByline[] {
  return reading.all(element).flatMap((person) => {
    const name = elementsOf(person).find((child) => child.name === 'atom:name')
    const { names, notes } = personNames(ownText(name) ?? '')
    reading.notes.push(...notes)
    if (names.length > 0) reading.claims.take(name, 'bylines')
    return names.map((each) => ({ name: each, role }))
  })
}

function readLanguage(reading: XmlReading): string | undefined {
  const element = reading.first('dc:language', 'language')
  const tag = languageTag(ownText(element) ?? '')
  if (tag !== undefined) reading.claims.take(element, 'language')
  return tag
}

/** The first picture among Media RSS, enclosures and Atom's links. */
function readMedia(reading: XmlReading): WireImage | undefined {
  const groups = reading.all('media:group')
  const candidates = [...reading.all('media:content'), ...groups.flatMap(elementsOf), ...reading.all('media:thumbnail', 'enclosure', 'atom:link')]
  const found = candidates.find((element) => isPicture(element))
  if (!found) return undefined
  reading.claims.take(found, 'heroImage')
  const url = addressOf(found)
  for (const same of candidates) if (same !== found && isPicture(same) && addressOf(same) === url) reading.claims.leaveOut(same, 'the same picture again')
  const around = [...elementsOf(found), ...groups.flatMap(elementsOf), ...reading.all('media:description', 'media:credit')]
  const said = (name: string) => around.find((element) => element.name === name && ownText(element) !== undefined)
  const [caption, credit] = [said('media:description'), said('media:credit')]
  for (const element of [caption, credit]) if (element && element.parent !== found) reading.claims.take(element, 'heroImage')
  return url === undefined ? undefined : present<WireImage>({ url, caption: lineOf(ownText(caption) ?? ''), credit: lineOf(ownText(credit) ?? '') })
}

function isPicture({ attributes, name }: XmlElement): boolean {
  if (name === 'atom:link' && attributes.get('rel') !== 'enclosure') return false
  if (!/^https?:\/\//i.test(attributes.get('url') ?? attributes.get('href') ?? '')) return false
  if (name === 'media:thumbnail') return true
  return attributes.get('medium') === 'image' || (attributes.get('type') ?? '').startsWith('image/')
}

function addressOf(element: XmlElement | undefined): string | undefined {
  const address = element && (element.attributes.get('url') ?? element.attributes.get('href') ?? ownText(element))
  return address !== undefined && URL.canParse(address) ? address : undefined
}

function noneIfBlank(text: string): string | undefined {
  return text.trim() === '' ? undefined : text
}
