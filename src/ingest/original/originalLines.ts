import { plainText } from '../../articles/plainText'
import type { SourceMap } from '../item'
import { LEFT_OUT } from '../item'
import { markdownToLexical } from '../lexical'
import { decodeCopy } from '../house'
import { readHouse } from '../read/house'
import { readMarkdown } from '../read/markdown'
import { sniffFormat } from '../read/sniff'
import { AS_BASE64, originalBytes } from '../save/original'

/** A line of an original, and what the import made of it. */
export type OriginalLine = {
  /** From 1. */
  readonly number: number
  readonly text: string
  /** The article's fields it became; none where that is not told, or where it became none. */
  readonly to: readonly string[]
  /** Why it became no part of the article, in the words of the account. */
  readonly why?: string
  /** What the article holds of it in the first of those fields, to be looked for there; absent where that is not to be found as it stands. */
  readonly words?: string
}

/** Fields that hold the words of a line as the line has them. */
const VERBATIM: readonly string[] = ['headline', 'standfirst', 'dateline', 'body']

/**
 * The original of an article line by line, with where each went. House copy and Markdown are accounted for by lines; of
 * other formats, which are not made of lines, only the text is told.
 *
 * @param original as `source` keeps it
 * @throws Error when its encoding is none that an import notes
 */
export function originalLines(original: { text: string; encoding: string }): OriginalLine[] {
  const bytes = originalBytes(original)
  const text = original.encoding === AS_BASE64 ? decodeCopy(bytes).text : original.text
  const lines = text.split(/\r\n?|\n/)
  if (lines.at(-1) === '') lines.pop()
  const format = sniffFormat(text)
  if (format === 'markdown') return told(lines, readMarkdown(text).account, (line) => plainText(markdownToLexical(line).document))
  const isHouse = format === 'house' || (format === undefined && !text.trimStart().startsWith('<'))
  if (isHouse) return told(lines, readHouse(text).account, (line) => line)
  return lines.map((line, index) => ({ number: index + 1, text: line, to: [] }))
}

function told(lines: readonly string[], account: SourceMap, wordsOf: (line: string) => string): OriginalLine[] {
  const entries = new Map<number, { to: string[]; why?: string; isValue: boolean }>()
  for (const { at, to, why } of account) {
    const place = /^lines? (\d+)(?:-(\d+))?(:)?/.exec(at)
    if (!place) continue
    const from = Number(place[1])
    const last = Math.min(Number(place[2] ?? from), lines.length)
    for (let number = from; number <= last; number++) {
      const entry = entries.get(number) ?? { to: [], isValue: place[3] !== undefined }
      if (to !== LEFT_OUT) entry.to.push(...to.split(', '))
      else if (why !== undefined) entry.why = why
      entries.set(number, entry)
    }
  }
  return lines.map((text, index) => {
    const number = index + 1
    const { isValue = false, to = [], why } = entries.get(number) ?? {}
    const words = !isValue && VERBATIM.includes(to[0] ?? '') ? wordsOf(text).trim() : ''
    return { number, text, to: Array.from(new Set(to)), ...(to.length === 0 && why !== undefined && { why }), ...(words !== '' && { words }) }
  })
}
