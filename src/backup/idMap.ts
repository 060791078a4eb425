import { createHash } from 'node:crypto'
import type { CollectionSlug, Payload } from 'payload'
import { idKindOf, usualIdKind } from '../database/idKinds'
import type { IdKind } from '../database/idKinds'
import type { DocID } from './format'

/** What ids look like that stand in JSON or in texts by themselves. */
const ID_FORM = /^(?:[0-9a-f]{24}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i

/** Which ids the documents of a backup get here: their own where both databases have ids of one kind, else the same ones every time. */
export class IdMap {
  readonly #saved: Readonly<Record<string, IdKind>>
  readonly #payload: Payload
  readonly #ids = new Map<string, Map<DocID, DocID>>()

  /** @param saved what the ids of each collection were */
  constructor(payload: Payload, saved: Readonly<Record<string, IdKind>>) {
    this.#payload = payload
    this.#saved = saved
  }

  /** Takes in a document of the backup; false when there is one with this id already. */
  add(slug: string, id: DocID): boolean {
    const ids = this.#ids.get(slug) ?? new Map<DocID, DocID>()
    this.#ids.set(slug, ids)
    if (ids.has(id)) return false
    const kind = idKindOf(this.#payload, slug as CollectionSlug)
    ids.set(id, this.#saved[slug] === kind ? id : (converted(kind, `${slug}/${String(id)}`) ?? ids.size + 1))
    return true
  }

  /** The id that a document gets; undefined for one that is not in the backup. */
  of(slug: string, id: DocID): DocID | undefined {
    return this.#ids.get(slug)?.get(id)
  }

  /** The same for what may be an id of any collection. */
  ofText(text: string): DocID | undefined {
    if (!ID_FORM.test(text)) return undefined
    for (const ids of this.#ids.values()) {
      const id = ids.get(text)
      if (id !== undefined) return id
    }
    return undefined
  }

  /** What the id of a document that is not in the backup becomes. */
  ofGone(slug: string, id: DocID): DocID | null {
    const kind = idKindOf(this.#payload, slug as CollectionSlug)
    return this.#saved[slug] === kind ? id : (converted(kind, `${slug}/${String(id)}`) ?? null)
  }

  /** The id of a version or a global; undefined where the database counts, and is to say it. */
  ofOther(id: DocID): DocID | undefined {
    const kind = usualIdKind(this.#payload)
    return isOfKind(kind, id) ? id : converted(kind, String(id))
  }
}

function isOfKind(kind: IdKind, id: DocID): boolean {
  if (kind === 'number') return typeof id === 'number'
  return typeof id === 'string' && (kind === 'text' || /^[0-9a-f]{24}$/.test(id) === (kind === 'objectId'))
}

/** An id of this kind made of another one; undefined where the database counts. */
function converted(kind: IdKind, id: string): string | undefined {
  const hash = createHash('sha256').update(id).digest('hex')
  if (kind === 'number') return undefined
  if (kind === 'text') return id.slice(id.indexOf('/') + 1)
  if (kind === 'objectId') return hash.slice(0, 24)
  // Version 8 is for what is made by a rule of one's own (RFC 9562).
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}
