/** What is nested deeper in a value is left out. */
const MAX_DEPTH = 32

/** Quotation marks that begin a text, and those that may end it. */
const CLOSERS: ReadonlyMap<string, string> = new Map([['"', '"'], ['“', '“”"'], ['”', '“”"'], ['„', '“”"'], ["'", "'"], ['‘', "‘’'"], ['’', "‘’'"], ['‚', "‘’'"]])
const QUOTES = '"“”„\'‘’‚'
/** A comment, a bracket or another mark, or a word without quotation marks, which may have a colon in it. */
const TOKEN = new RegExp(`//[^\\n\\r]*|/\\*[^]*?\\*/|[{}[\\],:]|[^\\s{}[\\],:${QUOTES}][^\\s{}[\\],:"]*(?::[^\\s{}[\\],:${QUOTES}][^\\s{}[\\],:"]*)*`, 'uy')

/** A word of a text: with or without quotation marks. */
type Word = { readonly text: string; readonly isBare: boolean }
type Token = Word | '{' | '}' | '[' | ']' | ',' | ':'

/** A list or an object that is not closed yet. */
type Frame = { readonly list: unknown[] | undefined; readonly members: Map<string, unknown>; key: string | undefined; words: Word[] }

/**
 * The values of a text that `JSON.parse` refuses, as far as they can be told, in linear time and whatever their depth. Commas
 * may be too many or too few, colons and brackets may be missing, and keys and texts may be in any quotation marks or in none. A
 * key that stands twice has both values.
 */
export function brokenValues(text: string): unknown[] {
  const reader = new BrokenReader()
  for (const token of tokensOf(text)) reader.take(token)
  return reader.end()
}

function* tokensOf(text: string): Generator<Token> {
  const unclosed = new Set<string>()
  const lastComment = text.lastIndexOf('*/')
  for (let at = 0; at < text.length; ) {
    const first = text.charAt(at)
    const closers = CLOSERS.get(first)
    if (closers !== undefined) {
      const end = unclosed.has(first) ? -1 : closeOf(text, at + 1, closers)
      if (end < 0) unclosed.add(first)
      const stop = end < 0 ? lineEnd(text, at) : end
      yield { text: unescaped(text.slice(at + 1, stop)), isBare: false }
      at = end < 0 ? stop : end + 1
      continue
    }
    TOKEN.lastIndex = at
    const token = (first === '/' && text.startsWith('/*', at) && lastComment < at + 2) ? undefined : TOKEN.exec(text)?.[0]
    at += token?.length ?? 1
    if (token === undefined || token.startsWith('//') || token.startsWith('/*')) continue
    yield token === '{' || token === '}' || token === '[' || token === ']' || token === ',' || token === ':' ? token : { text: token, isBare: true }
  }
}

/** Where a text ends: at a quotation mark with something behind it that may follow a text, or -1. Any other is part of the text. */
function closeOf(text: string, from: number, closers: string): number {
  const mark = new RegExp(`\\\\[^]|[${closers}]`, 'g')
  const behind = new RegExp(`\\s*(?:[,:}\\]${QUOTES}]|$)`, 'y')
  mark.lastIndex = from
  for (let found = mark.exec(text); found; found = mark.exec(text)) {
    behind.lastIndex = mark.lastIndex
    if (!found[0].startsWith('\\') && behind.test(text)) return found.index
  }
  return -1
}

function lineEnd(text: string, from: number): number {
  const end = /[\r\n]|$/g
  end.lastIndex = from
  return end.exec(text)?.index ?? text.length
}

const ESCAPES: ReadonlyMap<string, string> = new Map([['n', '\n'], ['r', '\r'], ['t', '\t'], ['b', '\b'], ['f', '\f']])

function unescaped(text: string): string {
  return text.replace(/\\(?:u([\da-f]{4})|([^]))/gi, (_, code?: string, letter = '') => (code === undefined ? (ESCAPES.get(letter) ?? letter) : String.fromCharCode(parseInt(code, 16))))
}

class BrokenReader {
  readonly #values: unknown[] = []
  readonly #open: Frame[] = []
  readonly #counts = { '{': 0, '[': 0 }

  take(token: Token): void {
    const top = this.#open.at(-1)
    if (typeof token === 'object') {
      if (top?.list) top.list.push(literal([token]))
      else top?.words.push(token)
    } else if (token === '{' || token === '[') this.#enter(token)
    else if (token === '}' || token === ']') this.#leave(token === '}' ? '{' : '[')
    else if (token === ':') this.#takeKey()
    else if (top) endMember(top)
  }

  /** Closes whatever is open. */
  end(): unknown[] {
    while (this.#open.length > 0) this.#close()
    return this.#values
  }

  #enter(bracket: '{' | '['): void {
    // An object that no key is in front of is the next one: the one before it was not closed.
    while (bracket === '{' && this.#isKeyless()) this.#close()
    const top = this.#open.at(-1)
    if (top && !top.list && top.key === undefined) top.key = keyOf(top.words.pop())
    this.#counts[bracket] += 1
    this.#open.push({ list: bracket === '[' ? [] : undefined, members: new Map(), key: undefined, words: [] })
  }

  #isKeyless(): boolean {
    const top = this.#open.at(-1)
    return top !== undefined && !top.list && top.key === undefined && top.words.length === 0
  }

  /** Closes what is open up to the bracket that this one closes; one that closes nothing is passed over. */
  #leave(bracket: '{' | '['): void {
    if (this.#counts[bracket] === 0) return
    while (this.#close() !== bracket);
  }

  #close(): '{' | '[' | undefined {
    const frame = this.#open.pop()
    if (!frame) return undefined
    if (!frame.list) endMember(frame)
    const value = frame.list ?? Object.fromEntries(frame.members)
    const top = this.#open.at(-1)
    if (!top) this.#values.push(value)
    else if (this.#open.length < MAX_DEPTH) {
      if (top.list) top.list.push(value)
      else if (top.key !== undefined) setMember(top, top.key, value)
    }
    if (top && !top.list) Object.assign(top, { key: undefined, words: [] })
    const bracket = frame.list ? '[' : '{'
    this.#counts[bracket] -= 1
    return bracket
  }

  /** What is in front of a colon is a key. In a list there is none: the list was not closed. */
  #takeKey(): void {
    const top = this.#open.at(-1)
    const parent = this.#open.at(-2)
    if (top?.list && parent && !parent.list) {
      const key = top.list.pop()
      this.#close()
      parent.key = typeof key === 'string' ? key : undefined
      return
    }
    const key = keyOf(top?.words.pop())
    if (!top || key === undefined) return
    endMember(top)
    top.key = key
  }
}

/** Ends a member of an object: its key has the words behind it. Without a colon, the first word is the key. */
function endMember(frame: Frame): void {
  const { key, words: [first, ...rest], words } = frame
  if (key !== undefined) {
    if (words.length > 0) setMember(frame, key, literal(words))
  } else if (first && rest.length > 0) setMember(frame, keyOf(first) ?? '', literal(rest))
  else if (first?.isBare && first.text.includes(':')) {
    const colon = first.text.indexOf(':')
    setMember(frame, first.text.slice(0, colon), literal([{ text: first.text.slice(colon + 1), isBare: true }]))
  }
  frame.key = undefined
  frame.words = []
}

function setMember({ members }: Frame, key: string, value: unknown): void {
  const before = members.get(key)
  if (before === undefined || before === value) members.set(key, value)
  else if (Array.isArray(before)) before.push(value)
  else members.set(key, [before, value])
}

/** A key; of one with a text in front that did not end in time, what is behind that. */
function keyOf(word: Word | undefined): string | undefined {
  return word?.text.split(/["“”„'‘’‚]/).at(-1)?.trim()
}

const LITERALS: ReadonlyMap<string, unknown> = new Map<string, unknown>([['true', true], ['false', false], ['null', null]])

function literal(words: readonly Word[]): unknown {
  const text = words.map((word) => word.text).join(' ')
  if (words.length > 1 || !words[0]?.isBare) return text
  if (LITERALS.has(text)) return LITERALS.get(text)
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text
}
