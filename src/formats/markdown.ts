import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown as serialize } from 'mdast-util-to-markdown'
import { stringify } from 'yaml'
import { frontMatterOf } from './frontMatter'
import { markdownTree } from './markdownTree'
import type { ArticleDocument, FormatOptions } from './types'

/**
 * An article as Markdown (CommonMark with GitHub's strikethrough) under YAML front matter, as Hugo, Jekyll and Astro
 * keep it. What can be said in Markdown comes back from it unchanged; docs/formats.md says what cannot.
 */
export function toMarkdown(article: ArticleDocument, options: FormatOptions): string {
  const body = bodyMarkdown(article, options)
  return `---\n${frontMatterYaml(article, options)}---\n${body && `\n${body}`}`
}

/** The text of an article as Markdown, without front matter. Pull quotes and embeds are the HTML of `toHtml`. */
export function bodyMarkdown(article: Pick<ArticleDocument, 'body'>, options: FormatOptions): string {
  return serialize(markdownTree(article.body, options), {
    bullet: '-',
    extensions: [gfmToMarkdown()],
    listItemIndent: 'one',
    resourceLink: true,
  })
}

/** Quotes as YAML 1.1 needs it, which Jekyll still reads: there an unquoted `no` is false and a date is no text. */
function frontMatterYaml(article: ArticleDocument, options: FormatOptions): string {
  return stringify(frontMatterOf(article, options), { lineWidth: 0, version: '1.1' })
}
