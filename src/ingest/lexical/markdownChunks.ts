/** So many characters on, a piece ends at the next place where a new top-level block begins. */
const GOOD_LENGTH = 1_000
/** So many on, it ends at the next line, whatever that cuts: the parser's time grows with the square of a block's length. */
const MAX_LENGTH = 5_000
/** Lines longer than this are not searched for marks. */
const MAX_LINE = 16_000
/**
 * Nor are lines with more characters that may mark something: the parser's time grows with the square of their number
 * in a block. A block of more is cut at a line.
 */
const MAX_BLOCK_MARKS = 600
/** Nor are the rows of a table past so many characters. */
const MAX_TABLE = 2_500
const MAX_DEFINITIONS = 200
const MAX_LABEL = 100

export type MarkdownChunk = {
  /** From 0, in the text's lines. */
  readonly firstLine: number
  readonly lines: readonly string[]
  /** How many characters in the lines may mark something. */
  readonly marks: number
  /** Whether the lines are searched for marks: a line may be too long for that, and a table go on for too long. */
  readonly kind: 'marked' | 'plain' | 'rows'
}

const FENCE = /^ {0,3}(`{3,}|~{3,})/
const LIST_MARK = /^ ?(?:[-*+]|\d{1,9}[.)])[ \t]/
const DEFINITION = /^ {0,3}\[[^\]]+\]:[ \t]*\S/
const TABLE_RULE = /^ {0,3}\|?[ \t]*:?-[-:| \t]*$/
/** Openings of HTML whose inside may hold blank lines (CommonMark 4.6, kinds 1 and 2), and what ends them. */
const RAW_OPENING = /<!--|<(script|style|pre|textarea)\b/i

/** The same where it begins a block, which the parser does not search for marks. */
const RAW_BLOCK = /^ {0,3}<(?:!--|(?:script|style|pre|textarea)[\s>])/i
const MARKS = '[]*_~<`&\\@!('

function countMarks(line: string): number {
  let count = 0
  for (const character of line) if (MARKS.includes(character)) count += 1
  return count
}

/**
 * Cuts Markdown into pieces that can be parsed one by one: between top-level blocks or list items, never within fenced
 * code or a comment, so that a long text takes time in proportion to its length.
 */
export function chunkMarkdown(lines: readonly string[]): MarkdownChunk[] {
  const chunks: MarkdownChunk[] = []
  let current: string[] = []
  let kind: MarkdownChunk['kind'] = 'marked'
  let length = 0
  let marks = 0
  let fence: string | undefined
  let raw: string | undefined
  let isRawBlock = false
  let isTable = false
  const cut = (before: number, next: MarkdownChunk['kind'] = 'marked'): void => {
    if (current.length > 0) {
      // A comment that never ends must not keep a block together.
      chunks.push({ firstLine: before - current.length, lines: current, kind: kind === 'marked' && marks > MAX_BLOCK_MARKS ? 'plain' : kind, marks })
    }
    current = []
    kind = next
    length = 0
    marks = 0
  }
  lines.forEach((line, index) => {
    const before = lines[index - 1] ?? ''
    const isInside = fence !== undefined || raw !== undefined
    const lineMarks = fence !== undefined || isRawBlock ? 0 : countMarks(line)
    if (!isInside && (line.length > MAX_LINE || lineMarks > MAX_BLOCK_MARKS)) cut(index, 'plain')
    else if (kind === 'plain' || (kind === 'rows' && line.trim() === '')) cut(index)
    else if (isTable && kind === 'marked' && length > MAX_TABLE && line.trim() !== '') cut(index, 'rows')
    else if (!isInside && kind === 'marked' && (marks + lineMarks > MAX_BLOCK_MARKS || mayCut(line, before, length))) cut(index)
    current.push(line)
    length += line.length + 1
    marks += lineMarks
    isTable = line.trim() !== '' && (isTable || (before.includes('|') && line.length < MAX_LINE && TABLE_RULE.test(line)))
    if (kind !== 'marked') return
    const mark = FENCE.exec(line)?.[1]
    if (fence !== undefined) {
      if (mark?.startsWith(fence) && line.trim() === mark) fence = undefined
    } else if (raw === undefined && mark !== undefined) fence = mark
    else {
      isRawBlock = raw === undefined ? RAW_BLOCK.test(line) : isRawBlock
      raw = rawAfter(line, raw)
      isRawBlock &&= raw !== undefined
    }
  })
  cut(lines.length)
  return chunks
}

/** A list item or a definition after another one, or what begins again after a blank line, is parsed alike on its own. */
function mayCut(line: string, before: string, length: number): boolean {
  if (length > MAX_LENGTH) return true
  if (length < GOOD_LENGTH) return false
  if (before.trim() === '') return /^[^\s>|]/.test(line)
  return (LIST_MARK.test(line) && LIST_MARK.test(before)) || (isDefinition(line) && isDefinition(before))
}

function isDefinition(line: string): boolean {
  return line.length < 1_000 && DEFINITION.test(line)
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

/** Labels of reference links and footnotes, for the pieces that do not say where they lead: the targets are looked up later. */
export function definitionLines(lines: readonly string[]): string[] {
  const definitions = lines.filter((line) => isDefinition(line) && line.indexOf(']:') < MAX_LABEL).slice(0, MAX_DEFINITIONS)
  return definitions.map((line) => `${line.slice(0, line.indexOf(']:'))}]: x`)
}

/** Quotes and lists in one line beyond these are one too many for anything that recurses. */
const MAX_MARKS = 24
const CONTAINER_MARK = /[ \t]{0,999}(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))[ \t]?/y

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

/** A row of a table as one line: its cells parted by tabs. */
export function rowText(line: string): string {
  const cells = line.trim().replace(/^\||\|$/g, '').split(/(?<!\\)\|/)
  return cells.map((cell) => cell.trim().replaceAll('\\|', '|')).join('\t')
}
