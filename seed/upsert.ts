import type { Payload, RequiredDataFromCollectionSlug, Where } from 'payload'
import { contentHash } from '../src/ingest/contentHash'

/**
 * What the seed did with a document: made it, brought it up to date, found it as it should be, or left it alone
 * because an editor has changed (or trashed) it since.
 */
type Outcome = 'created' | 'updated' | 'unchanged' | 'kept'

/** One line of the seed's report. */
export type SeedRow = {
  collection: SeededSlug
  name: string
  outcome: Outcome
  id: number | string
  /** How many documents it is about. @default 1 */
  documents?: number
}

/** A document as it is stored, whatever its collection. */
type Stored = Record<string, unknown> & { id: number | string }

type SeededSlug = 'articles' | 'authors' | 'sections' | 'tags'

type Upsert<Slug extends SeededSlug> = {
  payload: Payload
  collection: Slug
  /** What the report calls it. */
  name: string
  /** How to find it again. */
  where: Where
  data: RequiredDataFromCollectionSlug<Slug>
}

/**
 * Makes a document be what the seed says, unless an editor has changed it since the seed last wrote it.
 *
 * What counts are the fields the seed sets; what editors add in others stays.
 */
export async function upsert<Slug extends SeededSlug>({
  payload,
  collection,
  name,
  where,
  data,
}: Upsert<Slug>): Promise<SeedRow> {
  const importHash = contentHash(asRecord(data), Object.keys(data))
  const marked = { ...data, importHash }
  const stored = await findStored(payload, collection, where)

  if (!stored) {
    const { id } = await payload.create({ collection, data: marked, overrideAccess: true })
    return { collection, name, outcome: 'created', id }
  }
  const row = (outcome: Outcome): SeedRow => ({ collection, name, outcome, id: stored.id })
  const current = contentHash(stored, Object.keys(data))
  if (stored.deletedAt) return row('kept')
  if (current === importHash) return row('unchanged')
  if (stored.importHash !== current) return row('kept')
  await payload.update<SeededSlug, object>({ collection, id: stored.id, data: marked, overrideAccess: true })
  return row('updated')
}

/** The newest version, drafts and the trash included, with relations as ids. */
async function findStored(payload: Payload, collection: SeededSlug, where: Where): Promise<Stored | undefined> {
  const { docs } = await payload.find({
    collection,
    depth: 0,
    draft: true,
    limit: 1,
    overrideAccess: true,
    pagination: false,
    showHiddenFields: true,
    sort: 'createdAt',
    trash: true,
    where,
  })
  const [doc] = docs
  return doc && { ...asRecord(doc), id: doc.id }
}

function asRecord(value: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value))
}
