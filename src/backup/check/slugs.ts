import type { CollectionSlug } from 'payload'
import type { Doc } from '../format'
import { nameOf } from './types'
import type { DocumentCheck, Finding, Ground } from './types'

/** Missing slugs, and slugs used twice. */
export function slugCheck({ payload }: Ground): DocumentCheck {
  const taken = new Map<string, Map<string, string>>()
  const hasSlugs = (collection: string) => payload.collections[collection as CollectionSlug].config.flattenedFields.some((field) => field.name === 'slug' && 'unique' in field && field.unique)

  function look(collection: string, docs: readonly Doc[]): Finding[] {
    if (!hasSlugs(collection)) return []
    const others = taken.get(collection) ?? new Map<string, string>()
    taken.set(collection, others)
    return docs.flatMap((doc) => {
      const { slug } = doc
      if (typeof slug !== 'string' || slug === '') return doc._status === 'draft' ? [] : { message: `${nameOf(collection, doc)}: has no slug; give it one` }
      const other = others.get(slug)
      others.set(slug, String(doc.id))
      return other === undefined ? [] : { message: `${nameOf(collection, doc)}: has the same slug as ${collection} ${other}; change one of them` }
    })
  }

  return { look }
}
