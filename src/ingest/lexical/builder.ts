import { Inline } from './inline'
import { documentOf, embedNode, headingNode, listItemNode, listNode, paragraphNode, pullQuoteNode, quoteNode } from './nodes'
import { Notes } from './notes'
import type { LexicalDocument, LexicalHeading, LexicalInline, LexicalList, LexicalListItem, LexicalTopNode } from './types'

/** Lists within lists beyond this become items of the innermost: the editor and everything behind it recurse on depth. */
const MAX_LIST_DEPTH = 12

type OpenList = { readonly tag: LexicalList['tag']; readonly start: number; readonly items: LexicalListItem[]; value: number }

/**
 * Builds a Lexical document from the marks of a text as they pass by, in the order of the text: no tree of the source
 * is ever held, and no nesting of the source can be too deep. Both HTML and Markdown are read through it.
 */
export class RichBuilder {
  readonly notes = new Notes()
  readonly #inline = new Inline((url) => { this.notes.add(`A link without words was left out: ${url}`) })
  readonly #top: LexicalTopNode[] = []
  readonly #lists: OpenList[] = []
  /** What cannot stand in a list waits for its end. */
  #afterList: LexicalTopNode[] = []
  readonly #captures: string[][] = []
  #heading: LexicalHeading['tag'] | undefined
  #quotes = 0
  #flattened = 0
  #blocks = 0

  /** Words. `exact` keeps every blank; otherwise runs of blanks are one, as HTML reads them. */
  text(text: string, exact = false): void {
    const capture = this.#captures.at(-1)
    if (capture) capture.push(text)
    else this.#inline.text(text, exact)
  }

  lineBreak(): void {
    const capture = this.#captures.at(-1)
    if (capture) capture.push('\n')
    else this.#inline.lineBreak()
  }

  mark(format: number, change: 1 | -1): void {
    if (this.#captures.length === 0) this.#inline.mark(format, change)
  }

  openLink(url: string, newTab: boolean): void {
    if (this.#captures.length === 0) this.#inline.openLink(url, newTab)
    else this.notes.add(`A link was taken off its words, since a caption, a pull quote or a post has none: ${url}`)
  }

  closeLink(): void {
    if (this.#captures.length === 0) this.#inline.closeLink()
  }

  /** The edge of a block: in a list item or a quote a new line, elsewhere the end of the paragraph. */
  boundary(): void {
    if (this.#captures.length > 0) this.lineBreak()
    else if (this.#lists.length > 0) this.#inline.breakBefore(1)
    else if (this.#quotes > 0) this.#inline.breakBefore(2)
    else this.#flush()
  }

  openHeading(tag: LexicalHeading['tag']): void {
    this.boundary()
    this.#heading = tag
  }

  closeHeading(): void {
    this.boundary()
    this.#heading = undefined
  }

  openQuote(): void {
    this.boundary()
    this.#quotes += 1
  }

  closeQuote(): void {
    if (this.#quotes === 1 && this.#lists.length === 0 && this.#captures.length === 0) this.#flush()
    else this.boundary()
    this.#quotes = Math.max(0, this.#quotes - 1)
  }

  openList(tag: LexicalList['tag'], start: number): void {
    if (this.#captures.length > 0) this.boundary()
    if (this.#captures.length > 0 || this.#lists.length >= MAX_LIST_DEPTH) {
      if (this.#lists.length >= MAX_LIST_DEPTH && this.#flattened === 0) this.notes.add('Lists nested too deeply were made flat.')
      this.#flattened += 1
      return
    }
    this.#flush()
    this.#lists.push({ tag, start, items: [], value: start })
  }

  /** The edge of a list item. */
  itemEdge(): void {
    if (this.#captures.length > 0) this.boundary()
    else this.#flush()
  }

  closeList(): void {
    this.itemEdge()
    if (this.#flattened > 0) {
      this.#flattened -= 1
      return
    }
    const list = this.#lists.pop()
    if (!list) return
    const parent = this.#lists.at(-1)
    const nodes = list.items.length > 0 ? [listNode(list.tag, list.start, list.items)] : []
    for (const node of nodes) {
      if (parent) parent.items.push(listItemNode([node], parent.value, this.#lists.length - 1))
      else this.#top.push(node)
    }
    if (!parent) for (const node of this.#afterList.splice(0)) this.#top.push(node)
  }

  embed(url: string, caption = ''): void {
    this.#block(embedNode(url, caption, this.#blocks++))
  }

  pullQuote(quote: string, attribution: string): void {
    this.#block(pullQuoteNode(quote, attribution, this.#blocks++))
  }

  /** From here on the words are gathered as plain text, until {@link endCapture}. */
  startCapture(): void {
    this.#captures.push([])
  }

  /** The words since {@link startCapture}, one line for each block. */
  endCapture(): string {
    const words = this.#captures.pop()?.join('') ?? ''
    const lines = words.split('\n').map((line) => line.trim().replace(/\s+/g, ' '))
    return lines.filter((line) => line !== '').join('\n')
  }

  /** Words as paragraphs of their own, a line each. */
  paragraphs(text: string): void {
    for (const line of text.split('\n')) {
      this.boundary()
      this.text(line)
    }
    this.boundary()
  }

  document(): LexicalDocument {
    while (this.#captures.length > 0) {
      const words = this.endCapture()
      this.paragraphs(words)
    }
    while (this.#lists.length > 0 || this.#flattened > 0) this.closeList()
    this.#flush()
    return documentOf(this.#top)
  }

  #block(node: LexicalTopNode): void {
    if (this.#lists.length > 0) {
      this.#afterList.push(node)
      return
    }
    this.#flush()
    this.#top.push(node)
  }

  #flush(): void {
    const children = this.#inline.take()
    if (children.length === 0) return
    const list = this.#lists.at(-1)
    if (list) list.items.push(listItemNode(children, list.value++, this.#lists.length - 1))
    else this.#top.push(this.#topNode(children))
  }

  #topNode(children: LexicalInline[]): LexicalTopNode {
    if (this.#quotes > 0) return quoteNode(children)
    return this.#heading === undefined ? paragraphNode(children) : headingNode(this.#heading, children)
  }
}
