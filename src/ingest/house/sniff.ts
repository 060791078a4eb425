import { readCredit } from './credits'
import { splitLines } from './lines'
import { isBlank } from './text'

/** Sniffing looks no further into a text than this (UTF-16 code units). */
const SNIFFED = 16_384
/** ... and at no more lines that are not blank. */
const SNIFFED_LINES = 14

/** A Published line is among this many lines that are not blank: below the headline, perhaps with a line between. */
const PUBLISHED_WITHIN = 3

/**
 * Whether a text is likely house wire copy: it has a `Published:` line among its first three, or an `EDITED BY|` line,
 * or both a section line and a dateline, near its top. YAML front matter, which may say `published:` below a line of
 * dashes, is not. A guess for choosing a reader; {@link parseHouseCopy} reads text of any looks.
 */
export function looksLikeHouseCopy(text: string): boolean {
  const { lines } = splitLines(text.slice(0, SNIFFED).replace(/^\ufeff/, ''))
  if (isFrontMatter(lines)) return false
  const kinds = lines
    .filter((line) => !isBlank(line))
    .slice(0, SNIFFED_LINES)
    .map((line) => kindOf(line))
  if (kinds.indexOf('published') >= 0 && kinds.indexOf('published') < PUBLISHED_WITHIN) return true
  return kinds.includes('editors') || (kinds.includes('section') && kinds.includes('dateline'))
}

function kindOf(line: string): string | undefined {
  const credit = readCredit(line)
  return credit?.kind === 'fault' ? credit.of : credit?.kind
}

function isFrontMatter(lines: readonly string[]): boolean {
  if (lines[0]?.trimEnd() !== '---') return false
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---')
  return end > 0 && lines.slice(1, end).every((line) => isBlank(line) || /^(?:[\w-]+:|\s|[-#])/.test(line))
}
