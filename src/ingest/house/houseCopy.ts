import { readBody } from './body'
import { decodeCopy } from './decode'
import { readHeader } from './header'
import { splitLines } from './lines'
import { findUnreadable, noteOddities } from './readable'
import { bylinesOf, lineAt, startReading } from './reading'
import type { Reading } from './reading'
import type { CopyError, HouseCopy, HouseCopyResult, LineAccount } from './types'

export type HouseCopyOptions = {
  /** The file's name, for errors. */
  readonly name?: string
  /** The encoding that the sender names, if any. */
  readonly encoding?: string | undefined
  /** The moment by which it is told what is past. */
  readonly now?: Date
}

/** A longer input is refused undecoded: it is no story, and V8 holds no text of that many characters. */
export const MAX_COPY_BYTES = 256 * 1024 * 1024

const NO_BODY = 'The story has no body; write its paragraphs below the credits, one to a line.'

/**
 * Reads one file of house wire copy, as docs/wire-copy.md sets it out. Never throws. Every line of the source is in
 * `lines` exactly once, whether the copy could be read or not; on failure `errors` says where and what to write
 * instead (an input over {@link MAX_COPY_BYTES} is not split into lines). Time and memory are linear in the input.
 *
 * @example
 * const result = parseHouseCopy(bytes, { name: 'lavrov-north-korea.txt' })
 * if (result.ok) save(result.copy)
 * else for (const { line, column, message } of result.errors) report(line, column, message)
 */
export function parseHouseCopy(input: Uint8Array | string, { encoding, name, now = new Date() }: HouseCopyOptions = {}): HouseCopyResult {
  const named = (error: CopyError): CopyError => (name === undefined ? error : { name, ...error })
  if (input.length > MAX_COPY_BYTES) {
    const message = `The file is longer than any story (${String(input.length)} bytes); check that it is the right file.`
    return { ok: false, errors: [named({ line: 1, column: 1, message })], lines: [] }
  }
  const decoded = typeof input === 'string' ? undecoded(input) : decodeCopy(input, encoding)
  const { lines, rest } = splitLines(decoded.text)
  const unreadable = findUnreadable(decoded, lines, rest)
  if (unreadable) {
    const { why, ...error } = unreadable
    return { ok: false, errors: [named(error)], lines: leaveOut(lines, rest, why), ...takenBackIn(decoded.text, now) }
  }
  return readLines(startReading(lines, noteOddities(decoded), now), named)
}

/** What a text that is no copy takes back, if it can be read without its NUL bytes. */
function takenBackIn(text: string, now: Date): { takenBack?: HouseCopy } {
  const { lines } = splitLines(text.replaceAll('\0', ''))
  const result = readLines(startReading(lines, [], now), (error) => error)
  const takenBack = result.ok ? result.copy : result.takenBack
  return takenBack?.takesBack === undefined ? {} : { takenBack }
}

function undecoded(input: string): { text: string; encoding: undefined; damaged: false } {
  return { text: input.startsWith('\ufeff') ? input.slice(1) : input, encoding: undefined, damaged: false }
}

function leaveOut(lines: readonly string[], rest: string | undefined, why: string): LineAccount[] {
  const texts = rest === undefined ? lines : [...lines, rest]
  return texts.map((text, index) => ({ line: index + 1, text, to: 'left-out', why }))
}

function readLines(reading: Reading, named: (error: CopyError) => CopyError): HouseCopyResult {
  const body = readBody(reading, readHeader(reading))
  const { accounts: lines, errors, notes } = reading
  if (body.length === 0) errors.push(missingBody(reading))
  const copy = { ...reading.slots, bylines: bylinesOf(reading), body }
  if (errors.length === 0) return { ok: true, copy, lines, notes }
  return { ok: false, errors: errors.map(named), lines, ...(copy.takesBack === undefined ? {} : { takenBack: copy }) }
}

function missingBody(reading: Reading): CopyError {
  const last = reading.source.length
  return { line: last, column: lineAt(reading, last - 1).length + 1, message: NO_BODY }
}
