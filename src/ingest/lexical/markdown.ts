import type { Definition, FootnoteDefinition, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { RichBuilder } from './builder'
import type { RichText, RichTextOptions } from './html'
import { HtmlReader } from './htmlReader'
import { chunkMarkdown, definitionLines, flattenLine, rowText } from './markdownChunks'
import type { MarkdownChunk } from './markdownChunks'
import { walkMdast } from './mdastWalk'

/** Lines of the source, from 1, both included, and what they became. */
type MarkdownLines = {
  readonly from: number
  readonly to: number
  readonly part: 'title' | 'body' | 'definition' | 'picture'
}

export type MarkdownText = RichText & {
  /** The words of a level-one heading that is before everything else, when they were asked for. */
  readonly title?: string
  /** In the source's order; lines in none of them are blank. */
  readonly lines: readonly MarkdownLines[]
}

export type MarkdownOptions = RichTextOptions & {
  /** Whether a level-one heading on top is the title and no part of the text. */
  readonly takeTitle?: boolean
}

type Block = { readonly node: RootContent; readonly from: number; to: number }

const EXTENSIONS = { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }

/**
 * Markdown as the news editor's own nodes: CommonMark 0.31 with GitHub's tables, strokes, tasks, footnotes and bare
 * addresses. HTML inside is read as {@link HtmlReader} reads it. Footnotes follow at the end, pictures are left out and
 * named. A text beyond some kilobytes is parsed in pieces cut between its blocks.
 */
export function markdownToLexical(markdown: string, { base, takeTitle = false }: MarkdownOptions = {}): MarkdownText {
  const source = markdown.split(/\r\n?|\n/)
  const builder = new RichBuilder()
  const html = new HtmlReader(builder, base)
  const blocks = parseBlocks(source, builder)
  const definitions = definitionsOf(blocks)
  const footnotes = new Map<string, FootnoteDefinition | undefined>()
  const walk = { base, builder, definitions, footnotes, html }
  const title = takeTitle ? titleOf(blocks[0]) : undefined
  for (const { node } of title === undefined ? blocks : blocks.slice(1)) {
    if (node.type === 'definition') continue
    if (node.type === 'footnoteDefinition') footnotes.set(node.identifier, node)
    else walkMdast(node, walk)
  }
  for (const [identifier, definition] of footnotes) {
    builder.boundary()
    builder.text(`[${definition?.label ?? identifier}] `, true)
    const [first, ...others] = definition?.children ?? []
    for (const node of first?.type === 'paragraph' ? first.children : first ? [first] : []) walkMdast(node, walk)
    for (const node of others) walkMdast(node, walk)
    builder.boundary()
  }
  html.end()
  const lines = blocks.map(({ node, from, to }, index) => ({ from, to, part: index === 0 && title !== undefined ? 'title' as const : partOf(node) }))
  return { document: builder.document(), notes: builder.notes.list(), lines, ...(title !== undefined && { title }) }
}

/** What parsing the blocks of a text may take in all, as the sum of the squares of their marks; more is kept as plain words. */
const MAX_EFFORT = 10_000_000
/** Blocks with fewer marks are always parsed. */
const FEW_MARKS = 30

function parseBlocks(source: readonly string[], builder: RichBuilder): Block[] {
  const chunks = chunkMarkdown(source)
  const shared = chunks.length > 1 ? definitionLines(source) : []
  const blocks: Block[] = []
  let effort = 0
  for (const cut of chunks) {
    if (cut.kind === 'marked') effort += cut.marks ** 2
    const chunk: MarkdownChunk = cut.kind === 'marked' && cut.marks > FEW_MARKS && effort > MAX_EFFORT ? { ...cut, kind: 'plain' } : cut
    const seam = blocks.at(-1)
    for (const [index, node] of parseChunk(chunk, shared, builder).entries()) {
      const from = chunk.firstLine + (node.position?.start.line ?? 1)
      const to = chunk.firstLine + Math.min(node.position?.end.line ?? 1, chunk.lines.length)
      if (from > chunk.firstLine + chunk.lines.length) break
      if (index === 0 && seam?.node.type === 'list' && node.type === 'list' && seam.node.ordered === node.ordered) {
        for (const item of node.children) seam.node.children.push(item)
        seam.to = to
      } else blocks.push({ node, from, to })
    }
  }
  return blocks
}

function parseChunk(chunk: MarkdownChunk, shared: readonly string[], builder: RichBuilder): RootContent[] {
  if (chunk.kind !== 'marked') return plainNodes(chunk.kind === 'rows' ? chunk.lines.map(rowText) : chunk.lines, builder)
  const lines = chunk.lines.map((line) => {
    const flat = flattenLine(line)
    if (flat !== line) builder.notes.add('Quotes and lists nested too deeply were made flat.')
    return flat
  })
  const text = lines.join('\n')
  const used = shared.filter((line) => text.includes(line.slice(line.indexOf('['), line.indexOf(']') + 1)))
  try {
    return fromMarkdown([text, '', ...used].join('\n'), EXTENSIONS).children
  } catch (error) {
    // The parser recurses on nested marks; what is too deep for it is kept as words.
    if (error instanceof RangeError) return plainNodes(chunk.lines, builder)
    throw error
  }
}

function plainNodes(lines: readonly string[], builder: RichBuilder): RootContent[] {
  builder.notes.add('Lines too long or too deeply nested to be searched for Markdown, or far down a long table, were kept as plain words.')
  return lines.flatMap((line, index): RootContent[] => {
    if (line.trim() === '') return []
    const point = { line: index + 1, column: 1 }
    return [{ type: 'paragraph', children: [{ type: 'text', value: withoutEscapes(line) }], position: { start: point, end: point } }]
  })
}

/** What stands for one character, also where no Markdown is searched for: `\\*` and `&#x20;`. */
function withoutEscapes(line: string): string {
  return line.replace(/\\([!-/:-@[-`{-~])|&#x([\da-f]{1,6});|&#(\d{1,7});/gi, (source, mark?: string, hex?: string, decimal?: string) => {
    if (mark !== undefined) return mark
    const code = hex === undefined ? Number(decimal) : parseInt(hex, 16)
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : source
  })
}

function definitionsOf(blocks: readonly Block[]): Map<string, Definition> {
  const definitions = new Map<string, Definition>()
  for (const { node } of blocks) {
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node)
  }
  return definitions
}

function titleOf(block: Block | undefined): string | undefined {
  if (block?.node.type !== 'heading' || block.node.depth !== 1) return undefined
  const builder = new RichBuilder()
  builder.startCapture()
  const html = new HtmlReader(builder)
  for (const node of block.node.children) walkMdast(node, { builder, html, base: undefined, definitions: new Map(), footnotes: new Map() })
  html.end()
  const words = builder.endCapture().replaceAll('\n', ' ')
  return words === '' ? undefined : words
}

function partOf(node: RootContent): MarkdownLines['part'] {
  if (node.type === 'definition') return 'definition'
  const isPicture = node.type === 'paragraph' && node.children.every((child) => child.type === 'image' || child.type === 'imageReference')
  return isPicture ? 'picture' : 'body'
}
