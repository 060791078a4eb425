import { plainText } from '../../articles/plainText'
import { idInArticleUri } from '../../formats/urls'
import type { ItemResult, SourceMapEntry, WireItem } from '../item'
import { childOf, textOf } from './fields'
import type { Field } from './fields'
import { readBrokenNinjs } from './brokenNinjs'
import { jsonFault, jsonPieces } from './jsonText'
import { isNoEmbargo, liftsEmbargo } from './holdBack'
import { readBylines, readProvider } from './ninjsCredits'
import { readSectionAndTags } from './ninjsConcepts'
import { readBody, readDescriptions, readHeadlines } from './ninjsTexts'
import { isRecord, killsWithin } from './killsWithin'
import { ENVELOPES, isWithdrawnWhole, readDoubtfulKill, readKill, storyId } from './ninjsKill'
import { readCorrections, readHero } from './ninjsExtras'
import { doubtfulStatus, readPubStatus, readRelease } from './ninjsRelease'
import { Reading } from './reading'
import { notesOf, withdrawalOf } from './takenBack'
import { looksLikeSlug, present } from './values'

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
  const isLines = lines.filter((line) => line.trim() !== '').length > 1 && lines.some((line) => isObject(line.trim())) && !lines.some((line) => /^\s*["'}\]]/.test(line))
  if (isLines) yield* readNinjsLines(lines)
  else if (hasJsonHead(lines)) yield notRead('This is Markdown under JSON front matter, which is not read; write the front matter as YAML between --- lines.')
  else yield* readBrokenNinjs(source, readItem, jsonFault(source), { at: '$', to: 'left-out', why: 'the file is not JSON' })
}

/** Reads JSON Lines: one item a line, so that a bad line fails alone. Blank lines are skipped. */
export function* readNinjsLines(lines: Iterable<string>): Generator<ItemResult> {
  let number = 0
  for (const line of lines) {
    number += 1
    if (line.trim() === '') continue
    const at = `line ${String(number)}: $`
    const parsed = parseJson(line)
    if (parsed.ok) yield* readValue({ path: at, value: parsed.value }, line)
    else {
      const fault = { ...jsonFault(line), line: number, path: `line ${String(number)}` }
      yield* readBrokenNinjs(line, readItem, fault, { at, to: 'left-out', why: 'the line is not JSON' })
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
    yield* readValue({ path: '$', value }, source)
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
    yield* readValue({ path: `${path}[${String(index)}]`, value }, piece.done ? undefined : piece.value)
  }
}

function notRead(message: string): ItemResult {
  return { ok: false, errors: [{ line: 1, column: 1, message }], account: [{ at: '$', to: 'left-out', why: 'it is in another format' }] }
}

/** Hugo's JSON front matter: an object that ends on a line of its own, and words below. */
function hasJsonHead(lines: readonly string[]): boolean {
  const end = lines.indexOf('}')
  return end > 0 && lines.slice(end + 1).some((line) => line.trim() !== '') && isObject(lines.slice(0, end + 1).join('\n'))
}

/** Reads an item, or else the withdrawals in what is around items. */
function* readValue(root: Field, source: string | undefined): Generator<ItemResult> {
  const result = readItem(root)
  const hasStory = storyId(root) !== undefined || (result.ok && (!result.item || plainText(result.item.body).trim() !== ''))
  const [fault = { path: root.path, message: 'No story can be read from this; send the items themselves, in a list or under "items".' }] = result.ok ? [] : result.errors
  const { hasOthers, kills } = hasStory ? { hasOthers: true, kills: [] } : killsWithin(root, readItem, fault)
  let account: SourceMapEntry[] = [{ at: root.path, to: 'left-out', why: 'only the withdrawals in it were read' }]
  for (const item of kills) {
    yield { ok: true, item, account, notes: [] }
    account = []
  }
  if (kills.length === 0) yield result.ok && result.item && source !== undefined ? { ...result, source } : result
  else if (hasOthers) yield { ok: false, errors: [fault], account }
}

/** @param isWhole whether a withdrawal is read as the story that it withdraws */
function readItem(root: Field, isWhole = isWithdrawnWhole(root)): ItemResult {
  const reading = new Reading(root)
  if (!isRecord(root.value)) {
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
    const withdrawal = withdrawalOf(wireItem(new Reading(root)), [])
    if (withdrawal?.guid !== undefined && !withdrawal.faults) return { ok: true, item: withdrawal, account: reading.claims.account(root), notes: reading.notes }
    reading.claims.leaveOut(root, `it is no text but of the type ${JSON.stringify(type.value).slice(0, 40)}`)
    return { ok: true, item: undefined, account: reading.claims.account(root), notes: [] }
  }
  for (const [name, why] of BOOKKEEPING) reading.claims.leaveOut(reading.field(name), why)
  const item = wireItem(reading)
  const account = reading.claims.account(root)
  if (reading.errors.length > 0) {
    // A withdrawal needs nothing to be right but its id.
    if (isWhole) return readItem(root, false)
    const status = item.guid === undefined ? undefined : doubtfulStatus(reading)
    const withdrawal = withdrawalOf(item, reading.errors)
    if (withdrawal && !(status && withdrawal.faults)) return { ok: true, item: withdrawal, account, notes: [...reading.notes, ...notesOf(reading.errors)] }
    if (status) return { ok: true, item: readDoubtfulKill(reading, status, reading.errors), account, notes: reading.notes }
    return { ok: false, errors: reading.errors, account }
  }
  return { ok: true, item, account, notes: reading.notes }
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
    ...readEmbargo(reading),
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
  return present<WireItem>({ ...item, ...readRelease(reading, pubStatus) })
}

/** The moment of the embargo. A value that says that there is none is none, and a bare yes holds the story back. */
function readEmbargo(reading: Reading): Pick<WireItem, 'embargoUntil' | 'liftsEmbargo'> {
  const field = reading.field('embargoedUntil', 'embargoed')
  if (!field || field.value === true) return {}
  if (!isNoEmbargo(field.value)) return present({ embargoUntil: reading.date('embargoUntil', field) })
  reading.claims.take(field, 'embargoUntil')
  return liftsEmbargo(field.value) ? { liftsEmbargo: true } : {}
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

function isObject(text: string): boolean {
  const parsed = parseJson(text)
  return parsed.ok && isRecord(parsed.value)
}

function parseJson(text: string): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch {
    return { ok: false }
  }
}

