import { headers } from 'next/headers'
import { createLocalReq } from 'payload'
import type { Payload } from 'payload'
import { slugs } from '../../options/slugs'
import { idFormat } from '../../validation/refuseBadInput'
import { sanitizeListQuery } from './sanitizeListQuery'
import type { SearchParams, Unasked } from './sanitizeListQuery'

/** The order of the list of articles where nobody has sorted it: what changed last comes first. Drafts have no date, so a date would not do. */
const SORT_OF_ARTICLES = '-updatedAt'

/** The query of an admin page as it can be asked for; of pages that are no lists, as it is. */
export async function readList(payload: Payload, segments: readonly string[] | undefined, params: SearchParams): Promise<{ params: SearchParams; unasked: Unasked | undefined }> {
  const [room, slug, below, ...more] = segments ?? []
  const collection = payload.config.collections.find((each) => each.slug === slug)?.slug
  const isList = room === 'collections' && collection !== undefined && (below === undefined || below === 'trash') && more.length === 0
  if (!isList) return { params, unasked: undefined }
  if (collection === slugs.articles && params.sort === undefined) return readList(payload, segments, { ...params, sort: SORT_OF_ARTICLES })
  if (Object.keys(params).length === 0) return { params, unasked: undefined }
  const { user } = await payload.auth({ headers: await headers() })
  const req = await createLocalReq({ ...(user && { user }) }, payload)
  const { collections } = payload
  return sanitizeListQuery(params, {
    collection,
    collections,
    isId: idFormat(payload),
    readsAll: (other) => collections[other].config.access.read({ req }) === true,
  })
}
