import type { Notes } from './notes'
import { excerpt } from './notes'

type Dropped = { readonly name: string; readonly source: string; readonly isQuiet: boolean; depth: number; words: string; length: number }

const MAX_WORDS = 400

/** An element that goes with everything in it, while it goes. What went is named, with the beginning of its words. */
export class Dropping {
  readonly #notes: Notes
  #dropped: Dropped | undefined

  constructor(notes: Notes) {
    this.#notes = notes
  }

  start(name: string, source: string, isClosed: boolean): void {
    this.#dropped = { name, source, isQuiet: false, depth: 1, words: '', length: 0 }
    if (isClosed) this.end()
  }

  /** For an element that was read already, and whose content is only for browsers that do not know it. */
  startQuietly(name: string, isClosed: boolean): void {
    if (!isClosed) this.#dropped = { name, source: '', isQuiet: true, depth: 1, words: '', length: 0 }
  }

  /** Whether the text goes. */
  text(text: string): boolean {
    const dropped = this.#dropped
    if (!dropped) return false
    dropped.length += text.length
    if (dropped.words.length < MAX_WORDS) dropped.words += text.slice(0, MAX_WORDS)
    return true
  }

  /** Whether the element goes. */
  open(name: string, isClosed: boolean): boolean {
    const dropped = this.#dropped
    if (dropped && name === dropped.name && !isClosed) dropped.depth += 1
    return dropped !== undefined
  }

  /** Whether the end tag goes. */
  close(name: string): boolean {
    const dropped = this.#dropped
    if (!dropped) return false
    if (name === dropped.name) dropped.depth -= 1
    if (dropped.depth === 0) this.end()
    return true
  }

  end(): void {
    const dropped = this.#dropped
    this.#dropped = undefined
    if (!dropped) return
    const words = excerpt(dropped.words)
    if (dropped.isQuiet && words === '') return
    const source = dropped.source === '' ? '' : ` from ${excerpt(dropped.source)}`
    const content = words === '' ? '' : `, with ${String(dropped.length)} characters: ${words}`
    const what = dropped.isQuiet ? `The inside of <${dropped.name}>` : `<${dropped.name}>${source}`
    this.#notes.add(`${what} was left out${content}`)
  }
}
