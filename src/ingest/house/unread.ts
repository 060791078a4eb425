import { isDatePart } from './date'
import { fold, quote } from './text'

/** No credit and no dateline has more words or characters; what has is a paragraph. */
const MAX_WORDS = 16
const MAX_LENGTH = 160
const MAX_PLACE_WORDS = 5
const MAX_LABEL_WORDS = 4
const MAX_LABEL_LENGTH = 40

/** Whether a line looks like a dateline, though none can be read from it: a place, a dash and something of a date. */
export function mayBeDateline(line: string): boolean {
  if (!isLabelLike(line)) return false
  const folded = fold(line).trim().replaceAll('|', '-')
  const slots = folded.split(/ -|- |--/, 12).map((slot) => slot.trim())
  const place = slots[0] ?? ''
  if (slots.length < 2 || !/^\p{L}/u.test(place) || place.split(' ').length > MAX_PLACE_WORDS) return false
  return slots.slice(1).some((slot) => /\d|[年月日년월일]/.test(slot) || slot.split(/[ ,.]/, MAX_WORDS).some(isDatePart))
}

/** A label such as `PHOTO BY|` or `Translated by:`, and what is behind it. */
export type Labelled = { readonly label: string; readonly value: string }

/**
 * Reads a line that stands like a credit: a few words and a bar, or words that end in "by" and a colon. The value is what
 * the line says behind the mark, however long.
 */
export function readLabelled(line: string): Labelled | undefined {
  const folded = fold(line.slice(0, MAX_LABEL_LENGTH + 1))
  const mark = /[:|]/.exec(folded)
  if (!mark) return undefined
  const label = line.slice(0, mark.index).trim()
  const words = fold(label).trim().split(/ +/)
  if (!/\p{L}/u.test(label) || words.length > MAX_LABEL_WORDS) return undefined
  if (mark[0] === ':' && words.at(-1) !== 'by') return undefined
  return { label: words.join(' '), value: line.slice(mark.index + 1).trim() }
}

/** Whether a line looks like a credit that is not known. */
export function mayBeCredit(line: string): boolean {
  return isLabelLike(line) && readLabelled(line) !== undefined
}

/** Whether a line is a few words without the marks of a sentence. */
export function isLabelLike(line: string): boolean {
  const text = line.trim()
  if (text.length > MAX_LENGTH || text.split(/\s+/).length > MAX_WORDS) return false
  return !/[!?"“”…]/.test(text) && !/\p{L}{4}\.$/u.test(text)
}

/** Why a story with such a line is held back. */
export function unreadReason(index: number, line: string, what: string): string {
  return `line ${String(index + 1)}, ${quote(line)}, looks like a ${what} and could not be read as one.`
}
