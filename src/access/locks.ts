import type { Access, CollectionAfterReadHook, PayloadRequest, Where } from 'payload'
import { idOf } from '../articles/idOf'
import { ownArticles } from './ownArticles'
import { asksAs, personOf } from './person'

/** Where Payload keeps who has what open. */
export const LOCKS = 'payload-locked-documents'

/** Who has something open; nobody where the login is gone. */
export function holderOf({ user }: { user?: { value?: unknown } | null }): string | undefined {
  return idOf(user?.value)
}

/**
 * What somebody may see to be open, and may let go: editors everything, journalists of articles their own. Whoever has an
 * article open keeps others from saving it.
 */
export const locksInReach: Access = async ({ req }) => {
  const person = personOf(req)
  if (!person || asksAs('editor', req)) return person !== undefined
  const locks = await allLocks(req)
  const own = await ownAmong(locks.flatMap(({ article }) => article ?? []), req)
  // Those in reach, and not those beyond: Payload tells people the conditions of what they may.
  return { id: { in: locks.filter(({ article, user }) => article === undefined || user === idOf(person) || own.includes(article)).map(({ id }) => id) } }
}

/** The same, for taking over; nobody says that somebody else has something open. */
export const mayTakeOver: Access = async (args) => {
  if (args.data && !isTakenBy(idOf(personOf(args.req)), args.data)) return false
  return locksInReach(args)
}

function isTakenBy(id: string | undefined, data: unknown): boolean {
  if (typeof data !== 'object' || data === null || !('user' in data) || Object.keys(data).length > 1) return false
  const { user } = data
  return typeof user === 'object' && user !== null && 'relationTo' in user && user.relationTo === 'users' && 'value' in user && idOf(user.value) === id
}

/**
 * Who has something open, by name: Payload's notices show the email or else the id, and most people may not read the logins of
 * others. The email stays hidden.
 */
export const nameEditor: CollectionAfterReadHook = async ({ doc, overrideAccess, req }) => {
  const id = holderOf(doc)
  if (overrideAccess !== false || id === undefined || !personOf(req)) return doc
  const user = await req.payload.findByID({ collection: 'users', id, depth: 0, disableErrors: true, overrideAccess: true, req, select: { name: true } })
  return user ? { ...doc, user: { ...doc.user, value: { id, email: user.name, name: user.name } } } : doc
}

type Lock = { id: string; article: string | undefined; user: string | undefined }

/** Who has what open, and which article that is; few, as a lock ends with the work or after minutes. */
async function allLocks(req: PayloadRequest): Promise<Lock[]> {
  const { docs } = await req.payload.find({ collection: LOCKS, depth: 0, limit: 0, overrideAccess: true, pagination: false, req })
  return docs.map((lock) => ({ id: lock.id, article: lock.document?.relationTo === 'articles' ? idOf(lock.document.value) : undefined, user: holderOf(lock) }))
}

/** Those of these articles that are the caller's own, by their newest version. */
export async function ownAmong(ids: readonly string[], req: PayloadRequest): Promise<string[]> {
  const own = await ownArticles({ req })
  if (ids.length === 0 || typeof own === 'boolean') return []
  const where: Where = { and: [{ id: { in: [...ids] } }, own] }
  const { docs } = await req.payload.find({ collection: 'articles', depth: 0, draft: true, limit: 0, overrideAccess: true, pagination: false, req, select: {}, where })
  return docs.map(({ id }) => id)
}
