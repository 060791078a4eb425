import type { CollectionSlug, GlobalSlug, Payload, Sort, Where } from 'payload'
import { SEARCH_FIELD } from '../articles/search/question'
import { isSearched } from '../articles/search/searched'
import type { Snapshot } from '../database/snapshot'
import { nameOfSlug } from '../options/slugs'
import type { Doc, DocID, Kind } from './format'
import { isDoc, isDocID, NOT_SAVED } from './format'

/** One collection or global, and what of it stands in a backup. */
export type Source = { kind: Exclude<Kind, 'files'>; slug: string; hasTimes: boolean }

/** All that a newsroom keeps, in the order of a backup. */
export function sourcesOf({ config }: Payload): Source[] {
  const collections = config.collections.filter(({ slug }) => !NOT_SAVED.includes(slug))
  const versioned = ({ versions }: { versions?: unknown }) => Boolean(versions)
  return [
    ...collections.map(({ slug, timestamps }) => ({ kind: 'collections', slug, hasTimes: Boolean(timestamps) }) as const),
    ...config.globals.map(({ slug }) => ({ kind: 'globals', slug, hasTimes: false }) as const),
    ...collections.filter(versioned).map(({ slug }) => ({ kind: 'versions', slug, hasTimes: true }) as const),
    ...config.globals.filter(versioned).map(({ slug }) => ({ kind: 'global-versions', slug, hasTimes: true }) as const),
  ]
}

/** So many documents are read at first, and at most. */
const FIRST_PAGE = 10
const LARGEST_PAGE = 200

/** Ids are short. */
const IDS_PAGE = 1_000

/** A page should have as many characters of JSON: enough to share the cost of a query, few enough for a flat memory. */
const PAGE_LENGTH = 200_000

/** Where a page begins: after this document. */
type Cursor = { id: DocID; createdAt: unknown }

/** A document, and its line in a backup. */
export type Line = { doc: Doc; line: string }

/** The ids of all documents of a collection. */
export async function idsOf(snapshot: Snapshot, collection: CollectionSlug): Promise<Set<DocID>> {
  const ids = new Set<DocID>()
  for (let last: DocID | undefined; ; ) {
    const where: Where = last === undefined ? {} : { id: { greater_than: last } }
    const docs = docsIn(await snapshot.find({ collection, joins: false as never, limit: IDS_PAGE, pagination: false, select: {}, sort: 'id', where }))
    for (const { id } of docs) if (isDocID(id)) ids.add(id)
    const id = docs.at(-1)?.id
    if (docs.length < IDS_PAGE || !isDocID(id)) return ids
    last = id
  }
}

/**
 * All documents of a source, in the order in which they were created, page after page. A page begins after the last
 * document of the one before.
 */
export async function* linesOf(snapshot: Snapshot, source: Source): AsyncGenerator<Line[]> {
  let limit = FIRST_PAGE
  for (let cursor: Cursor | undefined; ; ) {
    const docs = await read(snapshot, source, limit, cursor)
    const lines = docs.map((doc) => ({ doc, line: `${JSON.stringify(doc)}\n` }))
    if (lines.length > 0) yield lines
    const last = docs.at(-1)
    if (source.kind === 'globals' || docs.length < limit || !isDocID(last?.id)) return
    cursor = { id: last.id, createdAt: last.createdAt }
    const length = lines.reduce((sum, { line }) => sum + line.length, 0) / lines.length
    limit = Math.max(1, Math.min(LARGEST_PAGE, Math.floor(PAGE_LENGTH / length)))
  }
}

async function read(snapshot: Snapshot, { hasTimes, kind, slug }: Source, limit: number, cursor: Cursor | undefined): Promise<Doc[]> {
  const page = { limit, pagination: false, sort: (hasTimes ? ['createdAt', 'id'] : ['id']) as Sort, where: cursor ? after(cursor, hasTimes) : {} }
  const [collection, global] = [slug as CollectionSlug, slug as GlobalSlug]
  if (kind === 'collections') return withoutSearch(slug, docsIn(await snapshot.find({ ...page, collection, joins: false as never })))
  if (kind === 'versions') return withoutSearch(slug, docsIn(await snapshot.findVersions({ ...page, collection })))
  if (kind === 'global-versions') return docsIn(await snapshot.findGlobalVersions({ ...page, global }))
  const doc: unknown = await snapshot.findGlobal({ slug: global })
  return isDoc(doc) && isDocID(doc.id) ? [doc] : []
}

/** Of the same moment, few documents; so the index of times serves. */
function after({ createdAt, id }: Cursor, hasTimes: boolean): Where {
  if (!hasTimes) return { id: { greater_than: id } }
  // Both engines sort what has no time first.
  if (createdAt === undefined || createdAt === null) return { or: [{ createdAt: { exists: true } }, { id: { greater_than: id } }] }
  return { and: [{ createdAt: { greater_than_equal: createdAt } }, { or: [{ createdAt: { greater_than: createdAt } }, { id: { greater_than: id } }] }] }
}

/** What a document is found by is of the engine's own index. */
function withoutSearch(slug: string, docs: Doc[]): Doc[] {
  if (!isSearched(nameOfSlug(slug))) return docs
  for (const doc of docs) for (const each of [doc, doc.version]) if (isDoc(each)) Reflect.deleteProperty(each, SEARCH_FIELD)
  return docs
}

function docsIn({ docs }: { docs: unknown[] }): Doc[] {
  return docs.filter(isDoc)
}
