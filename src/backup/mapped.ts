import type { FlattenedField, Payload } from 'payload'
import { hasForeignKeys } from '../database/load'
import { slugs } from '../options/slugs'
import type { Doc, DocID, Kind } from './format'
import { isDoc, isDocID } from './format'
import type { IdMap } from './idMap'
import { visitReferences } from './references'

/** Writes the ids of this database into the documents of a backup, wherever they name one another. */
export class Mapper {
  readonly #payload: Payload
  readonly #ids: IdMap
  /** Relations to documents that are not in the backup, and that the database does not take. */
  cleared = 0

  constructor(payload: Payload, ids: IdMap) {
    this.#payload = payload
    this.#ids = ids
  }

  map(kind: Kind, slug: string, doc: Doc): Doc {
    const fields = fieldsOf(this.#payload, kind, slug)
    const isVersion = kind === 'versions' || kind === 'global-versions'
    const data = isVersion ? doc.version : doc
    if (isDoc(data)) {
      visitReferences(fields, data, this.#payload.config, ({ collection, id, isInText }) => this.#mapped(collection, id, isInText))
      this.#mapTexts(data)
      this.#mapCounted(slug, data)
      if (slug === 'payload-preferences') this.#mapPreference(data)
    }
    if (kind === 'versions' && isDocID(doc.parent)) doc.parent = this.#mapped(slug, doc.parent, false)
    if (isDocID(doc.id)) doc.id = kind === 'collections' ? (this.#ids.of(slug, doc.id) ?? doc.id) : this.#ids.ofOther(doc.id)
    return doc
  }

  #mapped(slug: string, id: DocID, isInText: boolean): DocID | null {
    if (!Object.hasOwn(this.#payload.collections, slug)) return id
    const mapped = this.#ids.of(slug, id)
    if (mapped !== undefined) return mapped
    if (isInText || !hasForeignKeys(this.#payload)) return this.#ids.ofGone(slug, id) ?? id
    this.cleared += 1
    return null
  }

  /** Texts and values of JSON that are an id, whatever field they are in. Relations have been mapped by then, to ids that no saved document has. */
  #mapTexts(doc: Doc): void {
    const pending: unknown[] = [doc]
    while (pending.length > 0) {
      const holder = pending.pop()
      if (typeof holder !== 'object' || holder === null) continue
      for (const [key, value] of Object.entries(holder)) {
        const id = typeof value === 'string' && key !== 'id' ? this.#ids.ofText(value) : undefined
        if (id !== undefined && id !== value) Reflect.set(holder, key, id)
        else if (typeof value === 'object') pending.push(value)
      }
    }
  }

  /** People whose ids are numbers, where JSON says no more of them. Other ids are known by their form. */
  #mapCounted(slug: string, { input, saves }: Doc): void {
    const people = this.#payload.config.admin.user
    const map = (holder: unknown, key: string) => {
      if (isDoc(holder) && typeof holder[key] === 'number') holder[key] = this.#ids.of(people, holder[key]) ?? holder[key]
    }
    if (slug === 'payload-jobs') map(input, 'user')
    if (slug === slugs.articles && Array.isArray(saves)) for (const save of saves) map(save, 'by')
  }

  /** The page of a document is remembered as `collection-articles-<id>`. */
  #mapPreference(doc: Doc): void {
    const { key } = doc
    if (typeof key !== 'string') return
    for (const slug of Object.keys(this.#payload.collections)) {
      const start = `collection-${slug}-`
      if (!key.startsWith(start)) continue
      const text = key.slice(start.length)
      const id = this.#ids.of(slug, text) ?? this.#ids.of(slug, Number(text))
      if (id !== undefined) doc.key = `${start}${String(id)}`
    }
  }
}

/** The fields of a document, or of what a version holds. */
export function fieldsOf({ collections, globals }: Payload, kind: Kind, slug: string): readonly FlattenedField[] {
  if (kind === 'globals' || kind === 'global-versions') return globals.config.find((each) => each.slug === slug)?.flattenedFields ?? []
  return Object.hasOwn(collections, slug) ? (collections[slug as keyof typeof collections].config.flattenedFields) : []
}
