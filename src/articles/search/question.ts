import { soughtWords } from './words'
import type { SoughtWord } from './words'

/** The field that a search is asked of. */
export const SEARCH_FIELD = 'search'

/** The longest text that is looked for, in characters, and the most words: a headline is no longer. */
const MAX_CHARACTERS = 300
const MAX_WORDS = 60

/** A search as it is asked for, read: the words, or what is wrong with it. */
export type Question = { words: SoughtWord[] } | { fault: string }

/**
 * Reads the condition on {@link SEARCH_FIELD}, such as `{ like: 'talks in geneva' }`. There are no operators inside the
 * text: quotes, stars and brackets are what is between words.
 */
export function readQuestion(condition: unknown): Question {
  const [asked, ...more] = Object.entries(typeof condition === 'object' && condition !== null ? condition : {})
  if (asked?.[0] !== 'like' || more.length > 0) return { fault: `"${SEARCH_FIELD}" takes like: where[${SEARCH_FIELD}][like]=peace talks.` }
  const text: unknown = asked[1]
  if (typeof text !== 'string' && typeof text !== 'number') return { fault: `"${SEARCH_FIELD}" takes a text, not a list or an object.` }
  if (String(text).length > MAX_CHARACTERS) return { fault: `A search is at most ${MAX_CHARACTERS} characters long.` }
  const words = soughtWords(String(text))
  return words.length > MAX_WORDS ? { fault: `A search is for at most ${MAX_WORDS} words.` } : { words }
}

/** As much of a text as can be searched for, from its beginning; the text itself when all of it can. */
export function searchable(text: string): string {
  let short = text.slice(0, MAX_CHARACTERS)
  // A word finds all words that begin with it, so half a word still finds them.
  while ('fault' in readQuestion({ like: short })) short = short.slice(0, Math.floor(short.length * 0.9))
  return short
}
