import { parse, TomlError } from 'smol-toml'
import type { WireError } from '../item'
import type { LineRange } from './frontMatter'
import { tomlLines } from './tomlLines'

export type TomlResult =
  | { readonly ok: true; readonly value: Readonly<Record<string, unknown>>; readonly lines: ReadonlyMap<string, LineRange> }
  | { readonly ok: false; readonly errors: readonly WireError[] }

/** The parser recurses on lists and tables within one another. */
const MAX_DEPTH = 40

/** Reads TOML 1.0. The lines are those of the file, in which the front matter begins on the second. */
export function parseToml(source: readonly string[]): TomlResult {
  try {
    const value = parse(source.join('\n'), { maxDepth: MAX_DEPTH })
    return { ok: true, value, lines: tomlLines(source, 2) }
  } catch (error) {
    if (!(error instanceof TomlError)) throw error
    const [reason = ''] = error.message.split('\n')
    return { ok: false, errors: [{ line: error.line + 1, column: error.column, message: `The front matter is not TOML: ${reason}` }] }
  }
}
