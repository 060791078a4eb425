import type { CollectionBeforeChangeHook } from 'payload'
import { plainText } from '../../../src/articles/plainText'
import { readingTime, wordCount } from '../../../src/articles/wordCount'
import type { Article } from '../../../src/payload-types'

/** Counts words and reading time from the body that is being saved, whatever the request says they are. */
export const countWords: CollectionBeforeChangeHook<Article> = ({ data, originalDoc }) => {
  const words = wordCount(plainText(data.body ?? originalDoc?.body))
  return { ...data, wordCount: words, readingTime: readingTime(words) }
}
