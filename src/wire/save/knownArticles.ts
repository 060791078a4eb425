import type { Payload, PayloadRequest } from 'payload'
import { addressOf, slugOf } from '../../workflow/addresses'
import type { WireItem } from '../item'
import { MADE_GUID, identify } from './identity'

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

/** What the whole run keeps in mind from batch to batch. */
export type Run = {
  /**
   * Articles that a story of this run without an id of its own is, by id: another such story is another article,
   * though it has the same slug and day.
   */
  claimed: Set<number | string>
  /** What a dry run would have made by now. */
  rehearsed: Stored[]
}

/**
 * The articles that the stories of a batch may be: by the source's own id, else by the copy itself, else by slug and
 * day of publication as they came in.
 */
export class KnownArticles {
  readonly #run: Run
  readonly #claimed = new Set<number | string>()
  readonly #made: Stored[] = []
  readonly #byGuid = new Map<string, Stored[]>()
  readonly #byHash = new Map<string, Stored>()
  readonly #bySlugAndDay = new Map<string, Stored[]>()
  readonly #slugs = new Set<string>()

  private constructor(run: Run) {
    this.#run = run
  }

  /** Looks for all of them at once. */
  static async of(payload: Payload, req: PayloadRequest, items: readonly WireItem[], run: Run): Promise<KnownArticles> {
    const known = new KnownArticles(run)
    for (const article of run.rehearsed) known.add(article)
    if (items.length === 0) return known
    const identities = items.map(identify)
    const guids = identities.flatMap(({ guid }) => guid ?? [])
    const { docs } = await payload.db.find<Stored>({
      collection: 'articles',
      limit: 0,
      pagination: false,
      req,
      select: { _status: true, deletedAt: true, headline: true, publishedAt: true, slug: true, source: true },
      sort: 'createdAt',
      where: {
        or: [
          ...(guids.length > 0 ? [{ 'source.guid': { in: guids } }] : []),
          { 'source.copyHash': { in: identities.map(({ hash }) => hash) } },
          { slug: { in: identities.map(({ slug }) => slug) } },
        ],
      },
    })
    for (const doc of docs) known.add(doc)
    await known.#addRedirects(payload, req, identities.map(({ slug }) => addressOf(slug)))
    return known
  }

  /** A slug that leads elsewhere is not free. */
  async #addRedirects(payload: Payload, req: PayloadRequest, addresses: string[]): Promise<void> {
    const { docs } = await payload.db.find<{ from: string; to?: { url?: string | null } | null }>({
      collection: 'redirects',
      limit: 0,
      pagination: false,
      req,
      select: { from: true, to: { url: true } },
      where: { or: [{ from: { in: addresses } }, { 'to.url': { in: addresses } }] },
    })
    for (const address of docs.flatMap(({ from, to }) => [from, to?.url ?? ''])) {
      const slug = slugOf(address)
      if (slug !== undefined) this.#slugs.add(slug)
    }
  }

  add(article: Stored): void {
    const { publishedAt, slug, source } = article
    if (slug) this.#slugs.add(slug)
    if (source?.guid) append(this.#byGuid, source.guid, article)
    if (source?.copyHash) this.#byHash.set(source.copyHash, article)
    // Once a story has an id, even one that was made for it, its slug may change here.
    const isBySlug = source?.kind === 'wire' && !source.guid?.startsWith(MADE_GUID)
    if (isBySlug && slug && publishedAt) append(this.#bySlugAndDay, dayKey(slug, publishedAt), article)
  }

  /** The article that a story is, which no other story of this run is by slug and day alone. */
  find(item: WireItem): Stored | undefined {
    const { guid, hash, isOwnGuid, slug } = identify(item)
    const sameGuid = (guid && this.#byGuid.get(guid)) || []
    if (isOwnGuid) return sameGuid[0] ?? this.#byHash.get(hash)
    const sameDay = item.publishedAt === undefined ? [] : (this.#bySlugAndDay.get(dayKey(slug, item.publishedAt)) ?? [])
    return this.#byHash.get(hash) ?? [...sameGuid, ...sameDay].find(({ id }) => !this.#claimed.has(id) && !this.#run.claimed.has(id))
  }

  /** Notes that a story is this article. */
  claim(item: WireItem, { id }: Stored): void {
    if (!identify(item).isOwnGuid) this.#claimed.add(id)
  }

  /** Notes an article that was made for a story. */
  make(item: WireItem, article: Stored): void {
    this.add(article)
    this.claim(item, article)
    this.#made.push(article)
  }

  /** Whether a dry run would have made this article by now: it is not there. */
  isRehearsed({ id }: Stored): boolean {
    return this.#run.rehearsed.some((article) => article.id === id)
  }

  /** Has the run keep in mind what became of the batch, now that it is certain. */
  settle({ isDry }: { isDry: boolean }): void {
    for (const id of this.#claimed) this.#run.claimed.add(id)
    if (isDry) this.#run.rehearsed.push(...this.#made.map(({ id, _status, headline, publishedAt, slug, source }) => ({ id, _status, headline, publishedAt, slug, source })))
  }

  /** Whether no article has the slug that a story asks for, and no redirect. */
  isFree(slug: string): boolean {
    return slug !== '' && !this.#slugs.has(slug)
  }
}

function append(map: Map<string, Stored[]>, key: string, article: Stored): void {
  const there = map.get(key)
  if (there) there.push(article)
  else map.set(key, [article])
}

function dayKey(slug: string, moment: string): string {
  return `${moment.slice(0, 10)} ${slug}`
}
