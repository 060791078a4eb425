import { pieces } from '../text/pieces'

/** The same on every machine and in every browser, whatever their language. */
const segmenter = new Intl.Segmenter('en', { granularity: 'word' })

/** Characters given to the segmenter at once: so many take it about a millisecond, ten times as many a hundred times as long. */
const AT_ONCE = 500

/** Words a reader takes in a minute (Brysbaert 2019: 238 for English non-fiction, silently read). */
export const WORDS_PER_MINUTE = 238

/**
 * What is between spaces and is one word by any reading: Latin letters and digits, with the usual marks around
 * them. Most text is nothing else, and the segmenter takes many times as long.
 */
const PLAIN_WORD = /(?<!\S)["'“‘(]*[A-Za-z0-9À-ÖØ-öø-ɏ]+[.,;:!?…"'”’)]*(?!\S)/g

/** How many words a text has, in scripts without spaces too (Unicode UAX 29). */
export function wordCount(text: string): number {
  const rest = text.split(PLAIN_WORD)
  let words = rest.length - 1
  for (const piece of pieces(rest.join(''), AT_ONCE)) {
    for (const part of segmenter.segment(piece)) if (part.isWordLike) words += 1
  }
  return words
}

/** Minutes it takes to read so many words: at least 1 for any text, 0 for none. */
export function readingTime(words: number): number {
  return Math.ceil(words / WORDS_PER_MINUTE)
}
