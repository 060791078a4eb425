import type { CollectionSlug, Payload } from 'payload'
import { isNewsrooms } from '../options/ofNewsroom'
import { isMongo } from './engine'

/** What the ids of documents are: those that the database counts, MongoDB's ObjectIds, UUIDs, or what a project makes itself. */
export const ID_KINDS = ['number', 'objectId', 'text', 'uuid'] as const

export type IdKind = (typeof ID_KINDS)[number]

/** The kind of the ids of a collection here. */
export function idKindOf({ collections, db }: Payload, slug: CollectionSlug): IdKind {
  const { config, customIDType } = collections[slug]
  if (customIDType === 'number') return 'number'
  // Those of src/plugin/hostCollections.ts.
  if (customIDType === 'text') return isNewsrooms(config) ? 'uuid' : 'text'
  return usualIdKind({ db })
}

/** The kind of ids where nothing else is said, as of versions and globals. */
export function usualIdKind({ db }: Pick<Payload, 'db'>): IdKind {
  if (isMongo(db)) return 'objectId'
  return db.defaultIDType === 'number' ? 'number' : 'uuid'
}
