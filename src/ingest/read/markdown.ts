import { idInArticleUri } from '../../formats/urls'
import { LEFT_OUT } from '../item'
import type { SourceMapEntry, ItemResult, WireItem } from '../item'
import { markdownToLexical } from '../lexical'
import type { MarkdownText } from '../lexical'
import { parseWireDate } from './date'
import { childrenOf, textOf } from './fields'
import type { Field } from './fields'
import { readFrontMatter } from './frontMatter'
import type { FrontMatter, LineRange } from './frontMatter'
import { holdsByWords, whyHeldByWords } from './heldByWords'
import { holdsByLabel, isEdNote, isEmbargo, isNoEmbargo, isNote, isRelease, liftsEmbargo, takesBackBy, whyAhead, whyDoubtful, whyHeldBack, whyLabelled, whyNotOnWeb, whyOffWeb } from './holdBack'
import { accountByLine } from './lineAccount'
import { withdrawalInLines } from './brokenFrontMatter'
import { readAliases, readCorrections, readDateline, readHeroImage, readNames, readTaxonomy } from './markdownFields'
import { statusWords } from './ninjsKill'
import { Reading } from './reading'
import { doubtfulWithdrawalOf, notesOf, strongerOf, takenBackByWords, withdrawalByHeadline, withdrawalOf } from './takenBack'
import { present, pubStatusOf } from './values'

/** A Markdown file beyond this is no article, and takes longer than one: its blocks are parsed one by one. */
const MAX_LENGTH = 2_000_000
const MAX_LINES = 20_000
const ROOT = 'front matter'

export type MarkdownFile = {
  /** The file's name: Jekyll keeps the date in it. */
  readonly name?: string
  /** The moment by which it is told what is over. */
  readonly now?: Date
}

/**
 * Reads one Markdown article under front matter, as Hugo, Jekyll and Astro keep it, and as our own export writes it.
 * Without a headline in the front matter, a level-one heading on top is the headline. An article is a draft where the
 * front matter says so (`draft: true`, `published: false`).
 */
export function readMarkdown(text: string, { name, now = new Date() }: MarkdownFile = {}): ItemResult {
  const result = readWhole(text, { name, now })
  if (result.ok) return result
  // What cannot be read is no reason to leave a story public that is withdrawn.
  const item = withdrawalInLines(linesIn(text.slice(0, MAX_LENGTH)), result.errors, now)
  return item ? { ok: true, item, account: result.account, notes: notesOf(result.errors) } : result
}

function linesIn(text: string): string[] {
  return (text.startsWith('\ufeff') ? text.slice(1) : text).split(/\r\n?|\n/)
}

function readWhole(text: string, { name, now }: { name: string | undefined; now: Date }): ItemResult {
  const source = linesIn(text)
  const all = `lines 1-${String(source.length)}`
  if (text.length > MAX_LENGTH) {
    const errors = [{ line: 1, column: 1, message: `The text is longer than ${String(MAX_LENGTH)} characters; cut it into several articles.` }]
    return { ok: false, errors, account: [{ at: all, to: LEFT_OUT, why: 'the text is too long' }] }
  }
  if (source.length > MAX_LINES) {
    const errors = [{ line: MAX_LINES + 1, column: 1, message: `The text has more than ${String(MAX_LINES)} lines; cut it into several articles.` }]
    return { ok: false, errors, account: [{ at: all, to: LEFT_OUT, why: 'the text has too many lines' }] }
  }
  const read = readFrontMatter(source)
  if (!read.ok) return { ok: false, errors: read.errors, account: [{ at: all, to: LEFT_OUT, why: 'the front matter cannot be read' }] }
  const { frontMatter } = read
  const reading = new Reading({ path: ROOT, value: frontMatter.value }, { anyCase: true })
  const lines = source.slice(frontMatter.bodyLine - 1)
  const named = reading.text('headline', 'headline', 'title')
  const body = markdownToLexical(lines.join('\n'), { takeTitle: named === undefined || startsWithHeading(lines, named) })
  const item = dated(wireItem(reading, named ?? body.title, { body, lines, now }), reading, name)
  noteTemplates(reading, lines)
  const account = accountOf(source, reading, frontMatter, body)
  const notes = [...reading.notes, ...body.notes].map(withoutRoot)
  if (reading.errors.length === 0) return { ok: true, item, account, notes }
  const errors = reading.errors.map(({ message, path = '' }) => ({ line: linesFor(path, frontMatter).from, column: 1, path: withoutRoot(path), message }))
  const withdrawal = withdrawalOf(item, errors) ?? (hasUnknownStatus(reading) ? doubtfulWithdrawalOf(item, errors) : undefined) ?? withdrawalByHeadline(item, errors)
  return withdrawal ? { ok: true, item: withdrawal, account, notes: [...notes, ...notesOf(errors)] } : { ok: false, errors, account }
}

/** Jekyll's file names begin with the day: `2024-04-05-title.md`. Those of our own export are slugs, and say nothing of a date. */
function dated(item: WireItem, { notes }: Reading, name = ''): WireItem {
  const day = item.publishedAt === undefined && idInArticleUri(item.guid) === undefined ? /(?:^|[/\\])(\d{4}-\d\d-\d\d)-[^/\\]+$/.exec(name.slice(-300))?.[1] : undefined
  const date = day === undefined ? undefined : parseWireDate(day)
  if (!date?.ok) return item
  notes.push(`The date of publication is the one in the file's name, ${day ?? ''}.`)
  return { ...item, publishedAt: date.iso }
}

function wireItem(reading: Reading, headline: string | undefined, { body, lines, now }: { body: MarkdownText; lines: readonly string[]; now: Date }): WireItem {
  const standfirst = reading.text('standfirst', 'standfirst', 'excerpt', 'summary', 'description', 'subtitle', 'dek')
  const { section, tags } = readTaxonomy(reading)
  const metaField = reading.field('meta')
  const meta = present({
    title: metaField && reading.textIn(metaField, 'meta.title', 'title'),
    description: (metaField && reading.textIn(metaField, 'meta.description', 'description')) ?? unclaimed(reading, 'meta.description', 'description'),
  })
  const item: Omit<WireItem, 'status'> = {
    format: 'markdown',
    guid: reading.text('guid', 'guid', 'uri', 'id'),
    link: readLink(reading),
    headline,
    slug: reading.text('slug', 'slug'),
    standfirst,
    body: body.document,
    bylines: readNames(reading),
    section,
    tags,
    publishedAt: reading.date('publishedAt', reading.field('publishedAt', 'pubDate', 'publishDate', 'date', 'published_at')),
    ...readEmbargo(reading, now),
    updatedAt: reading.date('updatedAt', reading.field('updatedAt', 'updatedDate', 'lastmod', 'last_modified_at', 'updated', 'modified')),
    language: reading.language('language', 'lang', 'locale'),
    dateline: readDateline(reading),
    corrections: readCorrections(reading),
    pubStatus: readPubStatus(reading),
    heroImage: readHeroImage(reading),
    provider: reading.text('source.provider', 'provider', 'source'),
    aliases: readAliases(reading),
  }
  const isWhole = item.pubStatus === 'canceled' && idInArticleUri(item.guid) !== undefined
  // Whatever the story is called by, each of these may be its headline.
  const words = takenBackByWords({ headlines: [textOf(reading.field('headline')), textOf(reading.field('title')), firstHeading(lines)] }, now)
  const unreadHold = holdsUnread(reading, now) ? 'holds' : undefined
  const holdBack = readHoldBack(reading, now) ?? holdBackUnread(reading, now) ?? words.holdBack ?? (isWhole ? 'its source says that it is canceled.' : undefined)
  // Of a draft nobody is told an address.
  const aliases = holdBack === undefined ? item.aliases : undefined
  return present<WireItem>({ ...item, aliases, status: holdBack === undefined ? 'published' : 'draft', holdBack, meta: Object.keys(meta).length > 0 ? meta : undefined, isWhole: isWhole || undefined, takesBack: isWhole ? undefined : strongerOf(unreadHold, strongerOf(takesBackBy(releaseOf(reading), now), words.takesBack)) })
}

/** The address of the story at its source. */
function readLink(reading: Reading): string | undefined {
  const field = reading.field('canonical', 'canonicalUrl', 'canonical_url')
  reading.claims.leaveOut(field, 'the address at the source')
  return textOf(field)
}

/** A description beside a standfirst is for search engines. */
function unclaimed(reading: Reading, to: string, name: string): string | undefined {
  const field = reading.field(name)
  return field && !reading.claims.has(field) ? reading.text(to, name) : undefined
}

/** Where generators keep settings beside the root: Hugo's and Zola's own, and what sites add. */
const GROUPS = ['params', 'extra', 'build', '_build']

/** Maps about the main picture, and settings in them that say whether the picture shows. */
const PICTURES = new Set('cover image images thumbnail heroimage featured_image featuredimage'.split(' '))
const LOOKS = new Set('hidden hide visible show enabled disabled active render list'.split(' '))

/** What may be a setting: what is at the root, and in its groups. */
function settingsOf(reading: Reading): { field: Field; key: string }[] {
  const fields = [...childrenOf(reading.root), ...GROUPS.flatMap((name) => reading.field(name) ?? []).flatMap(childrenOf)]
  return fields.map((field) => ({ field, key: keysOf(field.path).at(-1) ?? '' }))
}

/** What says whether the story may go out, but for our own export's status. */
function releaseOf(reading: Reading): [key: string, value: unknown][] {
  const own = reading.field('pubStatus')?.path
  return settingsOf(reading).flatMap(({ field, key }) => ((isRelease(key) || isEdNote(key)) && field.path !== own ? [[key, field.value]] : []))
}

/** Everything that says whether the story may go out; the first that holds it back is the reason. */
function readHoldBack(reading: Reading, now: Date): string | undefined {
  let reason: string | undefined
  for (const { field, key } of settingsOf(reading)) {
    if (!isRelease(key) || field.path === reading.field('pubStatus')?.path) continue
    reading.claims.take(field, 'status')
    reason ??= whyHeldBack(key, field.value, now)
  }
  return reason
}

/** Whatever nothing has read and may mean "not now": a yes or no, a word such as "paid", a time to come at any depth. */
function holdBackUnread(reading: Reading, now: Date): string | undefined {
  for (const { field, key } of settingsOf(reading)) {
    const reason = reading.claims.has(field) ? undefined : (whyDoubtful(key, field.value) ?? whyNotOnWeb(key, field.value))
    if (reason === undefined) continue
    reading.claims.take(field, 'status')
    return reason
  }
  const pending = childrenOf(reading.root)
  for (let field = pending.pop(); field; field = pending.pop()) {
    if (typeof field.value === 'object' && !(field.value instanceof Date)) {
      for (const child of childrenOf(field)) pending.push(child)
      continue
    }
    const keys = keysOf(field.path)
    const key = keys.at(-1) ?? ''
    const isLook = LOOKS.has(key.toLowerCase()) && keys.slice(0, -1).some((each) => PICTURES.has(each.toLowerCase()))
    const reason = reading.claims.has(field) ? undefined : ((isLook ? undefined : whyHeldBack(key, field.value, now)) ?? whyOffWeb(key, field.value) ?? whyLabelled(keys.join('.'), field.value) ?? whyAhead(keys.join('.'), field.value, now) ?? whyHeldByWords(textOf(field) ?? '', now, isNote(keys.join('.'))))
    if (reason === undefined) continue
    reading.claims.take(field, 'status')
    return reason
  }
  return undefined
}

/** Whether what nothing has read takes the story back: a label or a note holds it, and not until a time. */
function holdsUnread(reading: Reading, now: Date): boolean {
  const pending = childrenOf(reading.root)
  for (let field = pending.pop(); field; field = pending.pop()) {
    for (const child of childrenOf(field)) pending.push(child)
    if (typeof field.value !== 'string' || reading.claims.has(field)) continue
    const name = keysOf(field.path).join('.')
    if (holdsByLabel(name, field.value) || holdsByWords(field.value, now, isNote(name))) return true
  }
  return false
}

/** The latest embargo, in any of its spellings; one without a readable date holds the story back. */
function readEmbargo(reading: Reading, now: Date): Pick<WireItem, 'embargoUntil' | 'liftsEmbargo'> {
  const settings = settingsOf(reading).filter(({ key }) => isEmbargo(key))
  const moments = settings.flatMap(({ field, key }) => {
    reading.claims.take(field, 'embargoUntil')
    const isDate = field.value instanceof Date || (typeof field.value === 'string' && !isNoEmbargo(field.value))
    return isDate && whyHeldBack(key, field.value, now) === undefined ? (reading.date('embargoUntil', field) ?? []) : []
  })
  const embargoUntil = moments.sort().at(-1)
  if (embargoUntil !== undefined) return { embargoUntil }
  return settings.some(({ field }) => liftsEmbargo(field.value)) ? { liftsEmbargo: true } : {}
}

function readPubStatus(reading: Reading): WireItem['pubStatus'] {
  const field = reading.field('pubStatus')
  if (!field) return 'usable'
  reading.claims.take(field, 'pubStatus')
  const status = statusOf(field)
  if (status === undefined) reading.errors.push({ path: field.path, message: 'Write pubStatus as usable, withheld or canceled.' })
  return status ?? 'usable'
}

function statusOf(field: Field): WireItem['pubStatus'] | undefined {
  return statusWords(field).map(pubStatusOf).find((status) => status !== undefined)
}

/** A status that is not known may be a withdrawal. */
function hasUnknownStatus(reading: Reading): boolean {
  const field = reading.field('pubStatus')
  return field !== undefined && statusOf(field) === undefined
}

/** Sites often repeat the title as the first heading; printed twice it would be one too many. */
function startsWithHeading(lines: readonly string[], headline: string): boolean {
  return firstHeading(lines) === headline
}

/** The words of a heading at the top. */
function firstHeading(lines: readonly string[]): string | undefined {
  const first = lines.find((line) => line.trim() !== '')
  return first !== undefined && first.length < 1_000 && first.startsWith('# ') ? withoutClosing(first.slice(2)) : undefined
}

/** The words of a heading without the hashes that may close it. */
function withoutClosing(heading: string): string {
  let end = heading.length
  while (end > 0 && ' #'.includes(heading.charAt(end - 1))) end -= 1
  return heading.slice(0, end).trimStart()
}

function noteTemplates(reading: Reading, lines: readonly string[]): void {
  if (lines.some((line) => /\{\{[<%]|\{%/.test(line))) reading.notes.push('Template code of the site ({{< … >}}, {% … %}) stays in the text as it is.')
}

function accountOf(source: readonly string[], reading: Reading, frontMatter: FrontMatter, body: MarkdownText): SourceMapEntry[] {
  const hasFields = Object.keys(Object(reading.root.value)).length > 0
  const fields = hasFields ? reading.claims.account(reading.root) : []
  const offset = frontMatter.bodyLine - 1
  return accountByLine(source, offset, [
    ...fields.map(({ at, ...rest }) => ({ ...rest, field: withoutRoot(at), lines: linesFor(at, frontMatter) })),
    ...body.lines.map(({ from, part, to }) => ({ ...PARTS[part], lines: { from: from + offset, to: to + offset } })),
  ])
}

/** The lines of a value, or of the nearest one around it whose lines are known. */
function linesFor(path: string, { lines }: FrontMatter): LineRange {
  const keys = keysOf(path)
  while (keys.length > 0) {
    const found = lines.get(keys.join('\0'))
    if (found) return found
    keys.pop()
  }
  return { from: 1, to: 1 }
}

/** The keys in a path as an account writes it. */
function keysOf(path: string): string[] {
  return Array.from(withoutRoot(path).matchAll(/\[("(?:[^"\\]|\\.)*")\]|\[(\d+)\]|([^.[\]]+)/g), ([, quoted, index, name]) =>
    quoted === undefined ? (index ?? name ?? '') : String(JSON.parse(quoted)),
  )
}

function withoutRoot(path: string): string {
  return path.startsWith(ROOT) ? path.slice(ROOT.length).replace(/^\./, '') : path
}

const PARTS = {
  title: { to: 'headline' },
  body: { to: 'body' },
  definition: { to: 'body', why: 'it says where links of the text lead' },
  picture: { to: LEFT_OUT, why: 'no file is fetched' },
} as const
