import type { BlockContent, List, ListItem as ListItemContent, PhrasingContent, Root } from 'mdast'
import type { BlockNode, InlineNode, ListNode, TextNode } from './body'
import { readBody } from './body'
import { blockHtml } from './html'
import { hrefOf } from './links'
import { captionLine, pictureOf } from './pictures'
import type { FormatOptions } from './types'

/** A Lexical document as a Markdown syntax tree (https://github.com/syntax-tree/mdast). */
export function markdownTree(body: unknown, options: FormatOptions): Root {
  return { type: 'root', children: readBody(body).flatMap((block) => contentOf(block, options)) }
}

function contentOf(block: BlockNode, options: FormatOptions): BlockContent[] {
  switch (block.type) {
    case 'paragraph':
      return paragraphOf(block.children, options)
    case 'heading':
      return block.children.length > 0
        ? [{ type: 'heading', depth: block.level, children: phrasesOf(block.children, options) }]
        : []
    case 'quote': {
      const children = paragraphOf(block.children, options)
      return children.length > 0 ? [{ type: 'blockquote', children }] : []
    }
    case 'list':
      return block.items.length > 0 ? [listOf(block, options)] : []
    case 'image': {
      const picture = pictureOf(block.media, options)
      if (!picture) return []
      const { alt, original } = picture
      return [{ type: 'paragraph', children: [{ type: 'image', url: original.url, alt, title: captionLine(picture) }] }]
    }
    case 'embed':
    case 'pullQuote': {
      const value = blockHtml(block, options)
      return value ? [{ type: 'html', value }] : []
    }
  }
}

function paragraphOf(nodes: InlineNode[], options: FormatOptions): BlockContent[] {
  const children = phrasesOf(nodes, options)
  return children.length > 0 ? [{ type: 'paragraph', children }] : []
}

function listOf({ items, ordered, start }: ListNode, options: FormatOptions): List {
  const children = items.map(({ children: words, lists }): ListItemContent => {
    const nested = lists.filter(({ items: inner }) => inner.length > 0).map((list) => listOf(list, options))
    return { type: 'listItem', spread: false, children: [...paragraphOf(words, options), ...nested] }
  })
  return { type: 'list', ordered, start: ordered ? start : undefined, spread: false, children }
}

function phrasesOf(nodes: InlineNode[], options: FormatOptions): PhrasingContent[] {
  return joined(nodes.flatMap((node) => phraseOf(node, options)))
}

function phraseOf(node: InlineNode, options: FormatOptions): PhrasingContent[] {
  switch (node.type) {
    case 'break':
      return [{ type: 'break' }]
    case 'link': {
      const children = phrasesOf(node.children, options)
      const url = hrefOf(node.target, options)
      return url && children.length > 0 ? [{ type: 'link', url, children }] : children
    }
    case 'text':
      return [textOf(node)]
  }
}

/**
 * Marks that Markdown has no sign for, such as underline, are left out; the words stay. Blanks alone are under no mark: its
 * signs stand at words, and those of blanks between others are not surely read back.
 */
function textOf({ marks, text }: TextNode): PhrasingContent {
  if (text.trim() === '') return { type: 'text', value: text }
  const words: PhrasingContent = marks.has('code') ? { type: 'inlineCode', value: text } : { type: 'text', value: text }
  const struck: PhrasingContent = marks.has('strike') ? { type: 'delete', children: [words] } : words
  const slanted: PhrasingContent = marks.has('italic') ? { type: 'emphasis', children: [struck] } : struck
  return marks.has('bold') ? { type: 'strong', children: [slanted] } : slanted
}

/** Neighbours under one mark become one: `**a****b**` would not be read back as bold. */
function joined(phrases: PhrasingContent[]): PhrasingContent[] {
  const done: PhrasingContent[] = []
  for (const phrase of phrases) {
    const last = done.pop()
    const whole = last && merged(last, phrase)
    if (whole) done.push(whole)
    else done.push(...(last ? [last] : []), phrase)
  }
  return done
}

function merged(one: PhrasingContent, other: PhrasingContent): PhrasingContent | undefined {
  if (one.type === 'text' && other.type === 'text') return { type: 'text', value: one.value + other.value }
  if (one.type === 'strong' && other.type === 'strong')
    return { type: 'strong', children: joined([...one.children, ...other.children]) }
  if (one.type === 'emphasis' && other.type === 'emphasis') {
    return { type: 'emphasis', children: joined([...one.children, ...other.children]) }
  }
  if (one.type === 'delete' && other.type === 'delete')
    return { type: 'delete', children: joined([...one.children, ...other.children]) }
  return undefined
}
