import { idOf } from '../idOf'
import { plainText } from '../plainText'
import { wordsOf } from './words'

/** The collections that can be searched, by their names in the options. */
export const SEARCHED = ['articles', 'authors', 'tags'] as const

export type SearchedCollection = (typeof SEARCHED)[number]

/** The collections whose documents lend their names to articles. */
export const NAMES = ['authors', 'tags'] as const

/**
 * What of a document is searched: only what readers see of it where they see the document. Never the original copy, the
 * notes or the notice of an article, nor the address of an author.
 */
export const SEARCHED_FIELDS = {
  articles: ['headline', 'slug', 'standfirst', 'body', 'bylines', 'tags'],
  authors: ['name', 'slug', 'aliases'],
  tags: ['name', 'slug', 'aliases'],
} as const satisfies Record<SearchedCollection, readonly string[]>

type Doc = Readonly<Record<string, unknown>>

export function isSearched(collection: string | undefined): collection is SearchedCollection {
  return SEARCHED.some((each) => each === collection)
}

/**
 * All that a document can be found by, each once: its words, and for an article a mark for each author and tag it names
 * and each picture in its text, so that an article need not be touched when one of them gets another name.
 */
export function entriesOf(name: SearchedCollection, doc: Doc): string[] {
  if (name !== 'articles') return wordsOf([doc.name, doc.slug, ...listOf(doc.aliases)].map(textOf).join('\n'))
  const authors = listOf(doc.bylines).map((byline) => idOf(isDoc(byline) ? byline.author : undefined))
  const marks = [...authors, ...listOf(doc.tags).map(idOf), ...picturesIn(doc.body)].flatMap((id) => (id === undefined ? [] : [markOf(id)]))
  return [...wordsOf([textOf(doc.headline), textOf(doc.slug), textOf(doc.standfirst), plainText(doc.body)].join('\n')), ...new Set(marks)]
}

/** Stands in an article for a document that it names; no word begins so. */
export function markOf(id: string): string {
  return `~${id}`
}

/** The ids of the pictures that stand in a text. */
function picturesIn(body: unknown): (string | undefined)[] {
  const pictures: (string | undefined)[] = []
  const pending = [isDoc(body) ? body.root : undefined]
  for (let node = pending.pop(); pending.length > 0 || node !== undefined; node = pending.pop()) {
    if (!isDoc(node)) continue
    if (node.type === 'upload') pictures.push(idOf(node.value))
    for (const child of listOf(node.children)) pending.push(child)
  }
  return pictures
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function isDoc(value: unknown): value is Doc {
  return typeof value === 'object' && value !== null
}
