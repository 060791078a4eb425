/**
 * The Lexical JSON that `collections/Articles/editor.ts` reads and writes, node for node: what Lexical 0.50 and
 * Payload 3.90 serialise, and nothing that the news editor has no button for. Plain mutable arrays, so that a document
 * can be handed to Payload as an article's `body` without a cast.
 */

/** What every element node carries. `direction: null` lets the editor tell from the text. */
type ElementBase = { direction: null; format: ''; indent: number; version: 1 }

export type LexicalText = {
  type: 'text'
  detail: 0
  /** Bits: 1 bold, 2 italic. */
  format: number
  mode: 'normal'
  style: ''
  text: string
  version: 1
}

export type LexicalLineBreak = { type: 'linebreak'; version: 1 }

export type LexicalLink = {
  type: 'link'
  children: (LexicalText | LexicalLineBreak)[]
  direction: null
  fields: { linkType: 'custom'; newTab: boolean; url: string }
  format: ''
  id: string
  indent: 0
  version: 3
}

export type LexicalInline = LexicalText | LexicalLineBreak | LexicalLink

export type LexicalParagraph = ElementBase & {
  type: 'paragraph'
  children: LexicalInline[]
  textFormat: number
  textStyle: ''
}

export type LexicalHeading = ElementBase & { type: 'heading'; children: LexicalInline[]; tag: 'h2' | 'h3' }

export type LexicalQuote = ElementBase & { type: 'quote'; children: LexicalInline[] }

/** Holds either words or, for a list within the list, that list alone. */
export type LexicalListItem = ElementBase & {
  type: 'listitem'
  children: LexicalInline[] | [LexicalList]
  value: number
}

export type LexicalList = ElementBase & {
  type: 'list'
  children: LexicalListItem[]
  listType: 'bullet' | 'number'
  start: number
  tag: 'ul' | 'ol'
}

export type LexicalBlock = {
  type: 'block'
  fields:
    | { blockName: ''; blockType: 'embed'; caption?: string; id: string; url: string }
    | { attribution?: string; blockName: ''; blockType: 'pullQuote'; id: string; quote: string }
  format: ''
  version: 2
}

export type LexicalTopNode = LexicalParagraph | LexicalHeading | LexicalQuote | LexicalList | LexicalBlock

export type LexicalDocument = {
  root: ElementBase & { type: 'root'; children: LexicalTopNode[] }
}
