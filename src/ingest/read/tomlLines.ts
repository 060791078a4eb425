import type { LineRange } from './frontMatter'

/** Keys with more parts are named by their first ones. */
const MAX_PARTS = 40

/**
 * Where each value of a sound TOML text stands, by its keys joined by NUL. The library that reads the values does not
 * tell. Each line is looked at once.
 *
 * @param first the number of the first line
 */
export function tomlLines(source: readonly string[], first: number): Map<string, LineRange> {
  const lines = new Map<string, LineRange>()
  const counts = new Map<string, number>()
  let table: string[] = []
  for (let index = 0; index < source.length; index += 1) {
    const text = (source[index] ?? '').trim()
    if (text === '' || text.startsWith('#')) continue
    const from = index + first
    if (text.startsWith('[')) {
      const isList = text.startsWith('[[')
      table = keysIn(text, isList ? 2 : 1).keys
      if (isList) {
        const path = table.join('\0')
        const count = counts.get(path) ?? 0
        counts.set(path, count + 1)
        table = [...table, String(count)]
      }
      extend(lines, table, { from, to: from })
      continue
    }
    const { end, keys } = keysIn(text, 0)
    index = valueEnd(source, index, text.slice(end + 1))
    extend(lines, [...table, ...keys].slice(0, MAX_PARTS), { from, to: index + first })
  }
  return lines
}

/** The value's lines, and those of the tables around it made wider. */
function extend(lines: Map<string, LineRange>, keys: readonly string[], { from, to }: LineRange): void {
  for (let length = 1; length <= keys.length; length += 1) {
    const path = keys.slice(0, length).join('\0')
    const known = lines.get(path)
    lines.set(path, known ? { from: Math.min(known.from, from), to: Math.max(known.to, to) } : { from, to })
  }
}

/** The parts of a dotted key from a place in a line, and where they end: at `=` or `]`. */
function keysIn(text: string, start: number): { keys: string[]; end: number } {
  const keys: string[] = []
  let part = ''
  let at = start
  for (; at < text.length; at += 1) {
    const character = text.charAt(at)
    if (character === '=' || character === ']') break
    if (character === '"' || character === "'") {
      const close = stringEnd(text, at, character)
      part += character === '"' ? unescaped(text.slice(at, close)) : text.slice(at + 1, close - 1)
      at = close - 1
    } else if (character === '.') {
      keys.push(part)
      part = ''
    } else if (character.trim() !== '') part += character
  }
  return { keys: [...keys, part], end: at }
}

function unescaped(quoted: string): string {
  try {
    return String(JSON.parse(quoted))
  } catch {
    return quoted
  }
}

/** The index of the line on which a value ends that begins on another one. */
function valueEnd(source: readonly string[], start: number, value: string): number {
  let depth = 0
  let open = ''
  let text = value
  for (let index = start; index < source.length; index += 1) {
    if (index > start) text = source[index] ?? ''
    for (let at = 0; at < text.length; at += 1) {
      const character = text.charAt(at)
      if (open !== '') {
        if (open.startsWith('"') && character === '\\') at += 1
        else if (text.startsWith(open, at)) {
          at += open.length - 1
          open = ''
        }
      } else if (character === '#') break
      else if (character === '"' || character === "'") {
        const isLong = text.startsWith(character.repeat(3), at)
        open = isLong ? character.repeat(3) : character
        at += open.length - 1
      } else if (character === '[' || character === '{') depth += 1
      else if (character === ']' || character === '}') depth -= 1
    }
    if (depth <= 0 && open === '') return index
  }
  return source.length - 1
}

/** The place behind the string that begins at `start`. */
function stringEnd(text: string, start: number, quote: string): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (quote === '"' && text.charAt(at) === '\\') at += 1
    else if (text.charAt(at) === quote) return at + 1
  }
  return text.length
}
