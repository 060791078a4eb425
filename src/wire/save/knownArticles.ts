import type { Payload, PayloadRequest } from 'payload'
import { slugify } from '../../fields/slugify'
import { contentHash } from '../contentHash'
import type { WireItem } from '../item'
import { workingHeadline } from './workingHeadline'

/** An article as it is stored, with relations as ids. */
export type Stored = Record<string, unknown> & {
  id: number | string
  headline?: string | null
  slug?: string | null
  importHash?: string | null
  publishedAt?: string | null
  deletedAt?: string | null
  _status?: 'draft' | 'published' | null
  source?: { kind?: string | null; guid?: string | null; copyHash?: string | null } | null
}

/**
 * What makes two copies the same copy: everything the reader found, whatever the spelling of the file, except when it
 * was changed. Its format does not count either, so that an article taken out and brought in again is the same.
 */
export function copyHash(item: WireItem): string {
  const fields = Object.keys(item).filter((field) => field !== 'format' && field !== 'updatedAt')
  return contentHash(item, fields)
}

/** By what a story is known: its hash, and what it is called until it has a headline. */
export function identify(item: WireItem): { hash: string; headline: string; slug: string } {
  const headline = item.headline ?? workingHeadline(item)
  return { hash: copyHash(item), headline, slug: slugify(item.slug ?? headline) }
}

/**
 * The articles that the stories of a batch may be: by the source's own id, else by the copy itself, else by slug and
 * day of publication.
 */
export class KnownArticles {
  readonly #byGuid = new Map<string, Stored>()
  readonly #byHash = new Map<string, Stored>()
  readonly #bySlugAndDay = new Map<string, Stored>()

  /** Looks for all of them at once. */
  static async of(payload: Payload, req: PayloadRequest, items: readonly WireItem[]): Promise<KnownArticles> {
    const known = new KnownArticles()
    if (items.length === 0) return known
    const guids = items.flatMap(({ guid }) => guid ?? [])
    const identities = items.map(identify)
    const { docs } = await payload.db.find<Stored>({
      collection: 'articles',
      limit: 0,
      pagination: false,
      req,
      select: { _status: true, deletedAt: true, headline: true, publishedAt: true, slug: true, source: true },
      where: {
        or: [
          ...(guids.length > 0 ? [{ 'source.guid': { in: guids } }] : []),
          { 'source.copyHash': { in: identities.map(({ hash }) => hash) } },
          { slug: { in: identities.map(({ slug }) => slug) } },
        ],
      },
    })
    for (const doc of docs) known.add(doc)
    return known
  }

  add(article: Stored): void {
    const { publishedAt, slug, source } = article
    if (source?.guid) this.#byGuid.set(source.guid, article)
    if (source?.copyHash) this.#byHash.set(source.copyHash, article)
    if (source?.kind === 'wire' && slug && publishedAt) this.#bySlugAndDay.set(dayKey(slug, publishedAt), article)
  }

  find(item: WireItem): Stored | undefined {
    const { hash, slug } = identify(item)
    const known = (item.guid && this.#byGuid.get(item.guid)) || this.#byHash.get(hash)
    if (known || item.guid !== undefined || item.publishedAt === undefined) return known
    return this.#bySlugAndDay.get(dayKey(slug, item.publishedAt))
  }
}

function dayKey(slug: string, moment: string): string {
  return `${moment.slice(0, 10)} ${slug}`
}
