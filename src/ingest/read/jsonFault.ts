import type { WireError } from '../item'
import { placeIn } from './place'

const TOKEN = /[ \t\n\r]+|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[{}[\],:]/y
const PLAIN = /[^"\\\u0000-\u001f]{1,1000}/y
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y

/**
 * Where a text stops being JSON (RFC 8259), for a text that `JSON.parse` has refused: the engine's own message does not
 * always say. Nesting is kept in a list, so that no depth is too deep.
 */
export function jsonFault(text: string): WireError {
  const open: string[] = []
  let wants: 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or end' = 'value'
  let at = 0
  while (at < text.length) {
    const end = tokenEnd(text, at)
    if (end === undefined) return fault(text, at, wants)
    const first = text.charAt(at)
    if (first.trim() === '') {
      at = end
      continue
    }
    if (wants === 'key' || wants === 'key or }') {
      if (first === '"') wants = ':'
      else if (first === '}' && wants === 'key or }') wants = closed(open)
      else return fault(text, at, wants)
    } else if (wants === ':') {
      if (first !== ':') return fault(text, at, wants)
      wants = 'value'
    } else if (wants === ', or end') {
      const inside = open.at(-1)
      if (first === ',' && inside !== undefined) wants = inside === '{' ? 'key' : 'value'
      else if ((first === '}' && inside === '{') || (first === ']' && inside === '[')) wants = closed(open)
      else return fault(text, at, wants)
    } else if (first === '{' || first === '[') {
      open.push(first)
      wants = first === '{' ? 'key or }' : 'value or ]'
    } else if (first === ']' && wants === 'value or ]') wants = closed(open)
    else if (',:}]'.includes(first)) return fault(text, at, wants)
    else wants = ', or end'
    at = end
  }
  return { ...placeIn(text, at), message: open.length > 0 || wants !== ', or end' ? 'The JSON ends too early; send the whole file.' : 'The text is not JSON.' }
}

function tokenEnd(text: string, at: number): number | undefined {
  if (text.charAt(at) === '"') return stringEnd(text, at + 1)
  TOKEN.lastIndex = at
  return TOKEN.test(text) ? TOKEN.lastIndex : undefined
}

/** In steps: one expression for a whole text of megabytes would exhaust the stack of the engine's matcher. */
function stringEnd(text: string, from: number): number | undefined {
  let at = from
  for (;;) {
    if (text.charAt(at) === '"') return at + 1
    const step = text.charAt(at) === '\\' ? ESCAPE : PLAIN
    step.lastIndex = at
    if (!step.test(text)) return undefined
    at = step.lastIndex
  }
}

function closed(open: string[]): ', or end' {
  open.pop()
  return ', or end'
}

const EXPECTED = {
  value: 'a value',
  'value or ]': 'a value or "]"',
  key: 'a key in double quotes',
  'key or }': 'a key in double quotes or "}"',
  ':': 'a colon after the key',
  ', or end': 'a comma or the end',
} as const

function fault(text: string, at: number, wants: keyof typeof EXPECTED): WireError {
  return { ...placeIn(text, at), message: `This is not JSON: ${JSON.stringify(text.slice(at, at + 20))} stands where ${EXPECTED[wants]} should.` }
}
