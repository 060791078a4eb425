import type { CollectionSlug, PayloadRequest } from 'payload'
import { numberedSlug } from './slugify'

/** Slugs asked for at once on the first look; doubled on each further one. */
const FIRST_LOOK = 8

/**
 * The first of `base`, `base-2`, `base-3`, ... for which `isTaken` does not say so.
 *
 * @param isTaken which of these slugs are taken
 */
export async function firstFreeSlug(
  base: string,
  isTaken: (candidates: string[]) => Promise<ReadonlySet<string>>,
): Promise<string> {
  for (let first = 1, size = FIRST_LOOK; ; first += size, size *= 2) {
    const candidates = Array.from({ length: size }, (_, i) => numberedSlug(base, first + i))
    const taken = await isTaken(candidates)
    const free = candidates.find((candidate) => !taken.has(candidate))
    if (free !== undefined) return free
  }
}

type FreeSlugQuestion = {
  base: string
  collection: CollectionSlug
  /** The document that asks: its own slug is free to it. */
  id: unknown
  req: PayloadRequest
}

/** The first numbered form of a slug that no other document of the collection has, the trash included. */
export function freeSlug({ base, collection, id, req }: FreeSlugQuestion): Promise<string> {
  return firstFreeSlug(base, async (candidates) => {
    const { docs } = await req.payload.find({
      collection,
      depth: 0,
      limit: candidates.length,
      overrideAccess: true,
      pagination: false,
      req,
      select: { slug: true },
      trash: true,
      where: { and: [{ slug: { in: candidates } }, ...(id ? [{ id: { not_equals: id } }] : [])] },
    })
    return new Set(docs.map((doc) => ('slug' in doc && typeof doc.slug === 'string' ? doc.slug : '')))
  })
}
