import type { WireError } from '../item'
import type { LineRange } from './frontMatter'

export type TomlResult =
  | { readonly ok: true; readonly value: Readonly<Record<string, unknown>>; readonly lines: ReadonlyMap<string, LineRange> }
  | { readonly ok: false; readonly errors: readonly WireError[] }

const PAIR = /^([A-Za-z0-9_-]+|"[^"\\]+")\s*=\s*(.+)$/
const STRING = /^(?:"((?:[^"\\]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*)"|'([^']*)')\s*(?:#.*)?$/
const OTHER = /^(true|false|[+-]?\d+(?:\.\d+)?|\d{4}-\d\d-\d\d[T ]?[\d:.+\-Z]*)\s*(?:#.*)?$/
const STRINGS = /^\[((?:\s*(?:"(?:[^"\\]|\\["\\])*"|'[^']*')\s*,?)*)\s*\]\s*(?:#.*)?$/
const ITEM = /"((?:[^"\\]|\\["\\])*)"|'([^']*)'/g
const MAX_LINE = 4_000

/**
 * The part of TOML 1.0 that fits a line: a key with a text, number, truth, date or list of texts. Tables and values of
 * several lines are refused, with the advice to write YAML.
 */
export function parseToml(source: readonly string[]): TomlResult {
  const entries = new Map<string, unknown>()
  const lines = new Map<string, LineRange>()
  const errors: WireError[] = []
  source.forEach((raw, index) => {
    const text = raw.trim()
    if (text === '' || text.startsWith('#')) return
    const line = index + 2
    const pair = text.length > MAX_LINE ? null : PAIR.exec(text)
    const key = pair?.[1]?.replaceAll('"', '')
    const value = valueOf(pair?.[2] ?? '')
    if (key === undefined || value === undefined) {
      errors.push({ line, column: 1, message: 'Of TOML only key = value on one line is read; write the front matter as YAML between --- lines.' })
    } else if (entries.has(key)) errors.push({ line, column: 1, message: `The key ${key} stands twice; leave one out.` })
    else {
      entries.set(key, value)
      lines.set(key, { from: line, to: line })
    }
  })
  return errors.length > 0 ? { ok: false, errors } : { ok: true, value: Object.fromEntries(entries), lines }
}

function valueOf(text: string): unknown {
  const string = STRING.exec(text)
  if (string) return string[2] ?? unescaped(string[1] ?? '')
  const other = OTHER.exec(text)?.[1]
  if (other !== undefined) return other === 'true' || other === 'false' ? other === 'true' : other
  const list = STRINGS.exec(text)?.[1]
  return list === undefined ? undefined : Array.from(list.matchAll(ITEM), (match) => match[2] ?? unescaped(match[1] ?? ''))
}

function unescaped(text: string): string {
  try {
    return String(JSON.parse(`"${text}"`))
  } catch {
    return text
  }
}
