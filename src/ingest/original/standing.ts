import type { OriginalLine } from './originalLines'

/**
 * How an article stands to a line of its original: it has it `as-is`; it has it `edited`; it does `not` have it; or it was
 * `used` for something that reads otherwise, as a date or a name; `blank` lines hold no words.
 */
export type Standing = 'as-is' | 'blank' | 'edited' | 'not' | 'used'

/** The texts of an article as they are now, paragraph by paragraph, by the field they stand in. */
export type ArticleTexts = Readonly<Record<string, readonly string[]>>

/** A line is an edited one when its best match has so much of its words. */
const ENOUGH = 0.5

/** Words, and single characters of scripts that put no blanks between them. */
const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]|[\p{L}\p{N}\p{M}]+/gu

/** What an article has of each line of its original, in their order. */
export function standings(lines: readonly OriginalLine[], article: ArticleTexts): Standing[] {
  const fields = new Map(Object.entries(article).map(([name, texts]) => [name, texts.map(prepared)]))
  return lines.map(({ text, to, words, why }) => {
    if (!/[\p{L}\p{N}]/u.test(text)) return 'blank'
    if (words === undefined) return why === undefined ? 'used' : 'not'
    return standingOf(prepared(words), fields.get(to[0] ?? '') ?? [])
  })
}

type Prepared = { readonly text: string; readonly words: ReadonlySet<string> }

function prepared(text: string): Prepared {
  const even = text.normalize('NFC').replace(/\s+/g, ' ').trim()
  return { text: even, words: new Set(even.toLowerCase().match(WORD)) }
}

function standingOf(line: Prepared, texts: readonly Prepared[]): Standing {
  if (texts.some(({ text }) => text.includes(line.text))) return 'as-is'
  return texts.some(({ words }) => shared(line.words, words) >= ENOUGH) ? 'edited' : 'not'
}

/** Which part of some words others have. */
function shared(some: ReadonlySet<string>, others: ReadonlySet<string>): number {
  let count = 0
  for (const word of some) if (others.has(word)) count += 1
  return count / some.size
}
