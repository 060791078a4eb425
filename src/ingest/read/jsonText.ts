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
