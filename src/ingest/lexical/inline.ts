import { BOLD, ITALIC, lineBreakNode, linkNode, textNode } from './nodes'
import type { LexicalInline, LexicalLink } from './types'

type OpenLink = { readonly url: string; readonly newTab: boolean; used: boolean }

/** The words of one block while they are gathered: marks, links, line breaks and, as HTML reads them, blanks. */
export class Inline {
  #children: LexicalInline[] = []
  /** The link that words go into, once it has some in this block. */
  #linkNode: LexicalLink | undefined
  #link: OpenLink | undefined
  #linkCount = 0
  #bold = 0
  #italic = 0
  #breaksBefore = 0
  /** Whether a blank here would follow another one, or begin a line. */
  #afterBlank = true
  readonly #onEmptyLink: (url: string) => void

  constructor(onEmptyLink: (url: string) => void) {
    this.#onEmptyLink = onEmptyLink
  }

  text(source: string, exact: boolean): void {
    const text = exact ? source : this.#collapse(source)
    if (text === '') return
    if (this.#breaksBefore > 0 && text.trim() === '') return
    for (; this.#breaksBefore > 0; this.#breaksBefore--) this.#target().push(lineBreakNode())
    this.#afterBlank = !exact && text.endsWith(' ')
    const target = this.#target()
    const last = target.at(-1)
    if (last?.type === 'text' && last.format === this.#format()) last.text += text
    else target.push(textNode(text, this.#format()))
  }

  lineBreak(): void {
    if (this.#children.length === 0) return
    this.#target().push(lineBreakNode())
    this.#afterBlank = true
  }

  /** Line breaks that are due before the next word, should there be one. */
  breakBefore(count: number): void {
    if (this.#children.length === 0) return
    this.#breaksBefore = Math.max(this.#breaksBefore, count)
    this.#afterBlank = true
  }

  mark(format: number, change: 1 | -1): void {
    if (format === BOLD) this.#bold = Math.max(0, this.#bold + change)
    if (format === ITALIC) this.#italic = Math.max(0, this.#italic + change)
  }

  openLink(url: string, newTab: boolean): void {
    this.closeLink()
    this.#link = { url, newTab, used: false }
  }

  closeLink(): void {
    if (this.#link && !this.#link.used) this.#onEmptyLink(this.#link.url)
    this.#link = undefined
    this.#linkNode = undefined
  }

  /** The block's words, without blanks and line breaks at its edges; none when it has no words. */
  take(): LexicalInline[] {
    const children = this.#children
    this.#children = []
    this.#linkNode = undefined
    this.#breaksBefore = 0
    this.#afterBlank = true
    trimEnd(children)
    return children.some(hasWords) ? children : []
  }

  #format(): number {
    return (this.#bold > 0 ? BOLD : 0) | (this.#italic > 0 ? ITALIC : 0)
  }

  #target(): LexicalInline[] {
    if (!this.#link) return this.#children
    if (!this.#linkNode) {
      this.#linkNode = linkNode(this.#link.url, this.#link.newTab, [], this.#linkCount++)
      this.#link.used = true
      this.#children.push(this.#linkNode)
    }
    return this.#linkNode.children
  }

  #collapse(source: string): string {
    const text = source.replace(/[ \t\n\r\f]+/g, ' ')
    return this.#afterBlank && text.startsWith(' ') ? text.slice(1) : text
  }
}

/** Takes line breaks and blanks off the end: neither HTML nor Markdown prints them. */
function trimEnd(children: LexicalInline[]): void {
  for (let last = children.at(-1); last; last = children.at(-1)) {
    if (last.type === 'link') {
      trimEnd(last.children)
      if (last.children.length > 0) return
    } else if (last.type === 'text') {
      while (last.text.endsWith(' ') || last.text.endsWith('\t')) last.text = last.text.slice(0, -1)
      if (last.text !== '') return
    }
    children.pop()
  }
}

function hasWords(node: LexicalInline): boolean {
  if (node.type === 'link') return node.children.some(hasWords)
  return node.type === 'text' && node.text.trim() !== ''
}
