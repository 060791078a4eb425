import type { RichBuilder } from './builder'
import type { Figures } from './figures'
import { socialQuote } from './social'
import { embedUrl } from './urls'

/** Other sites' posts, which come as a quote: their words become the caption of an embed at the post's address. */
export class Posts {
  readonly #builder: RichBuilder
  readonly #figures: Figures
  #post: { url?: string } | undefined

  constructor(builder: RichBuilder, figures: Figures) {
    this.#builder = builder
    this.#figures = figures
  }

  /** What is to be done at the end of the quote; undefined when it is no other site's post. */
  enter(attributes: ReadonlyMap<string, string>): (() => void) | undefined {
    const post = this.#post ? undefined : socialQuote(attributes)
    if (!post) return undefined
    this.#post = { ...post }
    this.#builder.boundary()
    this.#builder.startCapture()
    return () => { this.#leave() }
  }

  /** The last link in a post is the one to the post itself, where the quote does not say it. */
  takeLink(href: string): boolean {
    if (!this.#post) return false
    this.#post.url = embedUrl(href) ?? this.#post.url
    return true
  }

  #leave(): void {
    const words = this.#builder.endCapture()
    const url = this.#post?.url
    this.#post = undefined
    if (url !== undefined) {
      this.#figures.embed(url, words)
      return
    }
    this.#builder.openQuote()
    this.#builder.paragraphs(words)
    this.#builder.closeQuote()
  }
}
