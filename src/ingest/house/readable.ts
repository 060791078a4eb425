import type { DecodedCopy } from './decode'
import { printedEncoding } from './encodings'
import { MAX_LINES } from './lines'
import { isBlank } from './text'

type Source = { readonly text: string; readonly encoding: string | undefined; readonly damaged: boolean; readonly guess?: DecodedCopy['guess'] }

/** A fault of the file as a whole; `why` goes into the account of each of its lines. */
export type Unreadable = { readonly line: number; readonly column: number; readonly message: string; readonly why: string }

/** Control characters other than tab, the line ends, form feed, vertical tab and next line. */
const CONTROL = /[\u0001-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/
const CONTROLS = new RegExp(CONTROL, 'g')
/** One control character in fewer than so many makes a file binary. */
const CONTROL_SHARE = 20

/** What makes a file no copy at all: nothing in it, too much in it, or bytes that are not text. */
export function findUnreadable(source: Source, lines: readonly string[], rest?: string): Unreadable | undefined {
  const { text } = source
  const nul = text.indexOf('\0')
  if (nul >= 0) {
    return at(text, nul, 'not text', 'A NUL byte: the file is no plain text; save the story as plain text (UTF-8).')
  }
  if (source.damaged) {
    const where = Math.max(text.indexOf('\ufffd'), 0)
    return at(text, where, 'not text', `Broken ${source.encoding === undefined ? 'text' : printedEncoding(source.encoding)}: a character is cut or lost here; save the story again as UTF-8.`)
  }
  const surrogate = source.encoding !== undefined && !source.encoding.startsWith('utf-16') ? -1 : text.search(/\p{Cs}/u)
  if (surrogate >= 0) {
    return at(text, surrogate, 'not text', 'Half a character (a lone surrogate); type it again and save the story as UTF-8.')
  }
  const control = text.search(CONTROL)
  if (control >= 0 && countControls(text) * CONTROL_SHARE > text.length) {
    return at(text, control, 'not text', 'Mostly control characters: the file is no plain text; save the story as plain text (UTF-8).')
  }
  if (rest !== undefined) {
    const message = `More than ${String(MAX_LINES)} lines: no story is so long; check that it is the right file.`
    return { line: MAX_LINES + 1, column: 1, message, why: 'too many lines' }
  }
  if (lines.every(isBlank)) {
    return { line: 1, column: 1, message: 'There is nothing in the file; write the story into it.', why: 'blank' }
  }
  return undefined
}

/** What an editor should hear of a file that can be read. */
export function noteOddities(source: Source): string[] {
  const notes: string[] = []
  if (source.encoding !== undefined && source.guess !== undefined) notes.push(guessNote(source.encoding))
  if (source.text.includes('\ufffd')) {
    notes.push('The text holds U+FFFD, the sign of a character lost before it came here; it is kept.')
  }
  if (CONTROL.test(source.text)) {
    notes.push(`The text holds control characters (${String(countControls(source.text))}), which no reader sees; they are kept.`)
  }
  return notes
}

/** What an editor hears of a file whose encoding was told by likelihood. */
export function guessNote(encoding: string): string {
  return `The file is not UTF-8 and was read as ${printedEncoding(encoding)}; check accents and quotation marks.`
}

function countControls(text: string): number {
  let count = 0
  for (const _ of text.matchAll(CONTROLS)) count++
  return count
}

function at(text: string, index: number, why: string, message: string): Unreadable {
  let line = 1
  let start = 0
  for (const end of text.slice(0, index).matchAll(/\r\n|\n|\r/g)) {
    line++
    start = end.index + end[0].length
  }
  return { line, column: index - start + 1, message, why }
}
