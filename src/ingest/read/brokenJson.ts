import { tokensOf } from './jsonText'
import type { Token } from './jsonText'

/** What can be read of an object in JSON that is broken: the texts and numbers under each of its keys. */
export type BrokenObject = ReadonlyMap<string, readonly string[]>

/** So many values of one key are kept. */
const MAX_VALUES = 20

/**
 * Reads the objects of a text that `JSON.parse` refuses, token by token, and skips what is wrong between them. Of nested
 * values, it reads only those directly under a key.
 *
 * @param keys if the text is an object with an array under one of these keys, the objects in that array are read; otherwise
 *   those at the top level, or in the array at the top level
 */
export function* brokenObjects(text: string, keys: readonly string[]): Generator<BrokenObject> {
  const list = listIn(text, keys)
  const reader = new BrokenReader(list === undefined ? 1 : 2)
  for (const token of tokensOf(text.slice(list))) {
    const object = reader.take(token)
    if (object) yield object
  }
  if (reader.object) yield reader.object
}

/** The index of the "[" of that array; undefined if there is none. */
function listIn(text: string, keys: readonly string[]): number | undefined {
  let depth = 0
  let key = ''
  for (const { at, first, value } of tokensOf(text)) {
    if (first === '[' && (depth === 0 || (depth === 1 && keys.includes(key)))) return at
    if (first === '{' || first === '[') depth += 1
    else if (first === '}' || first === ']') depth -= 1
    if (first === '"') key = value
    else if (first !== ':') key = ''
  }
  return undefined
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
