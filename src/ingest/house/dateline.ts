import { withoutTime } from './clock'
import { dateMeant, parseHouseDate } from './date'
import { MAX_CREDIT_LENGTH, fold, tidy } from './text'
import type { CopyDateline } from './types'

/** A place or a middle slot with more words than this is prose. */
const MAX_SLOT_WORDS = 8

export type DatelineReading =
  | { readonly ok: true; readonly dateline: CopyDateline }
  | { readonly ok: false; readonly reason: string; readonly offset: number }

/**
 * Reads `<Place> - [<country or agency>] - <date>`; undefined when the line is no dateline at all. Dashes of any kind
 * or bars part the slots, with or without blanks. The middle slot may be empty or, between place and date, missing
 * ("Kyiv - 18 October 2023"); the date may be missing after its dash ("Kyiv - Reuters -"), and a time of day may stand
 * beside it. A line that stands like a
 * dateline and ends in a date that cannot be, is a dateline with a fault, not a paragraph. `foldedLine` is the line
 * folded, where the caller has it already.
 */
export function readDateline(line: string, foldedLine = fold(line)): DatelineReading | undefined {
  if (line.length > MAX_CREDIT_LENGTH) return undefined
  const text = line.trim()
  const folded = foldedLine.trim().replaceAll('|', '-')
  if (!/\d|- *$/.test(folded)) return undefined
  const cut = cutDate(text, folded)
  if (!cut) return undefined
  const slots = cutSlots(text, folded, cut)
  if (!slots) return undefined
  const { place, countryOrAgency } = slots
  if (!isSlot(place) || (countryOrAgency !== '' && !isSlot(countryOrAgency))) return undefined
  if (cut.kind === 'faulty') return { ok: false, reason: cut.reason, offset: line.indexOf(text) + cut.offset }
  return {
    ok: true,
    dateline: {
      place,
      ...(countryOrAgency !== '' && { countryOrAgency }),
      ...(cut.kind === 'dated' && { date: cut.date }),
      text,
    },
  }
}

/** `start` is where the separator before the date begins; it is `open` when no hyphen can look like it. */
type Cut = { readonly start: number; readonly open: boolean } & (
  | { readonly kind: 'dated'; readonly date: string }
  | { readonly kind: 'undated' }
  | { readonly kind: 'faulty'; readonly reason: string; readonly offset: number }
)

/** From the right, since a date may itself hold dashes: the shortest ending that is a date, else the longest meant as one. */
function cutDate(text: string, folded: string): Cut | undefined {
  let faulty: Cut | undefined
  for (let dash = folded.lastIndexOf('-'); dash > 0; dash = folded.lastIndexOf('-', dash - 1)) {
    const separator = separatorAt(folded, dash)
    if (text.slice(dash + 1).trim() === '') return { kind: 'undated', ...separator }
    const rest = withoutTime(folded.slice(dash + 1)) === folded.slice(dash + 1) ? text.slice(dash + 1) : withoutTime(folded.slice(dash + 1))
    const slot = rest.trim()
    if (slot === '') continue
    const meant = dateMeant(slot)
    if (meant === 'prose') break
    const date = parseHouseDate(slot)
    if (date.ok) return { kind: 'dated', ...separator, date: date.date }
    const offset = dash + 1 + rest.indexOf(slot) + (date.offset ?? 0)
    if (meant === 'date') faulty = { kind: 'faulty', ...separator, reason: date.reason, offset }
  }
  return faulty
}

function cutSlots(text: string, folded: string, cut: Cut): { place: string; countryOrAgency: string } | undefined {
  const part = middleSeparator(folded.slice(0, cut.start), cut.open)
  if (!part) return cut.kind === 'dated' ? { place: tidy(text.slice(0, cut.start)), countryOrAgency: '' } : undefined
  return {
    place: tidy(text.slice(0, part.start)),
    countryOrAgency: tidy(text.slice(part.end, cut.start)),
  }
}

/**
 * The separator between place and middle slot: the first run of dashes with a blank beside it, since place names hold
 * bare ones (Port-au-Prince); where the line is set without blanks, the last bare dash.
 */
function middleSeparator(before: string, open: boolean): { start: number; end: number } | undefined {
  for (let dash = before.indexOf('-'); dash >= 0; dash = before.indexOf('-', dash)) {
    const first = dash
    while (before[dash] === '-') dash += 1
    if (before[first - 1] !== ' ' && before[dash] !== ' ' && dash < before.length) continue
    return { start: blanksBefore(before, first), end: blanksAfter(before, dash) }
  }
  const bare = before.lastIndexOf('-')
  return open || bare < 1 ? undefined : { start: bare, end: bare + 1 }
}

function blanksBefore(text: string, index: number): number {
  let start = index
  while (text[start - 1] === ' ') start -= 1
  return start
}

function blanksAfter(text: string, index: number): number {
  let end = index
  while (text[end] === ' ') end += 1
  return end
}

/** The run of dashes that ends at an index. */
function separatorAt(folded: string, dash: number): { start: number; open: boolean } {
  let start = dash
  while (folded[start - 1] === '-') start--
  return { start, open: start < dash || folded[start - 1] === ' ' || folded[dash + 1] === ' ' }
}

/** A few words with a letter among them, and none of the marks that make a sentence. */
function isSlot(slot: string): boolean {
  return /\p{L}/u.test(slot) && !/[!?;:"“”…]/.test(slot) && slot.split(' ').length <= MAX_SLOT_WORDS
}
