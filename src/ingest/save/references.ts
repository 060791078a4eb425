import type { Payload, PayloadRequest } from 'payload'
import type { Transaction } from '../../database/transaction'
import { slugify, sourcesSlug } from '../../fields/slugify'
import { slugs } from '../../options/slugs'
import type { WireByline, WireItem, WireSection, WireTag } from '../item'

/** By their names in the options. */
const KINDS = ['authors', 'sections', 'tags'] as const
type ReferenceKind = (typeof KINDS)[number]

type Known = { id: string; name: string; slug: string; aliases?: string[] | null; mediaTopic?: string | null; updatedAt: string }

/** The ids of what a story names. */
export type Resolved = {
  section: string | undefined
  tags: string[]
  bylines: { author: string; role: WireByline['role'] }[]
  /** What was made for it, as `authors: Jane Doe`. */
  made: string[]
}

/** Clocks differ, and what is written first may be seen last: so far back is looked again. */
const OVERLAP_MS = 10_000

/**
 * Knows authors, sections and tags by slug, name, alias and Media Topic, whatever the case and accents.
 *
 * All are loaded once; each transaction begins with a {@link refresh} and, when it is kept, ends with {@link settle}.
 */
export class References {
  readonly #payload: Payload
  readonly #ids = new Map<string, string>()
  #since = ''
  /** Keys of what the current transaction has made. */
  readonly #made: string[] = []

  constructor(payload: Payload) {
    this.#payload = payload
  }

  /** Begins a transaction: brings in what others made or changed, and forgets what an undone one made. */
  async refresh(req: PayloadRequest): Promise<void> {
    for (const key of this.#made.splice(0)) this.#ids.delete(key)
    const since = this.#since && new Date(Date.parse(this.#since) - OVERLAP_MS).toISOString()
    for (const kind of KINDS) {
      const { docs } = await this.#payload.db.find<Known>({
        collection: slugs[kind],
        limit: 0,
        pagination: false,
        req,
        ...(since ? { where: { updatedAt: { greater_than_equal: since } } } : {}),
      })
      for (const doc of docs) {
        this.#learn(kind, doc)
        if (doc.updatedAt > this.#since) this.#since = doc.updatedAt
      }
    }
  }

  /** What the transaction has made is there to stay. */
  settle(): void {
    this.#made.length = 0
  }

  /** Finds what a story names, and makes what is missing as part of the transaction. */
  async resolve(item: WireItem, transaction: Transaction, { make }: { make: boolean }): Promise<Resolved> {
    if (!make) return this.#resolveKnown(item)
    const made: string[] = []
    const section = item.section && (await this.#find('sections', item.section, transaction, made))
    const tags: string[] = []
    for (const tag of item.tags) tags.push(await this.#find('tags', tag, transaction, made))
    const bylines: Resolved['bylines'] = []
    for (const byline of item.bylines) bylines.push({ author: await this.#find('authors', byline, transaction, made), role: byline.role })
    return { bylines: eachOnce(bylines), made, section, tags: [...new Set(tags)] }
  }

  #resolveKnown({ bylines, section, tags }: WireItem): Resolved {
    const authors = bylines.flatMap((byline) => {
      const author = this.#lookUp('authors', byline)
      return author === undefined ? [] : [{ author, role: byline.role }]
    })
    const ids = tags.flatMap((tag) => this.#lookUp('tags', tag) ?? [])
    return { bylines: eachOnce(authors), made: [], section: section && this.#lookUp('sections', section), tags: [...new Set(ids)] }
  }

  /** All that a story names and that is not there. */
  missing(item: WireItem): string[] {
    return [
      ...(item.section && !this.#lookUp('sections', item.section) ? [`section "${nameOf(item.section)}"`] : []),
      ...item.tags.filter((tag) => !this.#lookUp('tags', tag)).map((tag) => `tag "${nameOf(tag)}"`),
      ...item.bylines.filter((byline) => !this.#lookUp('authors', byline)).map((byline) => `author "${nameOf(byline)}"`),
    ]
  }

  #lookUp(kind: ReferenceKind, named: WireByline | WireSection | WireTag): string | undefined {
    const keys = [named.slug, named.name].map((text) => text && keyOf(kind, text))
    const topic = 'mediaTopic' in named && named.mediaTopic ? topicKey(kind, named.mediaTopic) : undefined
    for (const key of [...keys, topic]) {
      const id = key && this.#ids.get(key)
      if (id) return id
    }
    return undefined
  }

  async #find(
    kind: ReferenceKind,
    named: WireByline | WireSection | WireTag,
    transaction: Transaction,
    made: string[],
  ): Promise<string> {
    const known = this.#lookUp(kind, named)
    if (known) return known
    const parent = 'parent' in named && named.parent ? await this.#find('sections', named.parent, transaction, made) : undefined
    const doc = await this.#create(kind, named, transaction, parent)
    transaction.onUndo(() => this.#payload.delete({ collection: slugs[kind], id: doc.id, overrideAccess: true }))
    this.#learn(kind, doc, this.#made)
    made.push(`${kind}: ${doc.name}`)
    return doc.id
  }

  #create(kind: ReferenceKind, named: WireByline | WireSection | WireTag, { req }: Transaction, parent?: string): Promise<Known> {
    const base = {
      name: nameOf(named),
      slug: sourcesSlug(named.slug),
      ...('mediaTopic' in named && named.mediaTopic ? { mediaTopic: named.mediaTopic } : {}),
    }
    const how = { depth: 0, overrideAccess: true, req } as const
    if (kind === 'authors') {
      return this.#payload.create({ ...how, collection: slugs.authors, data: { ...base, role: authorRole(named) } })
    }
    if (kind === 'sections') {
      const description = 'description' in named ? named.description : undefined
      return this.#payload.create({ ...how, collection: slugs.sections, data: { ...base, ...(description ? { description } : {}), ...(parent ? { parent } : {}) } })
    }
    return this.#payload.create({ ...how, collection: slugs.tags, data: { ...base, kind: 'kind' in named ? named.kind : 'subject' } })
  }

  #learn(kind: ReferenceKind, doc: Known, keys: string[] = []): void {
    const names = [doc.slug, doc.name, ...(doc.aliases ?? [])].map((text) => keyOf(kind, text))
    const topics = doc.mediaTopic ? [topicKey(kind, doc.mediaTopic)] : []
    for (const key of [...names, ...topics]) {
      if (this.#ids.has(key)) continue
      this.#ids.set(key, doc.id)
      keys.push(key)
    }
  }
}

/** Two spellings of a name may be one author, who signs once for each role. */
function eachOnce(bylines: Resolved['bylines']): Resolved['bylines'] {
  return [...new Map(bylines.map((byline) => [`${byline.role} ${byline.author}`, byline])).values()]
}

/** What a source that gives only a slug or a topic calls it. */
function nameOf(named: WireByline | WireSection | WireTag): string {
  const topic = 'mediaTopic' in named ? named.mediaTopic : undefined
  return named.name ?? named.slug ?? topic ?? ''
}

/** Slugs ignore case, accents and punctuation; a name without a letter is compared as it is. */
function keyOf(kind: ReferenceKind, text: string): string {
  return `${kind}/${slugify(text) || text.trim()}`
}

function topicKey(kind: ReferenceKind, topic: string): string {
  return `${kind}//${topic}`
}

/** A byline says what somebody did for one story; most who report are journalists. */
function authorRole(named: object): 'contributor' | 'editor' | 'journalist' | 'photographer' | 'translator' {
  const role = 'role' in named ? named.role : undefined
  if (role === 'editor' || role === 'photographer' || role === 'translator' || role === 'contributor') return role
  return 'journalist'
}
