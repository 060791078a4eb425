import { RichBuilder } from './builder'
import { HtmlReader } from './htmlReader'
import type { LexicalDocument } from './types'

/** A text as the article's body, and what of it could not be kept or was changed. */
export type RichText = { readonly document: LexicalDocument; readonly notes: readonly string[] }

export type RichTextOptions = {
  /** The page that the text is from: relative addresses are resolved against it. */
  readonly base?: string | undefined
  /**
   * Whether blank lines part paragraphs and single ones break lines, as in the texts of WordPress's old editor.
   *
   * @default false
   */
  readonly blankLines?: boolean
}

/**
 * HTML as the news editor's own nodes. Safe by construction: words and checked addresses are all that is carried over,
 * so scripts, styles, event handlers and `javascript:` addresses have no way in. `h1` becomes `h2`, `h4` to `h6` become
 * `h3`; pictures, players and scripts are left out and named in the notes; frames and other sites' posts at https
 * addresses become embeds. Any text is read, in time linear in its length, and no nesting is too deep.
 */
export function htmlToLexical(html: string, { base, blankLines = false }: RichTextOptions = {}): RichText {
  const builder = new RichBuilder()
  const reader = new HtmlReader(builder, base, blankLines)
  reader.read(html)
  reader.end()
  return { document: builder.document(), notes: builder.notes.list() }
}

/** The words of HTML, one line for each block: for fields that hold no formatting. */
export function htmlToText(html: string): string {
  const builder = new RichBuilder()
  builder.startCapture()
  const reader = new HtmlReader(builder)
  reader.read(html)
  reader.end()
  return builder.endCapture()
}
