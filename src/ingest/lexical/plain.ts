import { documentOf, paragraphNode, textNode } from './nodes'
import type { LexicalDocument } from './types'

/**
 * One paragraph for each string, with one text node that holds it character for character; an empty string gives a
 * paragraph without text.
 */
export function plainToLexical(paragraphs: readonly string[]): LexicalDocument {
  return documentOf(paragraphs.map((text) => paragraphNode(text === '' ? [] : [textNode(text)])))
}
