import type { Payload } from 'payload'
import { cache } from 'react'
import { idOf } from '../../articles/idOf'
import { slugs } from '../../options/slugs'

/**
 * What a person of the newsroom is called. Only admins read logins; that a colleague made something, everybody who sees it
 * at the desk may know by name, as they do of people who have an article open.
 *
 * @param person a login or its id
 * @returns undefined when there is none, or none any more
 */
export async function nameOf(payload: Payload, person: unknown): Promise<string | undefined> {
  const id = idOf(person)
  return id === undefined ? undefined : readName(payload, id)
}

/** Asked once for a page, however many rows of it name the same person. */
const readName = cache(async (payload: Payload, id: string): Promise<string | undefined> => {
  const user = await payload.findByID({ collection: slugs.users, id, depth: 0, disableErrors: true, overrideAccess: true, select: { name: true } })
  return user?.name
})
