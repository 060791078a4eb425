/** The same on every machine and in every browser, whatever their language. */
const segmenter = new Intl.Segmenter('en', { granularity: 'word' })

/** Words a reader takes in a minute (Brysbaert 2019: 238 for English non-fiction, silently read). */
export const WORDS_PER_MINUTE = 238

/**
 * What stands between spaces and is one word by any reading: Latin letters and digits, with the usual marks around
 * them. Most text is nothing else, and the segmenter takes many times as long.
 */
const PLAIN_WORD = /(?<!\S)["'“‘(]*[A-Za-z0-9À-ÖØ-öø-ɏ]+[.,;:!?…"'”’)]*(?!\S)/g

/** How many words a text has, in scripts without spaces too (Unicode UAX 29). */
export function wordCount(text: string): number {
  const rest = text.split(PLAIN_WORD)
  let words = rest.length - 1
  for (const piece of piecesOf(rest.join(''))) {
    for (const part of segmenter.segment(piece)) if (part.isWordLike) words += 1
  }
  return words
}

/** The segmenter takes the square of a text's length, so that a long one is cut, after a space or a full stop where there is one. */
const PIECE = 1_000
const BREAKS = ' \n\t。！？'

function* piecesOf(text: string): Generator<string> {
  for (let from = 0; from < text.length; ) {
    const piece = text.slice(from, from + PIECE)
    const isLast = from + PIECE >= text.length
    let end = piece.length
    while (!isLast && end > 0 && !BREAKS.includes(piece.charAt(end - 1))) end -= 1
    const cut = end === 0 ? piece.length : end
    yield piece.slice(0, cut)
    from += cut
  }
}

/** Minutes it takes to read so many words: at least 1 for any text, 0 for none. */
export function readingTime(words: number): number {
  return Math.ceil(words / WORDS_PER_MINUTE)
}
