import { readTags } from '../lexical/tokens'
import { Gathering } from './gathering'
import { asItem } from './marker'
import { plainBlocks } from './plain'
import { PasteReader } from './reader'
import { writeHtml } from './write'

/**
 * What was copied in Word, Google Docs or a browser, as HTML of nothing but what the news editor has: paragraphs, two
 * headings, quotations, lists, bold, italic, links. Word's lists, which are paragraphs, become lists; empty paragraphs,
 * comments, what was struck out, fonts, pictures, scripts and whatever else go. An empty string when there are no words.
 *
 * Safe by construction (words and addresses that {@link linkUrl} lets pass are all that is carried over), and linear in
 * the length of the source.
 */
export function cleanHtml(html: string): string {
  const gathering = new Gathering()
  const reader = new PasteReader(gathering)
  readTags(html, reader)
  reader.end()
  return writeHtml(gathering.blocks().map(asItem))
}

/** Plain copy of several lines as HTML of paragraphs and lists; an empty string when there are no words. */
export function cleanPlain(text: string): string {
  return writeHtml(plainBlocks(text))
}
