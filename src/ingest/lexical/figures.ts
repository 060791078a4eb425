import { embedTarget } from '../../formats/embed'
import type { RichBuilder } from './builder'
import { excerpt } from './notes'
import { hasClass } from './social'
import { embedUrl, webUrl } from './urls'

type Figure = { readonly isEmbed: boolean; readonly pictures: string[]; readonly embeds: string[]; readonly captions: string[] }
type PullQuote = { attribution: string }
type Attributes = ReadonlyMap<string, string>

/**
 * What is beside the running text: figures with pictures, embeds and captions, pull quotes, other sites' posts.
 * Each opening answers with what is to be done when the element ends.
 */
export class Figures {
  readonly #builder: RichBuilder
  readonly #figures: Figure[] = []
  readonly #pullQuotes: PullQuote[] = []

  constructor(builder: RichBuilder) {
    this.#builder = builder
  }

  /** A picture's caption goes with the picture; an embed's stays with it; any other one is a paragraph. */
  enterFigure(attributes: Attributes): () => void {
    if (isPullQuote(attributes)) return this.enterPullQuote()
    const figure: Figure = { isEmbed: hasClass(attributes, 'embed'), pictures: [], embeds: [], captions: [] }
    this.#builder.boundary()
    this.#figures.push(figure)
    if (figure.isEmbed) this.#builder.startCapture()
    return () => {
      const words = figure.isEmbed ? this.#builder.endCapture() : ''
      this.#figures.splice(this.#figures.indexOf(figure), 1)
      const isShown = figure.embeds.length > 0
      if (!isShown && words !== '') this.#builder.paragraphs(words)
      this.#leaveFigure(figure)
      if (isShown && !figure.embeds.some((url) => isNameOf(url, words))) this.#builder.paragraphs(words)
    }
  }

  /** The link in a figure of the class `embed`, as our own HTML has it, is what the figure embeds. */
  takeLink(href: string, base: string | undefined): boolean {
    const figure = this.#figures.at(-1)
    const url = figure?.isEmbed ? embedUrl(href, base) : undefined
    if (url !== undefined) figure?.embeds.push(url)
    return url !== undefined
  }

  enterCaption(): () => void {
    if (this.#pullQuotes.length > 0) return this.enterAttribution()
    const figure = this.#figures.at(-1)
    this.#builder.boundary()
    if (!figure) return () => { this.#builder.boundary() }
    this.#builder.startCapture()
    return () => { figure.captions.push(this.#builder.endCapture()) }
  }

  enterPullQuote(): () => void {
    const pullQuote: PullQuote = { attribution: '' }
    this.#builder.boundary()
    this.#pullQuotes.push(pullQuote)
    this.#builder.startCapture()
    return () => {
      this.#pullQuotes.splice(this.#pullQuotes.indexOf(pullQuote), 1)
      const quote = this.#builder.endCapture()
      if (quote !== '') this.#builder.pullQuote(quote, pullQuote.attribution)
      else if (pullQuote.attribution !== '') this.#builder.paragraphs(pullQuote.attribution)
    }
  }

  /** Whose words a pull quote has; a work's title anywhere else keeps its words and nothing more. */
  enterAttribution(): () => void {
    const pullQuote = this.#pullQuotes.at(-1)
    if (!pullQuote) return () => undefined
    this.#builder.startCapture()
    return () => {
      const words = this.#builder.endCapture().replaceAll('\n', ' ')
      pullQuote.attribution = [pullQuote.attribution, words].filter((each) => each !== '').join(' ')
    }
  }

  picture(attributes: Attributes, base: string | undefined): void {
    const source = attributes.get('src') ?? attributes.get('data-src') ?? ''
    const alt = excerpt(attributes.get('alt') ?? '')
    const address = webUrl(source, base) ?? (source === '' ? 'one without an address' : excerpt(source))
    const picture = alt === '' ? address : `${address} ("${alt}")`
    const figure = this.#figures.at(-1)
    if (figure) figure.pictures.push(picture)
    else this.#leaveOutPicture(picture)
  }

  embed(url: string, caption = ''): void {
    const figure = this.#figures.at(-1)
    if (!figure) {
      this.#builder.embed(url, oneLine([caption]))
      return
    }
    figure.embeds.push(url)
    if (caption !== '') figure.captions.push(caption)
  }

  #leaveFigure(figure: Figure): void {
    const captions = figure.captions.filter((caption) => caption !== '')
    const [first, ...others] = figure.embeds
    if (first !== undefined) {
      this.#builder.embed(first, oneLine(captions))
      for (const url of others) this.#builder.embed(url)
      for (const picture of figure.pictures) this.#leaveOutPicture(picture)
      return
    }
    this.#builder.boundary()
    if (figure.pictures.length === 0) for (const caption of captions) this.#builder.paragraphs(caption)
    figure.pictures.forEach((picture, index) => {
      this.#leaveOutPicture(index === 0 && captions.length > 0 ? `${picture}, captioned "${oneLine(captions)}"` : picture)
    })
  }

  #leaveOutPicture(picture: string): void {
    this.#builder.notes.add(`A picture was left out, since no file is fetched: ${picture}`)
  }
}

export function isPullQuote(attributes: Attributes): boolean {
  return ['pullquote', 'pull-quote', 'wp-block-pullquote'].some((name) => hasClass(attributes, name))
}

/** Whether words say nothing but what an embed shows, as our own HTML has it; no words do. */
function isNameOf(url: string, words: string): boolean {
  const { address, site } = embedTarget(url) ?? {}
  return ['', url, address, `${site ?? ''} ${address ?? ''}`].includes(words)
}

function oneLine(captions: readonly string[]): string {
  return captions.join(' ').replace(/\s+/g, ' ').trim()
}
