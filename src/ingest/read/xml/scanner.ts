import { XmlFault } from './fault'
import { expandReferences, parseStartTag, tagEnd } from './markup'

export type XmlHandler = {
  /** Says whether the source of the element is wanted when it is closed; of one within it, it cannot be. */
  readonly open: (name: string, attributes: ReadonlyMap<string, string>) => boolean
  readonly text: (text: string) => void
  /** With the source of the element, its tags included, if it was wanted and is not too long. */
  readonly close: (name: string, source: string | undefined) => void
}

/** No feed nests deeper; what does is an attack on whatever recurses. */
const MAX_DEPTH = 256
const MAX_TAG = 262_144
const MAX_REFERENCE = 64
/** The source of an element is kept up to so many characters. */
const MAX_KEPT = 32_000_000

/** The depth of what is no element. */
const NO_DEPTH = -1

const UNTIL = { comment: '-->', instruction: '?>', cdata: ']]>' } as const
const DECLARATIONS = ['<!--', '<![CDATA[', '<!DOCTYPE']

/**
 * A strict XML 1.0 scanner for streams: it keeps no more of the text than the tag it is in. It checks that the document
 * is well-formed, and knows no DTD: a document type with declarations of its own is refused, so that nothing is fetched
 * and nothing expands.
 *
 * @see https://www.w3.org/TR/xml/
 */
export class XmlScanner {
  readonly #handler: XmlHandler
  readonly #open: string[] = []
  #buffer = ''
  /** How far the buffer has been read. */
  #at = 0
  #mode: 'markup' | keyof typeof UNTIL = 'markup'
  #line = 1
  #column = 1
  #hasRoot = false
  /** The source that is wanted of an element, or of a comment and the like: what has left the buffer, where in the buffer the rest begins, and its depth. */
  #kept: { text: string; from: number; depth: number } | undefined

  constructor(handler: XmlHandler) {
    this.#handler = handler
  }

  /** @throws XmlFault */
  write(text: string): void {
    const isStart = this.#line === 1 && this.#column === 1 && this.#buffer === ''
    this.#buffer += isStart && text.startsWith('\ufeff') ? text.slice(1) : text
    this.#read(false)
  }

  /** @throws XmlFault */
  end(): void {
    this.#read(true)
    const open = this.#open.at(-1)
    if (this.#mode !== 'markup' || this.#buffer !== '') throw this.#fault(0, 'The file ends inside a tag, a comment or a CDATA section; send the whole file.')
    if (open !== undefined) throw this.#fault(0, `The file ends before </${open}>; send the whole file.`)
    if (!this.#hasRoot) throw this.#fault(0, 'The file holds no XML element.')
  }

  /** After a fault: the source of the element that `open` wanted, or of what does not end, or else everything from the fault on. */
  unread(): string {
    return this.#kept ? this.#kept.text + this.#buffer.slice(this.#kept.from) : this.#buffer.slice(this.#at)
  }

  #read(isEnd: boolean): void {
    for (this.#at = 0; ; ) {
      const next = this.#step(this.#at, isEnd)
      if (next <= this.#at) break
      this.#at = next
    }
    const at = this.#at
    const place = this.#placeAt(at)
    this.#line = place.line
    this.#column = place.column
    if (this.#kept) {
      const { depth, from, text } = this.#kept
      this.#kept = text.length > MAX_KEPT ? undefined : { text: text + this.#buffer.slice(from, at), from: 0, depth }
    }
    this.#buffer = this.#buffer.slice(at)
    this.#at = 0
  }

  /** Reads one piece of markup or text from a place on, and says where the next one begins: here, when more must come. */
  #step(at: number, isEnd: boolean): number {
    if (at >= this.#buffer.length) return at
    if (this.#mode !== 'markup') return this.#skip(at, this.#mode)
    const tag = this.#buffer.indexOf('<', at)
    if (tag !== at) return this.#text(at, tag < 0 ? this.#textEnd(at, isEnd) : tag)
    if (this.#buffer.startsWith('<!', at)) return this.#declaration(at, isEnd)
    if (this.#buffer.startsWith('<?', at)) return this.#enter('instruction', at, at + 2)
    return this.#tag(at)
  }

  /** A reference or a line end may go on in the next piece. */
  #textEnd(at: number, isEnd: boolean): number {
    const end = this.#buffer.length
    if (isEnd) return end
    const reference = this.#buffer.lastIndexOf('&')
    if (reference >= at && end - reference < MAX_REFERENCE && !this.#buffer.includes(';', reference)) return reference
    return this.#buffer.endsWith('\r') ? end - 1 : end
  }

  #text(at: number, end: number): number {
    if (end <= at) return at
    const source = this.#buffer.slice(at, end)
    if (this.#open.length === 0) {
      if (source.trim() === '') return end
      throw this.#fault(at, this.#hasRoot ? 'Text stands after the last element.' : 'Text stands before the first element; an XML file begins with "<".')
    }
    const text = expandReferences(source)
    if (typeof text !== 'string') throw this.#fault(at + text.at, text.message)
    this.#emit(text)
    return end
  }

  #emit(text: string): void {
    if (text !== '') this.#handler.text(text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text)
  }

  /** What begins here may never end: its source is kept until it does. */
  #enter(mode: keyof typeof UNTIL, at: number, next: number): number {
    this.#mode = mode
    this.#kept ??= { text: '', from: at, depth: NO_DEPTH }
    return next
  }

  #skip(at: number, mode: keyof typeof UNTIL): number {
    const close = UNTIL[mode]
    const found = this.#buffer.indexOf(close, at)
    // What might be the beginning of the close, or of a line end, stays for the next piece.
    let end = found < 0 ? Math.max(at, this.#buffer.length - close.length + 1) : found
    if (found < 0 && end > at && this.#buffer.charAt(end - 1) === '\r') end -= 1
    if (mode === 'cdata') this.#emit(this.#buffer.slice(at, end))
    if (found < 0) return end
    this.#mode = 'markup'
    if (this.#kept?.depth === NO_DEPTH) this.#kept = undefined
    return found + close.length
  }

  #declaration(at: number, isEnd: boolean): number {
    const rest = this.#buffer.slice(at, at + 9)
    if (rest.startsWith('<!--')) return this.#enter('comment', at, at + 4)
    if (rest === '<![CDATA[' && this.#open.length > 0) return this.#enter('cdata', at, at + 9)
    if (!isEnd && DECLARATIONS.some((each) => each.startsWith(rest))) {
      if (rest !== '<!DOCTYPE') return at
      return this.#documentType(at)
    }
    if (rest === '<!DOCTYPE') return this.#documentType(at)
    throw this.#fault(at, 'This declaration is not XML; a comment is written <!-- so -->.')
  }

  #documentType(at: number): number {
    const end = this.#buffer.indexOf('>', at)
    const subset = this.#buffer.indexOf('[', at)
    if (subset >= 0 && (end < 0 || subset < end)) {
      throw this.#fault(at, 'The document type declares entities or elements of its own, which is refused; remove <!DOCTYPE … [ … ]> from the file.')
    }
    if (end < 0 && this.#buffer.length - at > MAX_TAG) throw this.#fault(at, 'The document type does not end.')
    if (this.#hasRoot) throw this.#fault(at, 'A document type stands before the first element or nowhere.')
    return end < 0 ? at : end + 1
  }

  #tag(at: number): number {
    const end = tagEnd(this.#buffer, at)
    if (typeof end !== 'number') throw this.#fault(end.at, end.message)
    if (end < 0) {
      if (this.#buffer.length - at > MAX_TAG) throw this.#fault(at, 'This tag does not end; a quote or a ">" is missing.')
      return at
    }
    if (this.#buffer.startsWith('</', at)) this.#endTag(this.#buffer.slice(at + 2, end).trimEnd(), at, end + 1)
    else this.#startTag(at, end + 1)
    return end + 1
  }

  #startTag(at: number, end: number): void {
    const tag = parseStartTag(this.#buffer, at)
    if ('message' in tag) throw this.#fault(tag.at, tag.message)
    if (this.#open.length === 0 && this.#hasRoot) throw this.#fault(at, `A second element <${tag.name}> stands after the first; XML has one around everything.`)
    if (this.#open.length >= MAX_DEPTH) throw this.#fault(at, `Elements are nested more than ${String(MAX_DEPTH)} deep.`)
    this.#hasRoot = true
    const isWanted = this.#handler.open(tag.name, tag.attributes)
    if (isWanted && !this.#kept) this.#kept = { text: '', from: at, depth: this.#open.length }
    if (tag.isEmpty) this.#close(tag.name, end)
    else this.#open.push(tag.name)
  }

  #endTag(name: string, at: number, end: number): void {
    const open = this.#open.pop()
    if (open !== name) throw this.#fault(at, open === undefined ? `</${name.slice(0, 60)}> ends nothing.` : `</${name.slice(0, 60)}> stands where </${open}> should.`)
    this.#close(name, end)
  }

  /** Tells of the end of the element that was opened at the depth that is now left. */
  #close(name: string, end: number): void {
    const isKept = this.#kept?.depth === this.#open.length
    const source = this.#kept && isKept ? this.#kept.text + this.#buffer.slice(this.#kept.from, end) : undefined
    if (isKept) this.#kept = undefined
    this.#handler.close(name, source)
  }

  #fault(at: number, message: string): XmlFault {
    return new XmlFault(message, this.#placeAt(at))
  }

  /** The place of an index of the buffer, whose own beginning is at the line and column kept. */
  #placeAt(at: number): { line: number; column: number } {
    let line = this.#line
    let start = 1 - this.#column
    for (let feed = this.#buffer.indexOf('\n'); feed >= 0 && feed < at; feed = this.#buffer.indexOf('\n', feed + 1)) {
      line += 1
      start = feed + 1
    }
    return { line, column: at - start + 1 }
  }
}
