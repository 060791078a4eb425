import type { Block } from './blocks'
import { asItem } from './marker'

/** Lines that were broken to fit a column are about so long; 69 characters is what agencies send. */
const SHORTEST_FULL_LINE = 45
const LONGEST_FULL_LINE = 100

/**
 * The paragraphs of plain text. Blank lines and indents part them; lines between those that were broken to fit a column
 * are put together again; other lines are a paragraph each.
 */
export function plainBlocks(text: string): Block[] {
  const chunks: string[][] = [[]]
  for (const line of text.split(/\r\n?|\n|\u2028|\u2029/)) {
    if (/^\s*$/.test(line) || /^(?:\t| {2,})/.test(line)) chunks.push([])
    if (line.trim() !== '') chunks.at(-1)?.push(line.trim().replace(/\s+/g, ' '))
  }
  return chunks.flatMap((lines) => (isBroken(lines) ? [lines.join(' ')] : lines)).map(paragraph).map(asItem)
}

/** Whether these lines are one paragraph: all but the last fill the column, and most break off within a sentence. */
function isBroken(lines: readonly string[]): boolean {
  const full = lines.slice(0, -1)
  const within = full.filter((line) => !/[.!?…:;。！？؟][”"’'»)]*$/.test(line))
  return full.length > 0 && within.length * 2 >= full.length && full.every(({ length }) => length >= SHORTEST_FULL_LINE && length <= LONGEST_FULL_LINE)
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', runs: [{ text, bold: false, italic: false, href: undefined }] }
}
