import type { Model } from './model'
import type { Target } from './target'

/** What a public path leads to. */
export type PublicPath =
  | { kind: 'list'; collection: string }
  | { kind: 'document'; collection: string; id: string }
  | { kind: 'format'; collection: string; id: string }
  | { kind: 'file'; collection: string }
  | { kind: 'publication' }
  | { kind: 'graphql' }

/** What is public outside `/api`, as paths without the slash at the beginning: the pages for readers, feeds and sitemaps. */
const PUBLICATIONS: readonly RegExp[] = [
  /^$/,
  /^(?:articles|sections|tags|authors)\/[^/]+$/,
  /^feeds\/.+$/,
  /^(?:news-)?sitemap\.xml$/,
  /^sitemaps\/.+$/,
  /^robots\.txt$/,
]

/** What follows a collection's name where a document's id would stand, and is something else. */
const NOT_IDS = new Set(['access', 'versions', 'paste-url', 'count', 'file'])

/** Parameters by which a reader asks for what is not published. */
const UNPUBLISHED = /^(?:autosave|draft|trash)(?:\[|$)/

/** Where a target leads, or undefined when its answer must never be kept. */
export function publicPathOf({ params, segments }: Target, model: Model): PublicPath | undefined {
  if (params.some(([name]) => UNPUBLISHED.test(name))) return undefined
  if (segments[0] !== 'api') return isPublication(segments.join('/')) ? { kind: 'publication' } : undefined
  const [, collection = '', id, word, ...more] = segments
  if (collection === 'graphql' && id === undefined) return { kind: 'graphql' }
  if (!model.collections.includes(collection) || more.length > 0) return undefined
  if (id === undefined || (id === 'count' && word === undefined)) return { kind: 'list', collection }
  if (id === 'file') return word !== undefined && model.uploads.includes(collection) ? { kind: 'file', collection } : undefined
  if (id === '' || NOT_IDS.has(id)) return undefined
  if (word === undefined) return { kind: 'document', collection, id }
  return word === '' || NOT_IDS.has(word) ? undefined : { kind: 'format', collection, id }
}

function isPublication(path: string): boolean {
  return PUBLICATIONS.some((pattern) => pattern.test(path))
}
