import { slugs } from '../../options/slugs'
import type { SearchedCollection } from '../../articles/search/searched'

/** The table of a collection's documents, as Payload makes its name of the slug. */
export function tableOf(name: SearchedCollection): string {
  return slugs[name].replaceAll('-', '_')
}

/** The table of the versions of articles. */
export function versionsTable(): string {
  return `_${tableOf('articles')}_v`
}

/** The tables of the index, which the content model knows nothing of, begin so. */
export const SEARCH_PREFIX = 'dateline_search_'
