import { createScanner } from 'jsonc-parser'
import type { WireError } from '../item'
import { placeIn } from './place'

/** A token of JSON: where it is, and how it begins, which tells the kinds apart. */
type Token = { at: number; first: string; isWrong: boolean; value: string }

/** Of Microsoft's scanner, which reads JSON with comments; comments are none of JSON's tokens. */
function* tokensOf(text: string): Generator<Token> {
  const scanner = createScanner(text)
  for (;;) {
    scanner.scan()
    const at = scanner.getTokenOffset()
    const first = text.charAt(at)
    const end = at + scanner.getTokenLength()
    if (end === at) return
    if (' \t\r\n'.includes(first)) continue
    const isWord = !'"{}[],:-0123456789'.includes(first)
    const isWrong = scanner.getTokenError() !== 0 || first === '/' || text.slice(at, end) === '-' || (isWord && !['false', 'null', 'true'].includes(text.slice(at, end)))
    yield { at, first, isWrong, value: scanner.getTokenValue() }
  }
}

const EXPECTED = {
  value: 'a value',
  'value or ]': 'a value or "]"',
  key: 'a key in double quotes',
  'key or }': 'a key in double quotes or "}"',
  ':': 'a colon after the key',
  ', or end': 'a comma or the end',
} as const

type Expected = keyof typeof EXPECTED

/**
 * Where a text stops being JSON (RFC 8259), for a text that `JSON.parse` has refused: the engine's own message does not
 * always say. Nesting is kept in a list, so that no depth is too deep.
 */
export function jsonFault(text: string): WireError {
  const open: string[] = []
  let wants: Expected = 'value'
  for (const { at, first, isWrong } of tokensOf(text)) {
    const next: Expected | undefined = isWrong ? undefined : after(first, wants, open)
    if (next === undefined) return { ...placeIn(text, at), message: `This is not JSON: ${JSON.stringify(text.slice(at, at + 20))} stands where ${EXPECTED[wants]} should.` }
    wants = next
  }
  return { ...placeIn(text, text.length), message: open.length > 0 || wants !== ', or end' ? 'The JSON ends too early; send the whole file.' : 'The text is not JSON.' }
}

/** What is to come after a token; undefined for one that is not the one that was to come. */
function after(first: string, wants: Expected, open: string[]): Expected | undefined {
  const inside = open.at(-1)
  if (first === '}' || first === ']') {
    const closes = first === '}' ? inside === '{' && (wants === ', or end' || wants === 'key or }') : inside === '[' && (wants === ', or end' || wants === 'value or ]')
    if (closes) open.pop()
    return closes ? ', or end' : undefined
  }
  if (wants === 'key' || wants === 'key or }') return first === '"' ? ':' : undefined
  if (wants === ':') return first === ':' ? 'value' : undefined
  if (wants === ', or end') return first !== ',' || inside === undefined ? undefined : inside === '{' ? 'key' : 'value'
  if (first === ',' || first === ':') return undefined
  if (first !== '{' && first !== '[') return ', or end'
  open.push(first)
  return first === '{' ? 'key or }' : 'value or ]'
}

/** What can be read of an object in JSON that is broken: the texts and numbers under each of its keys. */
export type BrokenObject = ReadonlyMap<string, readonly string[]>

/** So many values of one key are kept. */
const MAX_VALUES = 20

/**
 * The objects at the top of a text that `JSON.parse` has refused, or in the array that is its top, by their tokens: what is
 * wrong between them is passed over. Of what is nested deeper, only the values right under a key are read.
 */
export function* brokenObjects(text: string): Generator<BrokenObject> {
  const reader = new BrokenReader(text.trimStart().startsWith('[') ? 2 : 1)
  for (const token of tokensOf(text)) {
    const object = reader.take(token)
    if (object) yield object
  }
  if (reader.object) yield reader.object
}

class BrokenReader {
  object: Map<string, string[]> | undefined
  readonly #open: string[] = []
  readonly #counts = { '{': 0, '[': 0 }
  /** How deep the objects are that are read. */
  readonly #depth: number
  #key: string | undefined
  #last = ''
  #before = ''

  constructor(depth: number) {
    this.#depth = depth
  }

  /** @returns the object that ends with this token, or before it */
  take({ first, value }: Token): BrokenObject | undefined {
    const before = this.#before
    this.#before = first
    if (first === '{' || first === '[') return this.#enter(first)
    if (first === '}' || first === ']') return this.#leave(first === '}' ? '{' : '[')
    if (first === ':') this.#takeKey()
    else if (first === ',' && this.#open.length === this.#depth) this.#key = undefined
    else if (first === '"' || first === '-' || (first >= '0' && first <= '9')) this.#takeValue(value, before)
    return undefined
  }

  #enter(bracket: '{' | '['): BrokenObject | undefined {
    // An object that no key is in front of is the next one: the one before it was not closed.
    const isNext = bracket === '{' && this.#open.length <= this.#depth && this.#key === undefined
    const ended = isNext ? this.object : undefined
    if (isNext) {
      while (this.#open.length >= this.#depth) this.#pop()
      while (this.#open.length < this.#depth - 1) this.#push('[')
      this.object = new Map()
    }
    this.#push(bracket)
    return ended
  }

  /** Closes what is open up to the bracket that this one closes; one that closes nothing is passed over. */
  #leave(bracket: '{' | '['): BrokenObject | undefined {
    if (this.#counts[bracket] === 0) return undefined
    while (this.#pop() !== bracket);
    if (this.#open.length <= this.#depth) this.#key = undefined
    if (this.#open.length >= this.#depth) return undefined
    const ended = this.object
    this.object = undefined
    return ended
  }

  /** What is in front of a colon is a key. In a list there is none: the list was not closed. */
  #takeKey(): void {
    if (this.#open.length === this.#depth + 1 && this.#open.at(-1) === '[') this.#pop()
    if (this.#open.length !== this.#depth) return
    if (this.#key !== undefined) this.object?.get(this.#key)?.pop()
    this.#key = this.#last
  }

  #takeValue(value: string, before: string): void {
    this.#last = value
    const isNested = this.#open.length === this.#depth + 1 && (before === ':' || this.#open.at(-1) === '[')
    if (!this.object || this.#key === undefined || (this.#open.length !== this.#depth && !isNested)) return
    const values = this.object.get(this.#key) ?? []
    if (values.length === MAX_VALUES) values.pop()
    values.push(value)
    this.object.set(this.#key, values)
  }

  #push(bracket: '{' | '['): void {
    this.#open.push(bracket)
    this.#counts[bracket] += 1
  }

  #pop(): string | undefined {
    const bracket = this.#open.pop()
    if (bracket === '{' || bracket === '[') this.#counts[bracket] -= 1
    return bracket
  }
}

/** The text with a blank for each line break in a string, which should be written as `\\n`. Places in it stay the same. */
export function withoutRawBreaks(text: string): string {
  let isInString = false
  return text.replace(/\\[^]|["\r\n]/g, (found) => {
    if (found === '"') isInString = !isInString
    return isInString && (found === '\n' || found === '\r') ? ' ' : found
  })
}

/**
 * The source of each element of an array in a JSON text, character for character without the blanks around it: of the
 * array that is the whole text, or of the first one right under one of the keys of the object that is.
 *
 * @param text sound JSON
 */
export function* jsonPieces(text: string, keys: readonly string[] = []): Generator<string> {
  const wanted = text.trimStart().startsWith('[') ? 1 : 2
  let depth = 0
  let start = -1
  let key = ''
  for (const { at, first, value } of tokensOf(text)) {
    if (first === '[' || first === '{') {
      depth += 1
      if (start < 0 && depth === wanted && first === '[' && (wanted === 1 || keys.includes(key))) start = at + 1
    } else if (first === ']' || first === '}') {
      depth -= 1
      if (start < 0 || depth !== wanted - 1) continue
      const piece = text.slice(start, at).trim()
      if (piece !== '') yield piece
      return
    } else if (first === ',' && start >= 0 && depth === wanted) {
      yield text.slice(start, at).trim()
      start = at + 1
    } else if (first === '"' && depth === 1 && start < 0) key = value
  }
}
