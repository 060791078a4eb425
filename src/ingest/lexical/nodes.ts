import { createHash } from 'node:crypto'
import type {
  LexicalBlock,
  LexicalDocument,
  LexicalHeading,
  LexicalInline,
  LexicalLineBreak,
  LexicalLink,
  LexicalList,
  LexicalListItem,
  LexicalParagraph,
  LexicalQuote,
  LexicalText,
  LexicalTopNode,
} from './types'

/** Lexical's text format bits (`IS_BOLD`, `IS_ITALIC` in LexicalConstants). */
export const BOLD = 1
export const ITALIC = 2

const ELEMENT = { direction: null, format: '', indent: 0, version: 1 } as const

export function textNode(text: string, format = 0): LexicalText {
  return { detail: 0, format, mode: 'normal', style: '', text, type: 'text', version: 1 }
}

export function lineBreakNode(): LexicalLineBreak {
  return { type: 'linebreak', version: 1 }
}

/** `nth` tells two links to one address apart. */
export function linkNode(url: string, newTab: boolean, children: LexicalLink['children'], nth: number): LexicalLink {
  return {
    children,
    direction: null,
    fields: { linkType: 'custom', newTab, url },
    format: '',
    id: nodeId('link', url, nth),
    indent: 0,
    type: 'link',
    version: 3,
  }
}

/** `textFormat` is what the editor itself derives: the format of the first text directly in the paragraph. */
export function paragraphNode(children: LexicalInline[]): LexicalParagraph {
  const textFormat = children.find((child) => child.type === 'text')?.format ?? 0
  return { ...ELEMENT, children, textFormat, textStyle: '', type: 'paragraph' }
}

export function headingNode(tag: LexicalHeading['tag'], children: LexicalInline[]): LexicalHeading {
  return { ...ELEMENT, children, tag, type: 'heading' }
}

export function quoteNode(children: LexicalInline[]): LexicalQuote {
  return { ...ELEMENT, children, type: 'quote' }
}

export function listNode(tag: LexicalList['tag'], start: number, children: LexicalListItem[]): LexicalList {
  return { ...ELEMENT, children, listType: tag === 'ol' ? 'number' : 'bullet', start, tag, type: 'list' }
}

/** `depth` counts the lists around the item's own, `value` the items before it. */
export function listItemNode(children: LexicalListItem['children'], value: number, depth: number): LexicalListItem {
  return { ...ELEMENT, children, indent: depth, type: 'listitem', value }
}

export function embedNode(url: string, caption: string, nth: number): LexicalBlock {
  const fields = { blockName: '', blockType: 'embed', id: nodeId('embed', url, nth), url } as const
  return { fields: caption === '' ? fields : { ...fields, caption }, format: '', type: 'block', version: 2 }
}

export function pullQuoteNode(quote: string, attribution: string, nth: number): LexicalBlock {
  const fields = { blockName: '', blockType: 'pullQuote', id: nodeId('pullQuote', quote, nth), quote } as const
  return { fields: attribution === '' ? fields : { ...fields, attribution }, format: '', type: 'block', version: 2 }
}

/** A document of these nodes; a document of none gets one empty paragraph, since the editor refuses an empty root. */
export function documentOf(children: LexicalTopNode[]): LexicalDocument {
  return { root: { ...ELEMENT, children: children.length > 0 ? children : [paragraphNode([])], type: 'root' } }
}

/** 24 hexadecimal digits, as Payload's own ids have, but the same for the same content: reading twice gives equal documents. */
function nodeId(kind: string, content: string, nth: number): string {
  return createHash('sha256').update(`${kind}\n${String(nth)}\n${content}`).digest('hex').slice(0, 24)
}
