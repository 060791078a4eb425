import { ValidationError } from 'payload'
import type { CollectionBeforeValidateHook, PayloadRequest } from 'payload'
import { nameKey } from './nameKey'

type Named = { id: number | string; name: string; slug: string }

/**
 * A hook by which nobody gives a section or a tag the name of another: articles would be spread over the two. What the
 * newsroom makes by itself, for an import, looks for what is there first.
 *
 * Two who give the same name at the same moment both succeed; tags can then be merged.
 */
export function keepNamesApart(collection: 'sections' | 'tags'): CollectionBeforeValidateHook<Named> {
  const kind = collection === 'sections' ? 'section' : 'tag'
  return async ({ data, originalDoc, req }) => {
    const { name } = data ?? {}
    if (req.payloadAPI === 'local' || typeof name !== 'string' || name === '') return data
    const key = nameKey(name)
    if (originalDoc?.name !== undefined && nameKey(originalDoc.name) === key) return data
    const other = (await namesOf(collection, req)).find((each) => each.id !== originalDoc?.id && nameKey(each.name) === key)
    if (!other) return data
    const message = `There is a ${kind} "${other.name}" already (${other.slug}): use that one, or choose another name.`
    throw new ValidationError({ collection, errors: [{ path: 'name', label: 'Name', message }], req }, req.t)
  }
}

/** All of them: no index of either engine is blind to accents. */
async function namesOf(collection: 'sections' | 'tags', req: PayloadRequest): Promise<Named[]> {
  const { docs } = await req.payload.db.find<Named>({ collection, limit: 0, pagination: false, req, select: { name: true, slug: true } })
  return docs
}

/** A copy of a section or a tag has a name of its own, as Payload gives one to what must be unique. */
export function copyName({ value }: { value?: unknown }): unknown {
  return typeof value === 'string' ? `${value} - Copy` : value
}
