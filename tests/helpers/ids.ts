import type { CollectionSlug, Payload } from 'payload'

/** An id as a query of GraphQL holds it: those that the database counts are numbers, whatever our types say. */
export function inGraphql(id: number | string): string {
  return JSON.stringify(id)
}

/** Whether the database counts the ids of a collection, or of versions where none is named. */
export function isCounted({ collections, db }: Payload, slug?: CollectionSlug): boolean {
  return ((slug && collections[slug].customIDType) ?? db.defaultIDType) === 'number'
}
