/** So many characters on, a piece ends at the next place where a new top-level block begins. */
const GOOD_LENGTH = 2_000
/** So many on, it ends at the next line, whatever that cuts: the parser's time grows with the square of a block's length. */
const MAX_LENGTH = 5_000
/** Lines longer than this are not searched for marks. */
export const MAX_LINE = 16_000
const MAX_DEFINITIONS = 200

export type MarkdownChunk = {
  /** From 0, in the text's lines. */
  readonly firstLine: number
  readonly lines: readonly string[]
  /** One line too long to be searched for marks. */
  readonly isPlain: boolean
}

const FENCE = /^ {0,3}(`{3,}|~{3,})/
const LIST_MARK = /^(?:[-*+]|\d{1,9}[.)])[ \t]/
/** Openings of HTML whose inside may hold blank lines (CommonMark 4.6, kinds 1 and 2), and what ends them. */
const RAW_OPENING = /<!--|<(script|style|pre|textarea)\b/i

/**
 * Cuts Markdown into pieces that can be parsed one by one: between top-level blocks, never within fenced code or a
 * comment, so that a long text takes time in proportion to its length.
 */
export function chunkMarkdown(lines: readonly string[]): MarkdownChunk[] {
  const chunks: MarkdownChunk[] = []
  let current: string[] = []
  let length = 0
  let fence: string | undefined
  let raw: string | undefined
  const cut = (before: number, isPlain = false): void => {
    if (current.length > 0) chunks.push({ firstLine: before - current.length, lines: current, isPlain })
    current = []
    length = 0
  }
  lines.forEach((line, index) => {
    const isInside = fence !== undefined || raw !== undefined
    if (line.length > MAX_LINE && !isInside) {
      cut(index)
      current.push(line)
      cut(index + 1, true)
      return
    }
    if (!isInside && mayCut(line, lines[index - 1] ?? '', length)) cut(index)
    current.push(line)
    length += line.length + 1
    const mark = FENCE.exec(line)?.[1]
    if (fence !== undefined) {
      if (mark?.startsWith(fence) && line.trim() === mark) fence = undefined
    } else if (raw === undefined && mark !== undefined) fence = mark
    else raw = rawAfter(line, raw)
  })
  cut(lines.length)
  return chunks
}

function mayCut(line: string, before: string, length: number): boolean {
  if (length > MAX_LENGTH) return true
  if (length < GOOD_LENGTH) return false
  return LIST_MARK.test(line) || (before.trim() === '' && /^[^\s>|]/.test(line))
}

/** What has to come to end the raw HTML that is open at the end of the line. */
function rawAfter(line: string, before: string | undefined): string | undefined {
  let end = before
  let rest = line
  for (;;) {
    if (end === undefined) {
      const opening = RAW_OPENING.exec(rest)
      if (!opening) return undefined
      end = opening[1] === undefined ? '-->' : `</${opening[1].toLowerCase()}>`
      rest = rest.slice(opening.index + opening[0].length)
    }
    const at = rest.toLowerCase().indexOf(end)
    if (at < 0) return end
    rest = rest.slice(at + end.length)
    end = undefined
  }
}

/** The lines that say where reference links and footnotes lead, for the pieces that do not hold them. */
export function definitionLines(lines: readonly string[]): string[] {
  return lines.filter((line) => line.length < 1_000 && /^ {0,3}\[[^\]]+\]:[ \t]*\S/.test(line)).slice(0, MAX_DEFINITIONS)
}

/** Quotes and lists in one line beyond these are one too many for anything that recurses. */
const MAX_MARKS = 24
const CONTAINER_MARK = /[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))[ \t]?/y

/** The line without the quote and list marks that nest it too deeply. */
export function flattenLine(line: string): string {
  let end = 0
  let kept = 0
  CONTAINER_MARK.lastIndex = 0
  for (let count = 0; CONTAINER_MARK.test(line); count++) {
    end = CONTAINER_MARK.lastIndex
    if (count < MAX_MARKS) kept = end
  }
  return kept === end ? line : line.slice(0, kept) + line.slice(end)
}
