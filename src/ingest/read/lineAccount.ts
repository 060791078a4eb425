import { LEFT_OUT } from '../item'
import type { SourceMapEntry } from '../item'
import type { LineRange } from './frontMatter'

/** What some lines became; `field` names the value when a line may hold several. */
export type LineClaim = { readonly lines: LineRange; readonly field?: string; readonly to: string; readonly why?: string }

/**
 * An account in the source's order that names every line: those claimed, and between them the lines without content.
 * A line that holds only the key of the values below goes with the first of them.
 *
 * @param headLines how many lines of front matter stand on top, its marks included
 */
export function accountByLine(source: readonly string[], headLines: number, claims: readonly LineClaim[]): SourceMapEntry[] {
  const account: SourceMapEntry[] = []
  let next = 1
  for (const { field, lines, to, why } of claims.toSorted((a, b) => a.lines.from - b.lines.from)) {
    let from = lines.from
    while (from > next && isKey(source[from - 2] ?? '', from - 1, headLines)) from -= 1
    for (const entry of unclaimed(source, next, from - 1, headLines)) account.push(entry)
    const at = field === undefined ? place(from, lines.to) : `${place(from, lines.to)}: ${field}`
    account.push(why === undefined ? { at, to } : { at, to, why })
    next = Math.max(next, lines.to + 1)
  }
  return [...account, ...unclaimed(source, next, source.length, headLines)]
}

function isKey(line: string, number: number, headLines: number): boolean {
  const text = line.trim()
  return number > 1 && number < headLines && text !== '' && !text.startsWith('#')
}

/** One entry for each line without content, runs of blank lines together. */
function unclaimed(source: readonly string[], from: number, to: number, headLines: number): SourceMapEntry[] {
  const account: SourceMapEntry[] = []
  let start = from
  for (let number = from; number <= to; number++) {
    const why = whyEmpty(source[number - 1] ?? '', number, headLines)
    if (number < to && why === whyEmpty(source[number] ?? '', number + 1, headLines)) continue
    account.push({ at: place(start, number), to: LEFT_OUT, why })
    start = number + 1
  }
  return account
}

function whyEmpty(line: string, number: number, headLines: number): string {
  if (headLines > 0 && (number === 1 || number === headLines)) return 'it marks the front matter'
  if (line.trim() === '') return 'blank'
  return number < headLines ? 'a comment or a mark of the front matter' : 'it holds no words'
}

function place(from: number, to: number): string {
  return to > from ? `lines ${String(from)}-${String(to)}` : `line ${String(from)}`
}
