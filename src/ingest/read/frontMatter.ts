import { LineCounter, isMap, isPair, isScalar, isSeq, parseDocument } from 'yaml'
import type { Node, ParsedNode } from 'yaml'
import type { WireError } from '../item'
import { parseToml } from './toml'

/** Front matter beyond this is no front matter. */
const MAX_LENGTH = 131_072
const YAML_DEPTH = 40
/** One slip in YAML can bring many errors after it. */
const MAX_ERRORS = 5

/** From 1, both included. */
export type LineRange = { readonly from: number; readonly to: number }

export type FrontMatter = {
  readonly value: unknown
  /** The lines of each value, by its place in the document: keys and indexes joined by NUL. */
  readonly lines: ReadonlyMap<string, LineRange>
  /** The first line of the text below; from 1. */
  readonly bodyLine: number
}

export type FrontMatterResult = { readonly ok: true; readonly frontMatter: FrontMatter } | { readonly ok: false; readonly errors: readonly WireError[] }

/**
 * Cuts the front matter off a text and reads it: YAML between `---` lines, as Jekyll, Hugo and Astro have it, or the
 * plain `key = value` lines of TOML between `+++`. A text without any has an empty one.
 */
export function readFrontMatter(source: readonly string[]): FrontMatterResult {
  const mark = source[0]?.trimEnd()
  if (mark !== '---' && mark !== '+++') return { ok: true, frontMatter: { value: {}, lines: new Map(), bodyLine: 1 } }
  const end = source.findIndex((line, index) => index > 0 && (line.trimEnd() === mark || (mark === '---' && line.trimEnd() === '...')))
  if (end < 0) return failed(1, `The front matter does not end; put ${mark} on a line of its own below it.`)
  const inside = source.slice(1, end)
  const bodyLine = end + 2
  if (inside.reduce((sum, line) => sum + line.length + 1, 0) > MAX_LENGTH) return failed(1, `The front matter is longer than ${String(MAX_LENGTH)} characters; shorten it.`)
  if (mark === '+++') {
    const toml = parseToml(inside)
    return toml.ok ? { ok: true, frontMatter: { ...toml, bodyLine } } : { ok: false, errors: toml.errors }
  }
  const tooDeep = inside.findIndex(isTooDeep)
  if (tooDeep >= 0) return failed(tooDeep + 2, `Lists and maps are nested more than ${String(YAML_DEPTH)} deep; write them flatter.`)
  return parseYaml(inside.join('\n'), bodyLine)
}

function parseYaml(text: string, bodyLine: number): FrontMatterResult {
  const counter = new LineCounter()
  try {
    const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, stringKeys: true, uniqueKeys: false })
    if (document.errors.length > 0) {
      const errors = document.errors.slice(0, MAX_ERRORS).map(({ message, pos }) => {
        const { line, col } = counter.linePos(pos[0])
        return { line: line + 1, column: col, message: `The front matter is not YAML: ${message}` }
      })
      return { ok: false, errors }
    }
    const value: unknown = document.toJS({ maxAliasCount: 50 }) ?? {}
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return failed(2, 'The front matter holds no "key: value" lines; write some, or take its marks away.')
    const { lines, twice } = linesOf(document.contents, counter)
    return twice ? failed(twice.line, `The key ${twice.key} stands twice; leave one out.`) : { ok: true, frontMatter: { value, lines, bodyLine } }
  } catch (error) {
    return failed(2, `The front matter cannot be read: ${error instanceof Error ? error.message : 'it is no YAML'}`)
  }
}

/** The YAML library recurses; brackets and indentation tell beforehand how deep it would have to. */
function isTooDeep(line: string): boolean {
  let depth = 0
  let deepest = 0
  for (const character of line) {
    if (character === '[' || character === '{') deepest = Math.max(deepest, (depth += 1))
    else if (character === ']' || character === '}') depth -= 1
  }
  return deepest > YAML_DEPTH || /^(?: *[-?] ){41}/.test(line) || /^ {200}/.test(line)
}

type Lines = { readonly lines: Map<string, LineRange>; readonly twice?: { readonly key: string; readonly line: number } }

/**
 * Where each value stands, without recursion, and a key that appears twice: the library's own search for one takes time with
 * the square of the keys. Lines of the file: the front matter's first line is the file's second.
 */
function linesOf(root: ParsedNode | null, counter: LineCounter): Lines {
  const lines = new Map<string, LineRange>()
  let twice: Lines['twice']
  const pending: { node: unknown; key: unknown; path: string }[] = [{ node: root, key: undefined, path: '' }]
  for (let step = pending.pop(); step; step = pending.pop()) {
    const { key, node, path } = step
    const [start, end] = [rangeOf(key)?.[0] ?? rangeOf(node)?.[0], rangeOf(node)?.[1] ?? rangeOf(key)?.[1]]
    if (path !== '' && start !== undefined && end !== undefined) {
      if (lines.has(path)) twice ??= { key: path.split('\0').join('.').slice(0, 100), line: counter.linePos(start).line + 1 }
      lines.set(path, { from: counter.linePos(start).line + 1, to: counter.linePos(Math.max(start, end - 1)).line + 1 })
    }
    if (isMap(node)) {
      for (const pair of node.items) {
        if (isPair(pair) && isScalar(pair.key)) pending.push({ node: pair.value, key: pair.key, path: join(path, String(pair.key.value)) })
      }
    } else if (isSeq(node)) node.items.forEach((item, index) => pending.push({ node: item, key: undefined, path: join(path, String(index)) }))
  }
  return twice ? { lines, twice } : { lines }
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}\0${key}`
}

function rangeOf(node: unknown): Node['range'] {
  return isScalar(node) || isMap(node) || isSeq(node) ? node.range : undefined
}

function failed(line: number, message: string): FrontMatterResult {
  return { ok: false, errors: [{ line, column: 1, message }] }
}
