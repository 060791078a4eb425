const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })

/** Words a reader takes in a minute (Brysbaert 2019: 238 for English non-fiction, silently read). */
export const WORDS_PER_MINUTE = 238

/** How many words a text has, in scripts without spaces too (Unicode UAX 29). */
export function wordCount(text: string): number {
  let words = 0
  for (const part of segmenter.segment(text)) if (part.isWordLike) words += 1
  return words
}

/** Minutes it takes to read so many words: at least 1 for any text, 0 for none. */
export function readingTime(words: number): number {
  return Math.ceil(words / WORDS_PER_MINUTE)
}
