import type { RichBuilder } from './builder'
import { Dropping } from './dropping'
import { addLines, addParagraphs } from './plainLines'
import { MEANINGS, VOID_ELEMENTS } from './elements'
import type { Meaning } from './elements'
import { Figures, isPullQuote } from './figures'
import { excerpt } from './notes'
import { Posts } from './posts'
import { hasClass } from './social'
import { readTags } from './tokens'
import type { TagHandler } from './tokens'
import { embedUrl, linkUrl } from './urls'

type Attributes = ReadonlyMap<string, string>
type Leave = () => void

/** So many elements may hold something open within one another; those deeper unwrap to their words. */
const MAX_OPEN = 256

/**
 * Reads HTML, in one piece or in several that follow on each other, into a {@link RichBuilder}. What is not in the table
 * of {@link MEANINGS} unwraps to its words, so that nothing of the source but words, and the addresses that
 * {@link linkUrl} and {@link embedUrl} let pass, can reach the article.
 */
export class HtmlReader implements TagHandler {
  readonly #builder: RichBuilder
  readonly #figures: Figures
  readonly #posts: Posts
  readonly #dropping: Dropping
  readonly #base: string | undefined
  readonly #open: { readonly name: string; readonly leave: Leave }[] = []
  #pre = 0
  #isFirstCell = true

  readonly #blankLines: boolean

  constructor(builder: RichBuilder, base?: string, blankLines = false) {
    this.#builder = builder
    this.#blankLines = blankLines
    this.#base = base
    this.#figures = new Figures(builder)
    this.#posts = new Posts(builder, this.#figures)
    this.#dropping = new Dropping(builder.notes)
  }

  read(html: string): void {
    readTags(html, this)
  }

  /** Closes what the source left open. */
  end(): void {
    this.#dropping.end()
    this.#leaveDownTo(0)
  }

  /** Words, unless they stand in an element that is left out. `exact` keeps every blank. */
  text(text: string, exact = false): void {
    if (this.#dropping.text(text)) return
    if (exact) this.#builder.text(text, true)
    else if (this.#pre > 0) addLines(this.#builder, text, true)
    else if (this.#blankLines && text.includes('\n')) addParagraphs(this.#builder, text)
    else this.#builder.text(text)
  }

  /** The comments in which WordPress's editor keeps its blocks say nothing to a reader, and are not worth a note. */
  comment(text: string): void {
    if (/^\s*\/?(?:wp:|more\b|nextpage\b|doctype\b)/i.test(text)) return
    this.#builder.notes.add(`An HTML comment was left out: ${excerpt(text)}`)
  }

  unfinished(length: number): void {
    this.#builder.notes.add(`The HTML breaks off inside a tag: its last ${String(length)} characters were left out.`)
  }

  open(name: string, attributes: Attributes, selfClosing: boolean): void {
    const isClosed = selfClosing || VOID_ELEMENTS.has(name)
    if (this.#dropping.open(name, isClosed)) return
    const meaning = MEANINGS.get(name)
    const leave = meaning && this.#enter(name, meaning, attributes, isClosed)
    if (!leave) return
    if (isClosed || this.#open.length >= MAX_OPEN) leave()
    else this.#open.push({ name, leave })
  }

  close(name: string): void {
    if (this.#dropping.close(name)) return
    const kind = MEANINGS.get(name)?.kind
    if (kind === 'block' || kind === 'row') this.#builder.boundary()
    if (kind === 'item') this.#builder.itemEdge()
    const at = this.#open.findLastIndex((element) => element.name === name)
    if (at >= 0) this.#leaveDownTo(at)
  }

  #leaveDownTo(length: number): void {
    while (this.#open.length > length) this.#open.pop()?.leave()
  }

  /** What the element begins now, and what is to be done at its end. */
  #enter(name: string, meaning: Meaning, attributes: Attributes, isClosed: boolean): Leave | undefined {
    const builder = this.#builder
    switch (meaning.kind) {
      case 'block':
        return this.#enterBlock(attributes)
      case 'item':
        builder.itemEdge()
        return undefined
      case 'row':
        builder.boundary()
        builder.notes.add('A table row became one line.')
        this.#isFirstCell = true
        return undefined
      case 'cell':
        if (!this.#isFirstCell) builder.text('\t', true)
        this.#isFirstCell = false
        return undefined
      case 'break':
        builder.lineBreak()
        return undefined
      case 'rule':
        builder.boundary()
        builder.notes.add('A rule across the page was left out.')
        return undefined
      case 'heading':
        builder.openHeading(meaning.tag)
        return () => { builder.closeHeading() }
      case 'mark':
        builder.mark(meaning.format, 1)
        return () => { builder.mark(meaning.format, -1) }
      case 'unmarked':
        builder.notes.add(`The formatting <${name}> was taken off; its words stay.`)
        return undefined
      case 'link':
        return this.#enterLink(attributes)
      case 'list':
        builder.openList(name === 'ol' ? 'ol' : 'ul', startOf(attributes))
        return () => { builder.closeList() }
      case 'quote':
        return this.#enterQuote(attributes)
      case 'attribution':
        return this.#figures.enterAttribution()
      case 'pre':
        return this.#enterPre()
      case 'figure':
        return this.#figures.enterFigure(attributes)
      case 'caption':
        return this.#figures.enterCaption()
      case 'picture':
        this.#figures.picture(attributes, this.#base)
        return undefined
      case 'frame':
        return this.#enterFrame(name, attributes, isClosed)
      case 'drop':
        this.#dropping.start(name, attributes.get('src') ?? attributes.get('data') ?? '', isClosed)
        return undefined
    }
  }

  /** WordPress puts an embed's address as the only word of such an element. */
  #enterBlock(attributes: Attributes): Leave | undefined {
    this.#builder.boundary()
    if (isPullQuote(attributes)) return this.#figures.enterPullQuote()
    if (hasClass(attributes, 'fb-post') || hasClass(attributes, 'fb-video')) return this.#enterFacebook(attributes)
    if (!hasClass(attributes, 'wp-block-embed__wrapper')) return undefined
    this.#builder.startCapture()
    return () => {
      const words = this.#builder.endCapture()
      const url = embedUrl(words)
      if (url === undefined) this.#builder.paragraphs(words)
      else this.#figures.embed(url)
    }
  }

  /** Facebook's own code puts the post in the place of an empty element. */
  #enterFacebook(attributes: Attributes): undefined {
    const address = attributes.get('data-href') ?? ''
    const url = embedUrl(address)
    if (url === undefined) this.#builder.notes.add(`A post on Facebook was left out: ${excerpt(address)}`)
    else this.#figures.embed(url)
  }

  #enterLink(attributes: Attributes): Leave | undefined {
    const href = attributes.get('href')
    if (href === undefined) return undefined
    if (this.#posts.takeLink(href) || this.#figures.takeLink(href, this.#base)) return undefined
    const url = linkUrl(href, this.#base)
    if (url === undefined) {
      this.#builder.notes.add(`A link was taken off its words, since its address cannot be linked to: ${excerpt(href)}`)
      return undefined
    }
    this.#builder.openLink(url, attributes.get('target') === '_blank')
    return () => { this.#builder.closeLink() }
  }

  #enterQuote(attributes: Attributes): Leave {
    const leave = isPullQuote(attributes) ? this.#figures.enterPullQuote() : this.#posts.enter(attributes)
    if (leave) return leave
    this.#builder.openQuote()
    return () => { this.#builder.closeQuote() }
  }

  #enterPre(): Leave {
    this.#builder.boundary()
    this.#pre += 1
    return () => {
      this.#pre -= 1
      this.#builder.boundary()
    }
  }

  #enterFrame(name: string, attributes: Attributes, isClosed: boolean): undefined {
    const source = attributes.get('src') ?? attributes.get('data-src') ?? ''
    const url = embedUrl(source, this.#base)
    if (url === undefined) this.#dropping.start(name, source, isClosed)
    else {
      this.#figures.embed(url, attributes.get('data-caption') ?? '')
      this.#dropping.startQuietly(name, isClosed)
    }
  }
}

function startOf(attributes: Attributes): number {
  const start = Number(attributes.get('start') ?? 1)
  return Number.isSafeInteger(start) && start >= 0 ? start : 1
}
