import type { BlockNode, InlineNode, ListNode, Mark } from './body'
import { readBody } from './body'
import { embedTarget } from './embed'
import { escapeMarkup, safeHref } from './escape'
import { hrefOf } from './links'
import type { Picture } from './pictures'
import { pictureOf, srcsetOf } from './pictures'
import { plainText } from '../articles/plainText'
import type { ArticleDocument, FormatOptions } from './types'

export type HtmlOptions = FormatOptions & {
  /**
   * What to press for a player of the site that an embed is from, for pages that may show one. The player is loaded when
   * a reader asks for it.
   *
   * @default none: an embed is a link
   */
  playLabel?: (site: string) => string
}

/** Elements in the order they enclose a text, from within. */
const ELEMENTS: readonly (readonly [Mark, string])[] = [
  ['code', 'code'],
  ['subscript', 'sub'],
  ['superscript', 'sup'],
  ['strike', 's'],
  ['underline', 'u'],
  ['italic', 'em'],
  ['bold', 'strong'],
]

/**
 * The text of an article as HTML, one block a line.
 *
 * Nothing in it runs or loads anything but pictures: every text is escaped, links go to http, https and mailto only, and
 * an embed is a link to what it shows, with a player where `playLabel` allows one. The elements and classes are listed in docs/formats.md.
 */
export function toHtml(article: Pick<ArticleDocument, 'body'>, options: HtmlOptions): string {
  return readBody(article.body)
    .map((block) => blockHtml(block, options))
    .filter(Boolean)
    .join('\n')
}

/** The text of an article without any markup, one block a line. */
export function toPlainText(article: Pick<ArticleDocument, 'body'>): string {
  return plainText(article.body)
}

/** One block on one line; empty for one without anything to show. */
export function blockHtml(block: BlockNode, options: HtmlOptions): string {
  switch (block.type) {
    case 'paragraph':
      return inElement('p', inlineHtml(block.children, options))
    case 'heading':
      return inElement(`h${String(block.level)}`, inlineHtml(block.children, options))
    case 'quote':
      return inElement('blockquote', inElement('p', inlineHtml(block.children, options)))
    case 'list':
      return listHtml(block, options)
    case 'image': {
      const picture = pictureOf(block.media, options)
      return picture ? pictureHtml(picture) : ''
    }
    case 'pullQuote':
      return figure(
        'pull-quote',
        inElement('blockquote', inElement('p', linesHtml(block.quote))),
        linesHtml(block.attribution),
      )
    case 'embed':
      return embedHtml(block, options)
  }
}

function embedHtml({ caption, url }: { caption: string; url: string }, options: HtmlOptions): string {
  const href = safeHref(url, options.siteUrl)
  const target = href === undefined ? undefined : embedTarget(href)
  if (href === undefined || target === undefined) return ''
  const { address, player, site } = target
  const words = site === address ? escapeMarkup(site) : `<strong>${escapeMarkup(site)}</strong> ${escapeMarkup(address)}`
  // A frame in closed details is not near the viewport: the browser loads nothing until a reader opens them.
  const play =
    player !== undefined && options.playLabel
      ? `<details><summary>${escapeMarkup(options.playLabel(site))}</summary><iframe src="${escapeMarkup(player)}" title="${escapeMarkup(caption || site)}" loading="lazy" ` +
        'referrerpolicy="strict-origin-when-cross-origin" allow="fullscreen; picture-in-picture" allowfullscreen></iframe></details>'
      : ''
  return figure('embed', `${anchor(href, words)}${play}`, linesHtml(caption))
}

export function pictureHtml(picture: Picture): string {
  const { alt, caption, credit, original } = picture
  const { height, url, width } = original
  const size = width && height ? ` width="${String(width)}" height="${String(height)}"` : ''
  const srcset = srcsetOf(picture)
  const choice = srcset ? ` srcset="${escapeMarkup(srcset)}" sizes="auto, 100vw"` : ''
  const image = `<img src="${escapeMarkup(url)}" alt="${escapeMarkup(alt ?? '')}"${size}${choice} loading="lazy">`
  const line = [linesHtml(caption ?? ''), credit && `<small class="credit">${linesHtml(credit)}</small>`].filter(
    Boolean,
  )
  return figure('picture', image, line.join(' '))
}

/** A text of one or more lines. */
export function linesHtml(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map(escapeMarkup)
    .join('<br>')
}

function inlineHtml(nodes: InlineNode[], options: FormatOptions): string {
  return nodes
    .map((node) => {
      switch (node.type) {
        case 'break':
          return '<br>'
        case 'link': {
          const href = hrefOf(node.target, options)
          const words = inlineHtml(node.children, options)
          return href && words ? anchor(href, words) : words
        }
        case 'text':
          return ELEMENTS.reduce(
            (html, [mark, element]) => (node.marks.has(mark) ? inElement(element, html) : html),
            escapeMarkup(node.text),
          )
      }
    })
    .join('')
}

function listHtml({ items, ordered, start }: ListNode, options: FormatOptions): string {
  const lines = items.map(({ children, lists }) => {
    const nested = lists.map((nestedList) => listHtml(nestedList, options)).join('')
    return `<li>${inlineHtml(children, options)}${nested}</li>`
  })
  const number = ordered && start !== 1 ? ` start="${String(start)}"` : ''
  const element = ordered ? 'ol' : 'ul'
  return lines.length > 0 ? `<${element}${number}>${lines.join('')}</${element}>` : ''
}

function figure(kind: string, content: string, caption: string): string {
  return content && `<figure class="${kind}">${content}${inElement('figcaption', caption)}</figure>`
}

function anchor(href: string, html: string): string {
  return `<a href="${escapeMarkup(href)}">${html}</a>`
}

function inElement(name: string, html: string): string {
  return html && `<${name}>${html}</${name}>`
}
