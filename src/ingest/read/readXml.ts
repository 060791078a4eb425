import type { SourceMapEntry, ItemResult, WireError } from '../item'
import { readAtomEntry, readDeletedEntry, readRssItem } from './feed'
import { emptyHead, readHeadElement } from './feedHead'
import type { FeedHead } from './feedHead'
import { doubtfulWithdrawalOf, withdrawalOf } from './takenBack'
import { languageTag } from './values'
import { readWxrItem } from './wxr'
import { readBrokenXml } from './xml/broken'
import { EncodingFault, decodeXml } from './xml/decode'
import type { XmlElement } from './xml/element'
import { XmlFault } from './xml/fault'
import { knownName, scopeWithin } from './xml/namespaces'
import type { Scope } from './xml/namespaces'
import { XmlScanner } from './xml/scanner'

/** An item of more characters is refused: one item at a time is in memory. */
const MAX_ITEM = 32_000_000
/** What is beside the items is told in pieces of so many entries. */
const HEAD_ENTRIES = 1_000

const READERS = { rss: readRssItem, atom: readAtomEntry, wxr: readWxrItem } as const
/** An entry that its feed takes back (RFC 6721). */
const DELETED = 'at:deleted-entry'
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/**
 * Reads an RSS, Atom or WordPress export as it comes in, one item at a time. What is beside the items comes as
 * results without an item. XML that breaks off, is malformed or in another encoding than it says ends the reading with a
 * fault that says where; the items before it have been read by then. From the fault on, only withdrawals are looked for, and
 * an editor has to decide on them.
 */
export async function* readXml(chunks: AsyncIterable<string | Uint8Array>, encoding?: string): AsyncGenerator<ItemResult> {
  const assembly = new Assembly()
  const scanner = new XmlScanner(assembly)
  const texts = decodeXml(chunks, encoding)
  try {
    // "for await" would close the generator when the scanner throws.
    for (let text = await texts.next(); text.done !== true; text = await texts.next()) {
      if (text.value instanceof EncodingFault) throw text.value
      scanner.write(text.value)
      yield* assembly.take()
    }
    scanner.end()
    yield* assembly.take(true)
  } catch (error) {
    if (!(error instanceof XmlFault) && !(error instanceof EncodingFault)) throw error
    yield* assembly.take(true)
    const place = error instanceof XmlFault ? { line: error.line, column: error.column } : {}
    const at = assembly.path.slice(0, 200)
    const fault = { ...place, path: at, message: error.message }
    yield* assembly.takeKills(await restOf(scanner.unread(), texts), fault)
    yield { ok: false, errors: [fault], account: [{ at, to: 'left-out', why: 'the file cannot be read from here on' }] }
  } finally {
    await texts.return(undefined)
  }
}

/** The rest of a file after a fault, up to `MAX_ITEM` characters. */
async function restOf(beginning: string, texts: AsyncGenerator<string | EncodingFault>): Promise<string> {
  const parts = [beginning]
  for (let size = beginning.length; size < MAX_ITEM; ) {
    const text = await texts.next()
    if (text.done === true) break
    if (text.value instanceof EncodingFault) continue
    parts.push(text.value)
    size += text.value.length
  }
  return parts.join('')
}

/** Puts the elements of each item together, and hands it to the reader of its format. */
class Assembly {
  readonly #results: ItemResult[] = []
  readonly #labels: string[] = []
  readonly #scopes: Scope[] = [new Map()]
  readonly #counts = new Map<string, number>()
  #headAccount: SourceMapEntry[] = []
  #head: FeedHead | undefined
  /** The element that is being put together: an item, or one beside the items. */
  #element: XmlElement | undefined
  #elementPath = ''
  #size = 0
  #hasForbidden = false
  /** What is read is not well-formed. */
  #isBroken = false
  /** Words beside the items are going by, and have been named. */
  #isStray = false

  get path(): string {
    return this.#elementPath === '' ? this.#labels.join('/') || '(the beginning)' : this.#elementPath
  }

  /** What is ready by now; at the end also what was said beside the items. */
  *take(isEnd = false): Generator<ItemResult> {
    if (isEnd || this.#headAccount.length >= HEAD_ENTRIES) this.#endHead()
    yield* this.#results.splice(0)
  }

  /** Finds the items that withdraw a story in text that is not well-formed; each carries the fault, so that an editor decides. */
  *takeKills(text: string, fault: WireError): Generator<ItemResult> {
    const depth = this.#labels[1]?.endsWith('channel') ? 2 : 1
    this.#labels.splice(depth)
    this.#scopes.splice(depth + 1)
    this.#element = undefined
    this.#isBroken = true
    readBrokenXml(text, this)
    for (const result of this.take(true)) {
      const withdrawal = result.ok && result.item && withdrawalOf(result.item, [])
      const item = withdrawal && doubtfulWithdrawalOf(withdrawal, [fault])
      if (item) yield { ok: true, item, account: [], notes: [] }
    }
  }

  open(label: string, attributes: ReadonlyMap<string, string>): boolean {
    this.#isStray = false
    const scope = scopeWithin(this.#scopes.at(-1) ?? new Map(), attributes)
    const name = knownName(label, scope)
    this.#scopes.push(scope)
    this.#labels.push(label)
    this.#size += label.length + 32
    for (const [key, value] of attributes) this.#size += key.length + value.length
    if (this.#isBroken ? this.#beginsFeed(name) : this.#labels.length === 1) {
      this.#head = headOf(name, scope, languageTag(attributes.get('xml:lang') ?? ''))
      const base = attributes.get('xml:base')
      if (base !== undefined && URL.canParse(base)) this.#head.base = base
      // An Atom document may be a single entry (RFC 4287, section 2).
      if (name !== 'atom:entry' && name !== DELETED) return false
    }
    const isContainer = name === 'channel' && (this.#isBroken || this.#labels.length === 2)
    if (this.#isBroken && isContainer) this.#head ??= emptyHead('rss')
    if (!this.#head || (isContainer && this.#head.format !== 'atom')) return false
    if (this.#element) {
      const child: XmlElement = { name: this.#atomName(name), label, attributes, children: [], parent: this.#element }
      if (this.#size <= MAX_ITEM) this.#element.children.push(child)
      this.#element = child
      return false
    }
    this.#size = 0
    this.#element = { name: this.#atomName(name), label, attributes, children: [] }
    this.#elementPath = this.#pathOf(label, this.#labels.slice(0, -1))
    return isItem(this.#element)
  }

  /** In XML that is not well-formed a feed may begin anywhere. */
  #beginsFeed(name: string): boolean {
    return ['rss', 'rdf:RDF', 'atom:feed', 'feed'].includes(name) || (name === DELETED && !this.#head)
  }

  text(source: string): void {
    const text = source.replace(FORBIDDEN, '')
    if (text.length < source.length) this.#hasForbidden = true
    this.#size += text.length
    if (this.#element && this.#size <= MAX_ITEM) this.#element.children.push(text)
    else if (!this.#element && !this.#isStray && text.trim() !== '') {
      this.#isStray = true
      this.#headAccount.push({ at: this.#pathOf('text()', this.#labels), to: 'left-out', why: 'words between the elements' })
    }
  }

  close(_label: string, source: string | undefined): void {
    this.#isStray = false
    this.#labels.pop()
    this.#scopes.pop()
    const element = this.#element
    if (!element) return
    this.#element = element.parent
    if (element.parent) return
    const path = this.#elementPath
    this.#elementPath = ''
    this.#end(element, path, source)
  }

  #end(element: XmlElement, path: string, source: string | undefined): void {
    const head = this.#head
    if (!head) return
    if (!isItem(element)) {
      if (element.name === 'wp:wxr_version') this.#head = { ...head, format: 'wxr' }
      this.#headAccount.push(readHeadElement(head, element, path))
      return
    }
    this.#endHead()
    const read = this.#size > MAX_ITEM ? tooLarge(path) : (element.name === DELETED ? readDeletedEntry : READERS[head.format])(element, path, head)
    const result = read.ok && read.item && source !== undefined ? { ...read, source } : read
    if (this.#hasForbidden && result.ok) {
      this.#results.push({ ...result, notes: [...result.notes, 'Control characters that XML forbids were left out.'] })
    } else this.#results.push(result)
    this.#hasForbidden = false
  }

  #endHead(): void {
    if (this.#headAccount.length === 0) return
    this.#results.push({ ok: true, item: undefined, account: this.#headAccount, notes: [] })
    this.#headAccount = []
  }

  /** Some Atom feeds forget the namespace. */
  #atomName(name: string): string {
    return this.#head?.format === 'atom' && !name.includes(':') ? `atom:${name}` : name
  }

  /** `channel/item[3]`, `feed/entry[1]`: items are numbered, and what is beside them from the second of a name on. */
  #pathOf(label: string, around: readonly string[]): string {
    const above = around[0] === 'rss' && around.length > 1 ? around.slice(1) : around
    const path = [...above, label].join('/')
    const count = (this.#counts.get(path) ?? 0) + 1
    this.#counts.set(path, count)
    return count > 1 || /(?:^|\/)(?:[\w.-]+:)?(?:item|(?:deleted-)?entry)$/.test(path) ? `${path}[${String(count)}]` : path
  }
}

function isItem({ name }: XmlElement): boolean {
  return name === 'item' || name === 'atom:entry' || name === DELETED
}

/** @throws XmlFault for a root element that begins no feed */
function headOf(name: string, scope: Scope, language: string | undefined): FeedHead {
  const said = language === undefined ? {} : { language }
  if (name === 'rss' || name === 'rdf:RDF') return { ...emptyHead([...scope.values()].includes('wp') ? 'wxr' : 'rss'), ...said }
  if (['atom:feed', 'feed', 'atom:entry', DELETED].includes(name)) return { ...emptyHead('atom'), ...said }
  throw new XmlFault(`<${name.slice(0, 60)}> begins no RSS, Atom or WordPress file.`, { line: 1, column: 1 })
}

function tooLarge(path: string): ItemResult {
  const message = `The item has more than ${String(MAX_ITEM)} characters; cut it into several.`
  return { ok: false, errors: [{ path, message }], account: [{ at: path, to: 'left-out', why: 'it is too large' }] }
}
