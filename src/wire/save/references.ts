import type { Payload, PayloadRequest } from 'payload'
import { slugify } from '../../fields/slugify'
import type { WireByline, WireItem, WireSection, WireTag } from '../item'

const COLLECTIONS = ['authors', 'sections', 'tags'] as const
type ReferenceCollection = (typeof COLLECTIONS)[number]

type Known = { id: string; name: string; slug: string; aliases?: string[] | null; mediaTopic?: string | null; updatedAt: string }

/** The ids of what a story names. */
export type Resolved = {
  section: string | undefined
  tags: string[]
  bylines: { author: string; role: WireByline['role'] }[]
  /** What was made for it, as `authors: Jane Doe`. */
  made: string[]
}

/** A story names what is not there and may not be made; the message names all of it. */
export class UnknownReferenceError extends Error {
  override name = 'UnknownReferenceError'
}

/**
 * Knows authors, sections and tags by slug, name, alias and Media Topic, whatever the case and accents.
 *
 * All are loaded once; {@link refresh} brings in what others have made or changed since. What is made in a transaction
 * is forgotten again when that is undone ({@link forget}).
 */
export class References {
  readonly #payload: Payload
  readonly #mayCreate: boolean
  readonly #ids = new Map<string, string>()
  #since = ''
  /** Keys of what the current transaction has made. */
  #made: string[] = []

  constructor(payload: Payload, mayCreate: boolean) {
    this.#payload = payload
    this.#mayCreate = mayCreate
  }

  /** Brings in what was made or changed since the last time; whatever the last transaction made stays. */
  async refresh(): Promise<void> {
    this.#made = []
    const since = this.#since
    for (const collection of COLLECTIONS) {
      const { docs } = await this.#payload.db.find<Known>({
        collection,
        limit: 0,
        pagination: false,
        req: {},
        ...(since ? { where: { updatedAt: { greater_than_equal: since } } } : {}),
      })
      for (const doc of docs) {
        this.#learn(collection, doc)
        if (doc.updatedAt > this.#since) this.#since = doc.updatedAt
      }
    }
  }

  /** Forgets what the current transaction has made. */
  forget(): void {
    for (const key of this.#made) this.#ids.delete(key)
    this.#made = []
  }

  /**
   * Finds what a story names, and makes what is missing as part of the transaction.
   *
   * @throws UnknownReferenceError when something is missing and may not be made
   */
  async resolve(item: WireItem, req: PayloadRequest): Promise<Resolved> {
    if (!this.#mayCreate) this.#refuseUnknown(item)
    const made: string[] = []
    const section = item.section && (await this.#find('sections', item.section, req, made))
    const tags: string[] = []
    for (const tag of item.tags) tags.push(await this.#find('tags', tag, req, made))
    const bylines: Resolved['bylines'] = []
    for (const byline of item.bylines) bylines.push({ author: await this.#find('authors', byline, req, made), role: byline.role })
    return { bylines, made, section, tags: [...new Set(tags)] }
  }

  #refuseUnknown(item: WireItem): void {
    const unknown = [
      ...(item.section && !this.#lookUp('sections', item.section) ? [`section "${nameOf(item.section)}"`] : []),
      ...item.tags.filter((tag) => !this.#lookUp('tags', tag)).map((tag) => `tag "${nameOf(tag)}"`),
      ...item.bylines.filter((byline) => !this.#lookUp('authors', byline)).map((byline) => `author "${nameOf(byline)}"`),
    ]
    if (unknown.length > 0) {
      throw new UnknownReferenceError(`Not known: ${unknown.join(', ')}. Make them first, add an alias, or leave out --no-create.`)
    }
  }

  #lookUp(collection: ReferenceCollection, named: WireByline | WireSection | WireTag): string | undefined {
    const keys = [named.slug, named.name].map((text) => text && keyOf(collection, text))
    const topic = 'mediaTopic' in named && named.mediaTopic ? topicKey(collection, named.mediaTopic) : undefined
    for (const key of [...keys, topic]) {
      const id = key && this.#ids.get(key)
      if (id) return id
    }
    return undefined
  }

  async #find(
    collection: ReferenceCollection,
    named: WireByline | WireSection | WireTag,
    req: PayloadRequest,
    made: string[],
  ): Promise<string> {
    const known = this.#lookUp(collection, named)
    if (known) return known
    const doc = await this.#create(collection, named, req)
    this.#learn(collection, doc, this.#made)
    made.push(`${collection}: ${doc.name}`)
    return doc.id
  }

  #create(collection: ReferenceCollection, named: WireByline | WireSection | WireTag, req: PayloadRequest): Promise<Known> {
    const base = {
      name: nameOf(named),
      slug: named.slug ?? '',
      ...('mediaTopic' in named && named.mediaTopic ? { mediaTopic: named.mediaTopic } : {}),
    }
    const how = { depth: 0, overrideAccess: true, req } as const
    if (collection === 'authors') {
      return this.#payload.create({ ...how, collection, data: { ...base, role: authorRole(named) } })
    }
    if (collection === 'sections') return this.#payload.create({ ...how, collection, data: base })
    return this.#payload.create({ ...how, collection, data: { ...base, kind: 'kind' in named ? named.kind : 'subject' } })
  }

  #learn(collection: ReferenceCollection, doc: Known, keys: string[] = []): void {
    const names = [doc.slug, doc.name, ...(doc.aliases ?? [])].map((text) => keyOf(collection, text))
    const topics = doc.mediaTopic ? [topicKey(collection, doc.mediaTopic)] : []
    for (const key of [...names, ...topics]) {
      if (this.#ids.has(key)) continue
      this.#ids.set(key, doc.id)
      keys.push(key)
    }
  }
}

/** What a source that gives only a slug or a topic calls it. */
function nameOf(named: WireByline | WireSection | WireTag): string {
  const topic = 'mediaTopic' in named ? named.mediaTopic : undefined
  return named.name ?? named.slug ?? topic ?? ''
}

/** Slugs are blind to case, accents and punctuation; a name without a letter stands for itself. */
function keyOf(collection: ReferenceCollection, text: string): string {
  return `${collection}/${slugify(text) || text.trim()}`
}

function topicKey(collection: ReferenceCollection, topic: string): string {
  return `${collection}//${topic}`
}

/** A byline says what somebody did for one story; most who report are journalists. */
function authorRole(named: object): 'contributor' | 'editor' | 'journalist' | 'photographer' | 'translator' {
  const role = 'role' in named ? named.role : undefined
  if (role === 'editor' || role === 'photographer' || role === 'translator' || role === 'contributor') return role
  return 'journalist'
}
