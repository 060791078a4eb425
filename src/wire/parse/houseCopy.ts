import { readCredit } from './credits'
import { decodeCopy } from './decode'
import { readHeader } from './header'
import { splitLines } from './lines'
import { findUnreadable, noteOddities } from './readable'
import { isBlank } from './text'
import type { CopyError, HouseCopyResult, LineAccount } from './types'

/** A longer input is refused undecoded: it is no story, and V8 holds no text of that many characters. */
export const MAX_COPY_BYTES = 256 * 1024 * 1024

/**
 * Reads one file of house wire copy, as docs/wire-copy.md sets it out. Never throws. Every line of the source is in
 * `lines` exactly once, whether the copy could be read or not; on failure `errors` says where and what to write
 * instead. Time and memory are linear in the input.
 *
 * @example
 * const result = parseHouseCopy(bytes, { name: 'lavrov-north-korea.txt' })
 * if (result.ok) save(result.copy)
 * else for (const { line, column, message } of result.errors) report(line, column, message)
 */
export function parseHouseCopy(input: Uint8Array | string, options: { readonly name?: string } = {}): HouseCopyResult {
  const { name } = options
  const named = (error: CopyError): CopyError => (name === undefined ? error : { name, ...error })
  if (input.length > MAX_COPY_BYTES) {
    const message = `The file has ${String(input.length)} bytes, more than any story; check that it is the right file.`
    return { ok: false, errors: [named({ line: 1, column: 1, message })], lines: [] }
  }
  const decoded = typeof input === 'string' ? undecoded(input) : decodeCopy(input)
  const { lines, rest } = splitLines(decoded.text)
  const unreadable = findUnreadable(decoded, lines, rest)
  if (unreadable) {
    const { why, ...error } = unreadable
    return { ok: false, errors: [named(error)], lines: leaveOut(lines, rest, why) }
  }
  return readLines(lines, noteOddities(decoded), named)
}

function undecoded(input: string): { text: string; encoding: undefined; damaged: false } {
  return { text: input.startsWith('\ufeff') ? input.slice(1) : input, encoding: undefined, damaged: false }
}

function leaveOut(lines: readonly string[], rest: string | undefined, why: string): LineAccount[] {
  const texts = rest === undefined ? lines : [...lines, rest]
  return texts.map((text, index) => ({ line: index + 1, text, to: 'left-out', why }))
}

function readLines(
  source: readonly string[],
  oddities: readonly string[],
  named: (error: CopyError) => CopyError,
): HouseCopyResult {
  const header = readHeader(source)
  const { accounts, errors, bodyStart } = header
  const notes = [...oddities, ...header.notes]
  const body: string[] = []
  for (let index = bodyStart; index < source.length; index++) {
    const text = source[index] ?? ''
    if (isBlank(text)) {
      accounts.push({ line: index + 1, text, to: 'left-out', why: 'blank' })
      continue
    }
    body.push(text)
    accounts.push({ line: index + 1, text, to: 'body' })
    if (isStrayEditors(text)) {
      notes.push(`Line ${String(index + 1)} looks like an EDITED BY line, but the body had begun: it is kept as body.`)
    }
  }
  if (body.length === 0) {
    const last = source.length
    const message = header.credited
      ? 'Nothing follows the credits, so the story has no body; write it below them (the credits stand between lead and body).'
      : 'The story has no body; write its paragraphs below the headline, one to a line.'
    errors.push({ line: last, column: (source[last - 1] ?? '').length + 1, message })
  }
  if (errors.length > 0) return { ok: false, errors: errors.map(named), lines: accounts }
  return { ok: true, copy: { ...header.copy, body }, lines: accounts, notes }
}

function isStrayEditors(text: string): boolean {
  return /^\s*edited/i.test(text) && readCredit(text)?.kind === 'editors'
}
