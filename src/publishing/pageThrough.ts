import type { Payload, Where } from 'payload'
import type { ArticleDocument } from '../formats/types'
import { DEPTH, POPULATE, WHOLE } from './selection'

/** Articles in memory at a time. */
const PAGE_SIZE = 100

type Place = { createdAt: string; id: string }

/**
 * Every article of a query, oldest first, a page at a time.
 *
 * Each page begins after the last article of the one before, not at a count: what is written or deleted meanwhile
 * neither skips an article nor gives one twice.
 */
export async function* pageThrough(payload: Payload, where: Where, pageSize: number = PAGE_SIZE): AsyncGenerator<ArticleDocument> {
  let place: Place | undefined
  do {
    const { docs } = await payload.find({
      collection: 'articles',
      depth: DEPTH,
      limit: pageSize,
      overrideAccess: true,
      pagination: false,
      populate: POPULATE,
      select: WHOLE,
      sort: ['createdAt', 'id'],
      where: place ? { and: [where, after(place)] } : where,
    })
    yield* docs
    place = docs.length === pageSize ? docs.at(-1) : undefined
  } while (place)
}

function after({ createdAt, id }: Place): Where {
  return {
    or: [
      { createdAt: { greater_than: createdAt } },
      { and: [{ createdAt: { equals: createdAt } }, { id: { greater_than: id } }] },
    ],
  }
}
