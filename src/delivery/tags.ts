import { SEARCH_FIELD } from '../articles/search/question'
import { slugs } from '../options/slugs'
import type { Model } from './model'
import type { PublicPath } from './publicPath'
import type { Target } from './target'

/** Ids as both engines write them: UUIDs and MongoDB's ObjectIds. */
const AN_ID = '[0-9a-f]{24}|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}'
const ID = new RegExp(`"(${AN_ID})"`, 'g')
const IS_ID = new RegExp(`^(?:${AN_ID})$`)

/** The collection of addresses that have moved. */
const REDIRECTS = 'redirects'

/** Stands in every page of documents: the answer's own, and those of join fields. */
const PAGE_MARK = '"hasNextPage":'

/**
 * What an answer shows: ids of documents, and collections whose lists it depends on. A change drops every answer that
 * shows its document or its collection.
 *
 * Ids are read from the answer itself, whatever they belong to: too many cost a render, too few a wrong answer. What
 * says nothing of its ids (feeds, formats) depends on everything.
 */
export function tagsOf(path: PublicPath, target: Target, body: Buffer, model: Model): string[] {
  switch (path.kind) {
    case 'publication':
    case 'format':
    case 'graphql':
      return [...model.collections]
    case 'file':
      return [path.collection]
    case 'list':
      return unique([path.collection, ...led(path), ...crossed(target, model), ...moved(target, model), ...shownIn(body, 1, model)])
    case 'document':
      // What is asked for by its slug in the id's place is not told of a change by that.
      return unique([IS_ID.test(path.id) ? path.id : path.collection, ...led(path), ...crossed(target, model), ...shownIn(body, 0, model)])
  }
}

/** Which redirects readers see depends on the articles that they lead to. */
function led({ collection }: { collection: string }): string[] {
  return collection === REDIRECTS ? [slugs.articles] : []
}

/** The ids in an answer, and the collections of its join fields. */
export function shownIn(body: Buffer, ownPages: number, model: Model): string[] {
  const text = body.toString('utf8')
  const ids = Array.from(text.matchAll(ID), ([, id = '']) => id)
  return text.split(PAGE_MARK).length - 1 > ownPages ? [...ids, ...model.joined] : ids
}

/** The collections that a filter or an order looks into without showing them: `where[section.slug]`, `sort=section.name`. */
function crossed({ params }: Target, model: Model): string[] {
  return params.flatMap(([name, value]) => {
    const paths = name.split(/[[\]]+/)
    // Articles are found by the names of whatever they name.
    if (paths.includes(SEARCH_FIELD)) return model.collections
    if (/(?:^|\[)sort\]?$/.test(name)) paths.push(...value.split(','))
    return paths.flatMap((path) => crossedBy(path, model))
  })
}

/** A list asked for by a slug may tell where that has moved. */
function moved({ params }: Target, model: Model): string[] {
  return params.some(([name]) => name.includes('[slug]')) ? model.collections.filter((slug) => slug === REDIRECTS) : []
}

/** The collections that a dotted path leads into; a relation's own id (`section`, `section.id`) needs no look. */
function crossedBy(path: string, model: Model): string[] {
  const words = path.replace(/^-/, '').split(/\.|__/)
  return words.slice(0, -1).flatMap((word) => model.relations.get(word) ?? [])
}

function unique(tags: readonly string[]): string[] {
  return [...new Set(tags)]
}
