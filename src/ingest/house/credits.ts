import { parseHouseDate } from './date'
import { readDateline } from './dateline'
import { splitNames } from './names'
import { MAX_CREDIT_LENGTH, fold, tidy } from './text'
import type { CopyByline, CopyDateline } from './types'
import { mayBeCredit, readLabelled } from './unread'

/** A section's name, or one person's, with more words than this is prose. */
const MAX_NAME_WORDS = 6

const NO_DATE = 'The date is missing; write it after "Published:", such as "18 October 2023", or take the line out.'

/** What a line says when it is read as one of the lines above the body. */
export type Credit =
  | { readonly kind: 'published'; readonly date: string }
  | { readonly kind: 'editors'; readonly names: readonly string[] }
  | { readonly kind: 'bylines'; readonly role: CopyByline['role']; readonly names: readonly string[] }
  | { readonly kind: 'section'; readonly section: string; readonly names: readonly string[] }
  | { readonly kind: 'dateline'; readonly dateline: CopyDateline }
  | { readonly kind: 'fault'; readonly of: 'published' | 'dateline'; readonly reason: string; readonly offset: number }

/** Who signs with which label, besides `EDITED BY|`. */
const ROLES: ReadonlyMap<string, CopyByline['role']> = new Map([
  ...['by', 'written by', 'reported by', 'reporting by', 'story by', 'words by', 'text by'].map((label) => [label, 'reporter'] as const),
  ...['photo by', 'photos by', 'photograph by', 'photographs by', 'photographed by', 'photography by', 'picture by', 'pictures by', 'images by'].map(
    (label) => [label, 'photographer'] as const,
  ),
  ...['translated by', 'translation by', 'translator'].map((label) => [label, 'translator'] as const),
  ...['additional reporting by', 'compiled by', 'with reporting by', 'contributed by'].map((label) => [label, 'contributor'] as const),
])

/** Reads a line as `Published:`, `EDITED BY|`, a section line, a dateline or another byline, in this order; undefined for a paragraph. */
export function readCredit(line: string): Credit | undefined {
  if (line.length > MAX_CREDIT_LENGTH) return undefined
  const folded = fold(line)
  return readPublished(line, folded) ?? readEditors(line, folded) ?? readSection(line, folded) ?? readDatelineCredit(line, folded) ?? readBylines(line)
}

/** `Published: <date>`. Colon, bar or nothing parts them, but with nothing only a whole date makes it a Published line. */
function readPublished(line: string, folded: string): Credit | undefined {
  const label = /^ *published *([:|]?)[-:| ]*/.exec(folded)
  if (!label) return undefined
  const slot = line.slice(label[0].length)
  const date = parseHouseDate(slot.trim())
  if (date.ok) return { kind: 'published', date: date.date }
  if (label[1] === '') return undefined
  if (slot.trim() === '') return { kind: 'fault', of: 'published', reason: NO_DATE, offset: line.length }
  return { kind: 'fault', of: 'published', reason: date.reason, offset: label[0].length + (date.offset ?? 0) }
}

/** Whether the line is a label with nothing after it. */
export function isBareLabel(line: string): boolean {
  return line.length <= MAX_CREDIT_LENGTH && /^[^:|]*[:|] *$/.test(fold(line))
}

/** `EDITED BY| <names>`: the label needs its bar, its colon or a dash with blanks around it. */
function readEditors(line: string, folded: string): Credit | undefined {
  const label = /^ *edited *by(?: *[:|]| +-(?= |$))/.exec(folded)
  return label ? { kind: 'editors', names: splitNames(line.slice(label[0].length)) } : undefined
}

/** `TRANSLATED BY| <names>` and the like, with names behind it and no sentence. */
function readBylines(line: string): Credit | undefined {
  const labelled = mayBeCredit(line) ? readLabelled(line) : undefined
  const role = labelled && ROLES.get(labelled.label)
  if (!labelled || !role) return undefined
  const names = splitNames(labelled.value)
  return names.every(isName) ? { kind: 'bylines', role, names } : undefined
}

/** `<Section> section - <names>`. A dash without blanks before a small letter is a hyphen: "the section-wide strike". */
function readSection(line: string, folded: string): Credit | undefined {
  const mark = / section( *)([-:|])( *)/.exec(folded)
  if (!mark) return undefined
  const [whole, before, separator, after] = mark
  const section = tidy(line.slice(0, mark.index))
  const slot = line.slice(mark.index + whole.length)
  const hyphenated = separator === '-' && before === '' && after === '' && /^\p{Ll}/u.test(slot)
  const names = splitNames(slot)
  if (hyphenated || !isName(section) || isProse(slot) || !names.every(isName)) return undefined
  return { kind: 'section', section, names }
}

function readDatelineCredit(line: string, folded: string): Credit | undefined {
  const reading = readDateline(line, folded)
  if (!reading) return undefined
  return reading.ok
    ? { kind: 'dateline', dateline: reading.dateline }
    : { kind: 'fault', of: 'dateline', reason: reading.reason, offset: reading.offset }
}

function isName(text: string): boolean {
  return /\p{L}/u.test(text) && !/[!?:"“”]/.test(text) && text.split(' ').length <= MAX_NAME_WORDS
}

/** A sentence gives itself away by a dash in its middle or by the full stop after a word too long for an initial. */
function isProse(slot: string): boolean {
  return / -+ /.test(fold(slot.trim())) || /(?:\p{L}{4}\.|[!?…])\s*$/u.test(slot)
}
