import { ownArticles } from './ownArticles'
import { under } from './words'

/** What belongs to the articles that are a person's own. */
export const ofOwnArticles = under('article', ownArticles)
