import { plainText } from '../articles/plainText'
import type { ArticleDocument, MediaDocument } from './types'
import { isRecord } from './values'

export type TextNode = { type: 'text'; text: string; marks: ReadonlySet<Mark> }
type LinkNode = { type: 'link'; target: LinkTarget; children: InlineNode[] }
export type InlineNode = TextNode | LinkNode | { type: 'break' }
export type LinkTarget =
  { kind: 'article'; article: ArticleDocument; collection: string } | { kind: 'url'; url: string } | { kind: 'nowhere' }

export type ListNode = { type: 'list'; ordered: boolean; start: number; items: ListItem[] }
type ListItem = { children: InlineNode[]; lists: ListNode[] }
export type BlockNode =
  | { type: 'embed'; url: string; caption: string }
  | { type: 'heading'; level: 2 | 3; children: InlineNode[] }
  | { type: 'image'; media: MediaDocument }
  | { type: 'paragraph'; children: InlineNode[] }
  | { type: 'pullQuote'; quote: string; attribution: string }
  | { type: 'quote'; children: InlineNode[] }
  | ListNode

/** Lexical's text format bits (lexical/src/LexicalConstants.ts). */
const MARK_BITS = [
  ['bold', 1],
  ['italic', 2],
  ['strike', 4],
  ['underline', 8],
  ['code', 16],
  ['subscript', 32],
  ['superscript', 64],
] as const
export type Mark = (typeof MARK_BITS)[number][0]

/** Nothing an editor writes nests this deep; what does is kept as its words. */
const MAX_DEPTH = 32

const INLINE = new Set(['autolink', 'link', 'linebreak', 'tab', 'text'])

/**
 * A Lexical document as the news editor's own nodes: the one place where formats read what a stranger may have written.
 *
 * Nodes of other kinds give the text inside them. Nothing else of them gets through: a populated document in a link or a
 * picture is picked apart by the format that shows it.
 */
export function readBody(document: unknown): BlockNode[] {
  return isRecord(document) ? blocksOf(childrenOf(document.root), 0) : []
}

function blocksOf(nodes: unknown[], depth: number): BlockNode[] {
  const blocks: BlockNode[] = []
  let loose: unknown[] = []
  const gather = () => {
    if (loose.length > 0) blocks.push({ type: 'paragraph', children: inlinesOf(loose, depth) })
    loose = []
  }
  for (const node of nodes) {
    if (!isRecord(node)) continue
    if (isInline(node)) {
      loose.push(node)
      continue
    }
    gather()
    for (const block of blockOf(node, depth)) blocks.push(block)
  }
  gather()
  return blocks
}

function blockOf(node: Record<string, unknown>, depth: number): BlockNode[] {
  const children = () => inlinesOf(childrenOf(node), depth + 1)
  switch (node.type) {
    case 'paragraph':
      return [{ type: 'paragraph', children: children() }]
    case 'heading':
      return [{ type: 'heading', level: node.tag === 'h1' || node.tag === 'h2' ? 2 : 3, children: children() }]
    case 'quote':
      return [{ type: 'quote', children: children() }]
    case 'list':
      return [listOf(node, depth)]
    case 'upload':
      return isMedia(node.value) ? [{ type: 'image', media: node.value }] : []
    case 'block':
      return customBlockOf(node.fields)
    default:
      return depth >= MAX_DEPTH ? wordsOf(node) : blocksOf(childrenOf(node), depth + 1)
  }
}

function customBlockOf(fields: unknown): BlockNode[] {
  if (!isRecord(fields)) return []
  if (fields.blockType === 'pullQuote') {
    return [{ type: 'pullQuote', quote: stringOf(fields.quote), attribution: stringOf(fields.attribution) }]
  }
  if (fields.blockType === 'embed')
    return [{ type: 'embed', url: stringOf(fields.url), caption: stringOf(fields.caption) }]
  return []
}

/** Lexical keeps a nested list in an item of its own; here it belongs to the item above it, as in HTML. */
function listOf(node: Record<string, unknown>, depth: number): ListNode {
  const items: ListItem[] = []
  for (const item of childrenOf(node)) {
    if (!isRecord(item)) continue
    const parts = childrenOf(item)
    const lists = depth >= MAX_DEPTH ? [] : parts.filter(isList).map((part) => listOf(part, depth + 1))
    const children =
      depth >= MAX_DEPTH
        ? textNodes(plainText({ root: item }))
        : inlinesOf(
            parts.filter((part) => !isList(part)),
            depth + 1,
          )
    const above = items.at(-1)
    if (children.length === 0 && lists.length > 0 && above) for (const list of lists) above.lists.push(list)
    else items.push({ children, lists })
  }
  const start = Number.isSafeInteger(node.start) ? Number(node.start) : 1
  return { type: 'list', ordered: node.listType === 'number' || node.tag === 'ol', start: Math.max(start, 0), items }
}

function inlinesOf(nodes: unknown[], depth: number): InlineNode[] {
  return nodes.flatMap((node): InlineNode[] => {
    if (!isRecord(node)) return []
    switch (node.type) {
      case 'text':
        return textNodes(stringOf(node.text), Number(node.format))
      case 'linebreak':
        return [{ type: 'break' }]
      case 'tab':
        return textNodes('\t')
      case 'autolink':
      case 'link':
        return [{ type: 'link', target: targetOf(node.fields), children: deeper(node, depth) }]
      default:
        return deeper(node, depth)
    }
  })
}

function deeper(node: Record<string, unknown>, depth: number): InlineNode[] {
  return depth >= MAX_DEPTH ? textNodes(plainText({ root: node })) : inlinesOf(childrenOf(node), depth + 1)
}

/** A line feed inside a text node is a line break that was pasted in. */
function textNodes(value: string, format = 0): InlineNode[] {
  const marks = new Set(MARK_BITS.filter(([, bit]) => (format & bit) !== 0).map(([mark]) => mark))
  return value.split(/\r\n?|\n/).flatMap((line, index): InlineNode[] => {
    const words: InlineNode[] = line ? [{ type: 'text', text: line, marks }] : []
    return index > 0 ? [{ type: 'break' }, ...words] : words
  })
}

function targetOf(fields: unknown): LinkTarget {
  if (!isRecord(fields)) return { kind: 'nowhere' }
  if (fields.linkType !== 'internal') return { kind: 'url', url: stringOf(fields.url) }
  const { relationTo, value } = isRecord(fields.doc) ? fields.doc : {}
  return isArticle(value) ? { kind: 'article', article: value, collection: stringOf(relationTo) } : { kind: 'nowhere' }
}

function wordsOf(node: Record<string, unknown>): BlockNode[] {
  const children = textNodes(plainText({ root: node }))
  return children.length > 0 ? [{ type: 'paragraph', children }] : []
}

function isInline(node: Record<string, unknown>): boolean {
  return typeof node.type === 'string' && INLINE.has(node.type)
}

function isList(node: unknown): node is Record<string, unknown> {
  return isRecord(node) && node.type === 'list'
}

function isMedia(value: unknown): value is MediaDocument {
  return isRecord(value) && (typeof value.id === 'string' || typeof value.id === 'number')
}

function isArticle(value: unknown): value is ArticleDocument {
  return isRecord(value) && typeof value.id === 'string' && typeof value.slug === 'string'
}

function childrenOf(node: unknown): unknown[] {
  return isRecord(node) && Array.isArray(node.children) ? node.children : []
}

function stringOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
