import { idInArticleUri } from '../../formats/urls'
import type { ItemResult, WireItem } from '../item'
import { childOf, childrenOf, elementsIn, textOf } from './fields'
import type { Field } from './fields'
import { isEmbargo, isKilledByWords, isNote, isRelease, takesBackBy, whyAhead, whyDoubtful, whyEmbargoed, whyHeldBack, whyHeldBySlugline, whyHeldByWords, whyLabelled, whyLimited, whyNotOnWeb } from './holdBack'
import { jsonFault } from './jsonFault'
import { jsonPieces } from './jsonPieces'
import { readBylines, readProvider } from './ninjsCredits'
import { readSectionAndTags } from './ninjsConcepts'
import { readBody, readDescriptions, readHeadlines } from './ninjsTexts'
import { readDoubtfulKill, readKill, statusWords } from './ninjsKill'
import { readCorrections, readHero } from './ninjsExtras'
import { Reading } from './reading'
import { looksLikeSlug, present, pubStatusOf } from './values'

/** Keys under which agencies wrap a list of items (Superdesk: `_items`). */
const ENVELOPES = ['items', '_items']

/**
 * Reads ninjs, IPTC's news in JSON: one item, an array, or JSON Lines. Versions 1.x (`body_html`, `pubstatus`), 2.x and
 * 3.x (`bodies`, `pubStatus`) are told apart by the names they use, and what one item mixes is read too.
 *
 * @see https://www.iptc.org/std/ninjs/userguide/
 */
export function* readNinjs(text: string): Generator<ItemResult> {
  const source = text.startsWith('\ufeff') ? text.slice(1) : text
  const whole = parseJson(source)
  if (whole.ok) {
    yield* readValues(whole.value, source)
    return
  }
  const lines = source.split(/\r\n?|\n/)
  const isLines = lines.filter((line) => line.trim() !== '').length > 1 && lines.some((line) => isRecord(parseJson(line.trim())))
  if (isLines) yield* readNinjsLines(lines)
  else if (hasJsonHead(lines)) yield notRead('This is Markdown under JSON front matter, which is not read; write the front matter as YAML between --- lines.')
  else yield { ok: false, errors: [jsonFault(source)], account: [{ at: '$', to: 'left-out', why: 'the file is not JSON' }] }
}

/** Reads JSON Lines: one item a line, so that a bad line fails alone. Blank lines are skipped. */
export function* readNinjsLines(lines: Iterable<string>): Generator<ItemResult> {
  let number = 0
  for (const line of lines) {
    number += 1
    if (line.trim() === '') continue
    const at = `line ${String(number)}: $`
    const parsed = parseJson(line)
    if (parsed.ok) yield from(line, readItem({ path: at, value: parsed.value }))
    else {
      const errors = [{ ...jsonFault(line), line: number, path: `line ${String(number)}` }]
      yield { ok: false, errors, account: [{ at, to: 'left-out', why: 'the line is not JSON' }] }
    }
  }
}

/** @param source the text that the value was parsed from */
function* readValues(value: unknown, source: string): Generator<ItemResult> {
  if (Array.isArray(value)) {
    yield* readElements(value, '$', jsonPieces(source))
    return
  }
  if (typeof value === 'object' && value !== null && Array.isArray(Reflect.get(value, 'db'))) {
    yield notRead('This is a Ghost export, which is not read; export from Ghost to WordPress (WXR) or RSS, or to Markdown.')
    return
  }
  if (isJsonFeed(value)) {
    yield notRead('This is a JSON Feed, which is not read; send the RSS or Atom feed of the same site.')
    return
  }
  const envelope = ENVELOPES.find((key) => typeof value === 'object' && value !== null && Array.isArray(Reflect.get(value, key)))
  if (envelope === undefined || typeof value !== 'object' || value === null) {
    yield from(source, readItem({ path: '$', value }))
    return
  }
  const others = Object.keys(value).filter((key) => key !== envelope)
  const account = others.map((key) => ({ at: `$[${JSON.stringify(key)}]`, to: 'left-out', why: 'it stands around the items' }))
  if (account.length > 0) yield { ok: true, item: undefined, account, notes: [] }
  const items: unknown = Reflect.get(value, envelope)
  if (!Array.isArray(items)) return
  yield* readElements(items, `$.${envelope}`, jsonPieces(source, ENVELOPES))
}

/** @see https://www.jsonfeed.org/version/1.1/ */
function isJsonFeed(value: unknown): boolean {
  const version: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'version') : undefined
  return typeof version === 'string' && /^https?:\/\/(?:www\.)?jsonfeed\.org\/version\//i.test(version.trim())
}

function* readElements(values: readonly unknown[], path: string, pieces: Iterator<string>): Generator<ItemResult> {
  for (const [index, value] of values.entries()) {
    const piece = pieces.next()
    const result = readItem({ path: `${path}[${String(index)}]`, value })
    yield piece.done ? result : from(piece.value, result)
  }
}

function notRead(message: string): ItemResult {
  return { ok: false, errors: [{ line: 1, column: 1, message }], account: [{ at: '$', to: 'left-out', why: 'it is in another format' }] }
}

/** Hugo's JSON front matter: an object that ends on a line of its own, and words below. */
function hasJsonHead(lines: readonly string[]): boolean {
  const end = lines.indexOf('}')
  return end > 0 && lines.slice(end + 1).some((line) => line.trim() !== '') && isRecord(parseJson(lines.slice(0, end + 1).join('\n')))
}

/** The result, with what it was read from. */
function from(source: string, result: ItemResult): ItemResult {
  return result.ok && result.item ? { ...result, source } : result
}

/** @param isWhole whether a withdrawal is read as the story that it withdraws */
function readItem(root: Field, isWhole = isWithdrawnWhole(root)): ItemResult {
  const reading = new Reading(root)
  if (typeof root.value !== 'object' || root.value === null || Array.isArray(root.value)) {
    const errors = [{ path: root.path, message: 'A ninjs item is a JSON object; send { "uri": …, "headlines": …, "bodies": … }.' }]
    return { ok: false, errors, account: [{ at: root.path, to: 'left-out', why: 'it is no object' }] }
  }
  const kill = isWhole ? undefined : readKill(reading)
  if (kill) {
    const account = reading.claims.account(root)
    if (kill.guid !== undefined) return { ok: true, item: kill, account, notes: reading.notes }
    return { ok: false, errors: [{ path: root.path, message: 'This withdraws a story and does not say which: give its "uri".' }], account }
  }
  const type = reading.field('type')
  if (type && textOf(type) !== 'text') {
    reading.claims.leaveOut(root, `it is no text but of the type ${JSON.stringify(type.value).slice(0, 40)}`)
    return { ok: true, item: undefined, account: reading.claims.account(root), notes: [] }
  }
  for (const [name, why] of BOOKKEEPING) reading.claims.leaveOut(reading.field(name), why)
  const item = wireItem(reading)
  const account = reading.claims.account(root)
  if (reading.errors.length > 0) {
    // A withdrawal needs nothing to be right but its id.
    if (isWhole) return readItem(root, false)
    const status = statusField(reading)
    const isDoubtful = status !== undefined && statusOf(status) === undefined && item.guid !== undefined
    if (isDoubtful) return { ok: true, item: readDoubtfulKill(reading, status, reading.errors), account, notes: reading.notes }
    return { ok: false, errors: reading.errors, account }
  }
  return { ok: true, item, account, notes: reading.notes }
}

/** Whether an item is a withdrawn story from the export of a newsroom like this one, with all its text; what it tells others has none. */
function isWithdrawnWhole(root: Field): boolean {
  const said = (name: string) => textOf(childOf(root, name))
  return said('type') === 'text' && said('pubStatus') === 'canceled' && said('representationType') === 'full' && idInArticleUri(said('uri')) !== undefined
}

/** What says something about the item and nothing that an article keeps. */
const BOOKKEEPING: readonly (readonly [string, string])[] = [
  ['type', 'it says that the item is a text'],
  ['standard', 'it names the format'],
  ['$schema', 'it names the format'],
  ['charcount', 'it is counted anew'],
  ['wordcount', 'it is counted anew'],
]

function wireItem(reading: Reading): WireItem {
  const { headline, metaTitle } = readHeadlines(reading)
  const { datelineText, metaDescription, standfirst } = readDescriptions(reading)
  const body = readBody(reading)
  const bylines = readBylines(reading)
  const { section, tags } = readSectionAndTags(reading)
  const place = reading.text('dateline.place', 'located')
  const dateline = present({ place, text: datelineText })
  const meta = present({ title: metaTitle, description: metaDescription })
  const pubStatus = readPubStatus(reading)
  const versionCreated = reading.field('versionCreated', 'versioncreated')
  const guid = reading.text('guid', 'uri', 'guid')
  // A newsroom like this one says when a story is dated, and nothing of one that is not.
  const isOwn = idInArticleUri(guid) !== undefined
  const created = reading.field('contentCreated', ...(isOwn ? [] : ['contentcreated', 'firstpublished', 'firstCreated', 'firstcreated']))
  const updatedAt = reading.date(created || isOwn ? 'updatedAt' : 'publishedAt, updatedAt', versionCreated)
  const item = present<WireItem>({
    format: 'ninjs',
    guid,
    headline,
    slug: readSlug(reading),
    standfirst,
    body,
    bylines,
    section,
    tags,
    publishedAt: created ? reading.date('publishedAt', created) : isOwn ? undefined : updatedAt,
    embargoUntil: reading.date('embargoUntil', reading.field('embargoedUntil', 'embargoed')),
    updatedAt,
    version: reading.text('version', 'version'),
    language: reading.language('language'),
    dateline: Object.keys(dateline).length > 0 ? dateline : undefined,
    corrections: readCorrections(reading),
    pubStatus,
    status: 'published',
    heroImage: readHero(reading),
    meta: Object.keys(meta).length > 0 ? meta : undefined,
    provider: readProvider(reading),
  })
  // Last, so that only what nothing else has read is looked at.
  const held = readHoldBack(reading, new Date())
  const holdBack = held ?? (pubStatus === 'usable' ? undefined : `its source says that it is ${pubStatus}.`)
  return present<WireItem>({ ...item, status: held === undefined ? 'published' : 'draft', holdBack, isWhole: pubStatus === 'canceled' || undefined, takesBack: readTakesBack(reading, new Date()) })
}

/** Where agencies put settings that ninjs has no word for. */
const GROUPS = ['extra', 'flags', 'rightsInfo', 'rightsinfo'] as const
function groupsOf({ root }: Reading): Field[] {
  return GROUPS.flatMap((name) => elementsIn(childOf(root, name)))
}

/** Settings are not nested deeper. */
const MAX_DEPTH = 12
/** What describes the story, and things beside it: their words and dates are not about its release. */
const OTHER_THINGS = new Set('altids associations authors bodies by descriptions event events headlines infosource infosources keywords located object objects organisation organisations organization organizations people person place places renditions service subject subjects'.split(' '))

/**
 * ninjs has its own pubStatus and embargo; what else says "not now" is the agency's system, such as Superdesk's `state`, and
 * notes to editors and terms of use.
 */
function readHoldBack(reading: Reading, now: Date): string | undefined {
  let reason: string | undefined
  const groups = groupsOf(reading)
  const settings = new Set([...[reading.root, ...groups].flatMap(childrenOf), ...groups].map(({ path }) => path))
  const pending = childrenOf(reading.root).reverse().map((field) => ({ field, depth: 1 }))
  for (let step = pending.pop(); step; step = pending.pop()) {
    const { depth, field } = step
    const key = keyOf(field)
    if (field.parent === reading.root && OTHER_THINGS.has(key.toLowerCase())) continue
    const said = typeof field.value === 'string' ? (key === 'slugline' ? whyHeldBySlugline(field.value, now) : whyHeldByWords(field.value, now, isNote(field.path))) : undefined
    const unread = reading.claims.has(field) ? undefined : whyUnread(field, key, { isSetting: settings.has(field.path), now })
    if (unread !== undefined || (isRelease(key) && !reading.claims.has(field))) reading.claims.take(field, 'status')
    reason ??= said ?? unread
    if (depth < MAX_DEPTH) for (const child of childrenOf(field).reverse()) pending.push({ field: child, depth: depth + 1 })
  }
  return reason
}

/** Whether the item takes its story back by a setting or a note to editors, and not by its publishing status. */
function readTakesBack(reading: Reading, now: Date): WireItem['takesBack'] {
  const notes = reading.elements('edNote', 'ednote').map((note) => textOf(note) ?? '')
  if (notes.some(isKilledByWords)) return 'withdraws'
  const settings = [reading.root, ...groupsOf(reading)].flatMap(childrenOf).filter(({ path }) => path !== statusField(reading)?.path)
  return takesBackBy(settings.map((field) => [keyOf(field), field.value]), now)
}

/** The key of a field; of what is in a list, that of the list. */
function keyOf({ parent, path }: Field): string {
  if (!parent) return ''
  return Array.isArray(parent.value) ? keyOf(parent) : path.slice(parent.path.length).replace(/^\.|^\["|"\]$/g, '')
}

/** Why a field that nothing else has read holds the story back: deeper than a setting a bare yes or no says nothing. */
function whyUnread(field: Field, key: string, { isSetting, now }: { isSetting: boolean; now: Date }): string | undefined {
  const { parent, value } = field
  if (isRelease(key)) return whyOfKey(key, value, now) ?? whyAhead(key, value, now)
  const above = parent && !Array.isArray(parent.value) ? keyOf(parent) : ''
  const name = above === '' ? key : `${above}.${key}`
  return whyEmbargoed(key, value, now) ?? (isSetting ? whyDoubtful(key, value) : whyLimited(name, value)) ?? whyLabelled(name, value) ?? whyNotOnWeb(key, value) ?? whyAhead(name, value, now)
}

/** An embargo under another name is none that an article takes over. */
function whyOfKey(key: string, value: unknown, now: Date): string | undefined {
  if (!isRelease(key)) return undefined
  return whyHeldBack(key, value, now) ?? (isEmbargo(key) ? whyAhead(key, value, now) : undefined)
}

function readPubStatus(reading: Reading): WireItem['pubStatus'] {
  const field = statusField(reading)
  if (!field) return 'usable'
  reading.claims.take(field, 'pubStatus')
  const status = statusOf(field)
  if (status === undefined) reading.errors.push({ path: field.path, message: 'Write the publishing status as usable, withheld or canceled.' })
  return status ?? 'usable'
}

function statusField(reading: Reading): Field | undefined {
  return reading.field('pubStatus', 'pubstatus', 'PubStatus', 'pub_status')
}

function statusOf(field: Field): WireItem['pubStatus'] | undefined {
  return statusWords(field).map(pubStatusOf).find((status) => status !== undefined)
}

/** The id with the role `slug`, else a slugline that is written as one: agencies also print `US-ELECTION/DEBATE` there. */
function readSlug(reading: Reading): string | undefined {
  const id = reading.elements('altIds').find((each) => textOf(childOf(each, 'role')) === 'slug')
  const slug = id && reading.textIn(id, 'slug', 'value')
  const slugline = reading.field('slugline')
  const text = textOf(slugline)
  if (id) reading.claims.take(childOf(id, 'role'), 'slug')
  if (slug !== undefined) {
    reading.claims.leaveOut(slugline, 'the slug is given apart')
    return slug
  }
  if (text === undefined || !looksLikeSlug(text)) {
    reading.claims.leaveOut(slugline, 'a slugline for the desk is no web address')
    return undefined
  }
  reading.claims.take(slugline, 'slug')
  return text
}

function parseJson(text: string): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch {
    return { ok: false }
  }
}

function isRecord(parsed: ReturnType<typeof parseJson>): boolean {
  return parsed.ok && typeof parsed.value === 'object' && parsed.value !== null && !Array.isArray(parsed.value)
}
