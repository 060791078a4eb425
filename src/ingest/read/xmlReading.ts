import type { SourceMapEntry, ItemResult, WireError, WireItem } from '../item'
import { htmlToText } from '../lexical'
import { parseWireDate } from './date'
import { notesOf, withdrawalOf } from './takenBack'
import { ElementClaims, elementsOf, ownText } from './xml/element'
import type { XmlElement } from './xml/element'

/** One item of a feed while it is read. */
export class XmlReading {
  readonly claims = new ElementClaims()
  readonly errors: WireError[] = []
  readonly notes: string[] = []
  readonly item: XmlElement
  readonly path: string
  readonly #children: readonly XmlElement[]

  constructor(item: XmlElement, path: string) {
    this.item = item
    this.path = path
    this.#children = elementsOf(item)
  }

  all(...names: string[]): XmlElement[] {
    return this.#children.filter(({ name }) => names.includes(name))
  }

  /** The first element with text under the first of these names that has one. */
  first(...names: string[]): XmlElement | undefined {
    for (const name of names) {
      const found = this.#children.find((element) => element.name === name && ownText(element) !== undefined)
      if (found) return found
    }
    return undefined
  }

  /** The words of an element as one line, claimed. Feeds put HTML where they should put text, so tags are taken off. */
  line(to: string, ...names: string[]): string | undefined {
    const element = this.first(...names)
    if (!element) return undefined
    this.claims.take(element, to)
    return lineOf(ownText(element) ?? '')
  }

  text(to: string, ...names: string[]): string | undefined {
    const element = this.first(...names)
    this.claims.take(element, to)
    return ownText(element)
  }

  /** @param timeZone the zone that the element's name says, else a date without one is in the newsroom's, with a note */
  date(to: string, element: XmlElement | undefined, timeZone?: string): string | undefined {
    const text = ownText(element)
    if (text === undefined) return undefined
    this.claims.take(element, to)
    const date = parseWireDate(text, timeZone)
    if (!date.ok) {
      this.errors.push({ path: `${this.path}/${element?.label ?? ''}`, message: date.message })
      return undefined
    }
    if (date.note !== undefined && timeZone === undefined) this.notes.push(date.note)
    return date.iso
  }

  account(): SourceMapEntry[] {
    return this.claims.account(this.item, this.path)
  }

  result(item: WireItem): ItemResult {
    const account = this.account()
    if (this.errors.length === 0) return { ok: true, item, account, notes: this.notes }
    const withdrawal = withdrawalOf(item, this.errors)
    if (withdrawal) return { ok: true, item: withdrawal, account, notes: [...this.notes, ...notesOf(this.errors)] }
    return { ok: false, errors: this.errors, account }
  }
}

/** Words as one line, without the tags and references of HTML where there are any. */
export function lineOf(text: string): string | undefined {
  const hasMarkup = /&(?:#\d+|#x[\da-f]+|[a-z]\w{1,30});|<\/?(?:a|b|br|em|i|p|span|strong|sub|sup|u)\b/i.test(text)
  const line = (hasMarkup ? htmlToText(text) : text).replace(/\s+/g, ' ').trim()
  return line === '' ? undefined : line
}
