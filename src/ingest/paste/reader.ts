import { linkUrl } from '../lexical/urls'
import type { TagHandler } from '../lexical/tokens'
import type { Gathering } from './gathering'
import { isLeftOut, MARKS, meaningOf, VOID } from './elements'
import { clampLevel, readStyle } from './style'

/** What holds inside an element; handed down to what is in it. */
type Inside = {
  readonly name: string
  readonly bold: boolean
  readonly italic: boolean
  readonly href: string | undefined
  readonly isDropped: boolean
  readonly isMarker: boolean
  readonly isPre: boolean
  /** Blanks that the source only made unbreakable to keep several of them. */
  readonly isLoose: boolean
  readonly list: { readonly level: number; readonly isOrdered: boolean; next: number | undefined } | undefined
  readonly leave: (() => void) | undefined
}

const OUTSIDE: Inside = {
  name: '',
  bold: false,
  italic: false,
  href: undefined,
  isDropped: false,
  isMarker: false,
  isPre: false,
  isLoose: false,
  list: undefined,
  leave: undefined,
}

/**
 * Reads pasted HTML into a {@link Gathering}: words, their look as far as the news editor has it, and checked addresses;
 * nothing else of the source passes. The time is linear in the length, whatever the nesting.
 */
export class PasteReader implements TagHandler {
  readonly #gathering: Gathering
  readonly #open: Inside[] = []
  /** How many elements of a name are open: an end tag without one must not search them all. */
  readonly #counts = new Map<string, number>()

  constructor(gathering: Gathering) {
    this.#gathering = gathering
  }

  text(text: string): void {
    const { bold, href, isDropped, isLoose, isMarker, isPre, italic } = this.#inside()
    if (isDropped) return
    if (isMarker && this.#gathering.marker(text)) return
    const look = { bold, italic, href }
    if (!isPre) this.#gathering.words(collapsed(text, isLoose ? BLANKS_AND_HARD_BLANKS : BLANKS), look)
    else
      text.split(/\r\n?|\n/).forEach((line, index) => {
        if (index > 0) this.#gathering.lineBreak()
        this.#gathering.words(line.replaceAll('\t', ' '), look)
      })
  }

  /** Word puts the marker of an item between conditional comments. */
  comment(text: string): void {
    if (/^!?\s*\[if !supportlists\]/i.test(text)) this.#gathering.startMarker()
    else if (/\[endif\]/i.test(text)) this.#gathering.endMarker()
  }

  unfinished(): void {
    // What breaks off inside a tag is no words.
  }

  open(name: string, attributes: ReadonlyMap<string, string>, selfClosing: boolean): void {
    const outer = this.#inside()
    if (name === 'br') {
      if (!outer.isDropped) this.#gathering.lineBreak()
      return
    }
    if (VOID.has(name) || selfClosing) return
    const inside = outer.isDropped || isLeftOut(name, attributes) ? { ...outer, name, isDropped: true, leave: undefined } : this.#enter(outer, name, attributes)
    this.#open.push(inside)
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1)
  }

  close(name: string): void {
    if ((this.#counts.get(name) ?? 0) === 0) return
    for (let last = this.#open.pop(); last; last = this.#open.pop()) {
      this.#counts.set(last.name, (this.#counts.get(last.name) ?? 1) - 1)
      last.leave?.()
      if (last.name === name) return
    }
  }

  /** Closes what the source left open. */
  end(): void {
    for (let last = this.#open.pop(); last; last = this.#open.pop()) last.leave?.()
    this.#gathering.boundary()
  }

  #inside(): Inside {
    return this.#open.at(-1) ?? OUTSIDE
  }

  #enter(outer: Inside, name: string, attributes: ReadonlyMap<string, string>): Inside {
    const style = readStyle(attributes.get('style'))
    const mark = MARKS.get(name)
    const inside = {
      ...outer,
      name,
      bold: style.bold ?? (mark === 'bold' || outer.bold),
      italic: style.italic ?? (mark === 'italic' || outer.italic),
      isMarker: outer.isMarker || style.list === 'marker',
      isLoose: outer.isLoose || style.isLoose || attributes.get('class') === 'Apple-converted-space',
      leave: undefined,
    }
    if (style.isHidden) return { ...inside, isDropped: true }
    const gathering = this.#gathering
    const meaning = meaningOf(name, attributes)
    switch (meaning) {
      case 'link':
        return { ...inside, href: linkOf(attributes.get('href')) }
      case 'ul':
      case 'ol': {
        gathering.boundary()
        const start = Number(attributes.get('start') ?? 1)
        const next = meaning === 'ol' && Number.isSafeInteger(start) && start >= 0 ? start : undefined
        return { ...inside, list: { level: clampLevel((outer.list?.level ?? 0) + 1), isOrdered: meaning === 'ol', next }, leave: () => { gathering.boundary() } }
      }
      case 'item': {
        const { isOrdered, level, next } = outer.list ?? { isOrdered: false, level: 1, next: undefined }
        if (outer.list) outer.list.next = undefined
        const told = Math.max(level, clampLevel(Number(attributes.get('data-aria-level') ?? attributes.get('aria-level') ?? level)))
        return { ...inside, leave: gathering.openItem({ level: told, isOrdered, number: next }) }
      }
      case 'row':
        return { ...inside, leave: gathering.openRow() }
      case 'cell':
        return { ...inside, leave: gathering.openCell() }
      case 'pre':
        gathering.boundary()
        return { ...inside, isPre: true, leave: () => { gathering.boundary() } }
      case 'h2':
      case 'h3':
      case 'quote':
        return { ...inside, leave: gathering.openKind(meaning) }
      case 'block':
        return { ...inside, leave: gathering.openBlock(typeof style.list === 'object' ? style.list.level : undefined) }
      case undefined:
        return inside
    }
  }
}

/** Where a link leads, out of the detour over Google's redirect that Docs puts before it; undefined where none may lead. */
function linkOf(href: string | undefined): string | undefined {
  const url = href === undefined ? undefined : linkUrl(href)
  if (url === undefined || !/^https:\/\/www\.google\.[a-z.]+\/url\?/.test(url)) return url
  return linkUrl(new URL(url).searchParams.get('q') ?? '') ?? url
}

const BLANKS = '\t\n\r\f '
const BLANKS_AND_HARD_BLANKS = `${BLANKS}\u00a0`

/** The text with each run of blanks made one space. */
function collapsed(text: string, blanks: string): string {
  const words: string[] = []
  let start = 0
  for (let at = 0; at <= text.length; at += 1) {
    if (at < text.length && !blanks.includes(text.charAt(at))) continue
    if (at > start || words.length === 0 || at === text.length) words.push(text.slice(start, at))
    start = at + 1
  }
  return words.join(' ')
}
