import type { CollectionSlug } from 'payload'
import { entriesOf } from '../../articles/search/searched'
import { bareAdapter } from '../../database/bare'
import { searchIndexOf } from '../../database/search/withSearch'
import { slugs } from '../../options/slugs'
import { isDoc } from '../format'
import type { Doc } from '../format'
import { fieldsOf } from '../mapped'
import { visitReferences } from '../references'
import type { Reference } from '../references'
import { nameOf } from './types'
import type { Finding, Ground } from './types'

/** Relations to documents that do not exist. */
export function relationsOf(ground: Ground, slug: string, doc: Doc): Finding[] {
  return goneIn(ground, slug, doc).map((gone) => ({
    message: `${nameOf(slug, doc)}: ${told(gone)}`,
    ...(!gone.isInText && { repair: () => clear(ground, slug, doc, gone) }),
  }))
}

/** The same for the newest version of a document. */
export function relationsOfVersion(ground: Ground, slug: string, version: Doc): Finding[] {
  const data = version.version
  if (!isDoc(data)) return []
  return goneIn(ground, slug, data).map((gone) => ({
    message: `newest version of ${slug} ${String(version.parent)}: ${told(gone)}`,
    ...(!gone.isInText && { repair: () => clearInVersion(ground, slug, version, gone) }),
  }))
}

function goneIn({ ids, payload }: Ground, slug: string, doc: Doc): Reference[] {
  const gone: Reference[] = []
  visitReferences(fieldsOf(payload, 'collections', slug), doc, payload.config, (reference) => {
    if (ids.get(reference.collection)?.has(reference.id) === false) gone.push(reference)
    return reference.id
  })
  return gone
}

function told({ collection, id, isInText, path }: Reference): string {
  return `${path} refers to ${collection} ${String(id)}, which does not exist${isInText ? '; edit the text' : ''}`
}

/** Clears one relation in the current value of its field, and updates the search index. */
async function clear({ payload }: Ground, slug: string, { id }: Doc, gone: Reference): Promise<string> {
  const { db } = payload
  const [collection, field = ''] = [slug as CollectionSlug, gone.path.split('.', 1)[0]]
  const stored: Doc | null = await bareAdapter(db).findOne({ collection, joins: false as never, req: {}, where: { id: { equals: id } } })
  if (stored) {
    without(payload, slug, stored, gone)
    await db.updateOne({ collection, id: id as string, data: { [field]: stored[field] ?? null, updatedAt: null }, joins: false as never, req: {}, returning: false })
  }
  return `cleared ${gone.path}`
}

async function clearInVersion({ payload }: Ground, slug: string, { id, ...version }: Doc, gone: Reference): Promise<string> {
  if (isDoc(version.version)) without(payload, slug, version.version, gone)
  // The adapter writes its own ids into what it is given.
  const entries = slug === slugs.articles && isDoc(version.version) ? entriesOf('articles', version.version) : undefined
  await bareAdapter(payload.db).updateVersion({ collection: slug as CollectionSlug, id: id as string, req: {}, returning: false, versionData: version as never })
  const index = searchIndexOf(payload)
  if (entries && index?.indexNames.includes('versions')) await index.put('versions', [{ id: String(id), entries }])
  return `cleared ${gone.path}`
}

function without({ config, ...payload }: Ground['payload'], slug: string, doc: Doc, gone: Reference): void {
  visitReferences(fieldsOf({ config, ...payload } as Ground['payload'], 'collections', slug), doc, config, ({ collection, id, isInText }) => (!isInText && collection === gone.collection && id === gone.id ? null : id))
}
