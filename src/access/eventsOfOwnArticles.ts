import { ownArticles } from './ownArticles'
import { under } from './words'

/** What happened to the articles that are a person's own. */
export const eventsOfOwnArticles = under('article', ownArticles)
