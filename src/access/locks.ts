import type { Access, CollectionAfterReadHook, PayloadRequest, Where } from 'payload'
import { idOf } from '../articles/idOf'
import { slugs } from '../options/slugs'
import { ownArticles } from './ownArticles'
import { isNewsrooms } from '../options/ofNewsroom'
import { asksAs, loginOf, personOf } from './person'

/** Where Payload keeps who has what open. */
export const LOCKS = 'payload-locked-documents'

/** Who has something open; nobody where the login is gone. */
export function holderOf({ user }: { user?: { value?: unknown } | null }): string | undefined {
  return idOf(user?.value)
}

/**
 * What somebody may see to be open, and may let go: editors everything, journalists of articles their own, logins without a
 * role what is not the newsroom's. An article that somebody has open cannot be saved by others.
 */
export const locksInReach: Access = async ({ req }) => {
  const login = loginOf(req)
  if (!login || asksAs('editor', req)) return login !== undefined
  const locks = await allLocks(req)
  const own = await ownAmong(locks.flatMap(({ article }) => article ?? []), req)
  const isInReach = ({ article, isOfNewsroom, user }: Lock) => user === idOf(login) || (article === undefined ? !isOfNewsroom || personOf(req) !== undefined : own.includes(article))
  // Those in reach, and not those beyond: Payload tells people the conditions of what they may.
  return { id: { in: locks.filter(isInReach).map(({ id }) => id) } }
}

/** The same, for taking over; nobody says that somebody else has something open. */
export const mayTakeOver: Access = async (args) => {
  if (args.data && !isTakenBy(idOf(loginOf(args.req)), args.data)) return false
  return locksInReach(args)
}

function isTakenBy(id: string | undefined, data: unknown): boolean {
  if (typeof data !== 'object' || data === null || !('user' in data) || Object.keys(data).length > 1) return false
  const { user } = data
  return typeof user === 'object' && user !== null && 'relationTo' in user && user.relationTo === slugs.users && 'value' in user && idOf(user.value) === id
}

/**
 * Who has something open, by name: Payload's notices show the email or else the id, and most people may not read the logins of
 * others. The email stays hidden, but for a login of the project's that has no name.
 */
export const nameEditor: CollectionAfterReadHook = async ({ doc, overrideAccess, req }) => {
  const id = holderOf(doc)
  if (overrideAccess !== false || id === undefined || !loginOf(req)) return doc
  const user = await req.payload.findByID({ collection: slugs.users, id, depth: 0, disableErrors: true, overrideAccess: true, req, select: { email: true, name: true } })
  return user ? { ...doc, user: { ...doc.user, value: { id: user.id, email: calledBy(user), name: calledBy(user) } } } : doc
}

/** What a login is called: a project's own may have no name yet. */
export function calledBy({ email, name }: { email: string; name?: string | null }): string {
  return name || email
}

type Lock = { id: number | string; article: string | undefined; isOfNewsroom: boolean; user: string | undefined }

/** Who has what open, and which article that is; few, as a lock ends with the work or after minutes. */
async function allLocks(req: PayloadRequest): Promise<Lock[]> {
  const { docs } = await req.payload.find({ collection: LOCKS, depth: 0, limit: 0, overrideAccess: true, pagination: false, req })
  return docs.map((lock) => {
    const room = lock.document?.relationTo
    // All globals are the project's.
    const isOfNewsroom = room === undefined ? !lock.globalSlug : isNewsrooms(req.payload.collections[room].config)
    return { id: lock.id, article: room === slugs.articles ? idOf(lock.document?.value) : undefined, isOfNewsroom, user: holderOf(lock) }
  })
}

/** Those of these articles that are the caller's own, by their newest version. */
export async function ownAmong(ids: readonly string[], req: PayloadRequest): Promise<string[]> {
  const own = await ownArticles({ req })
  if (ids.length === 0 || typeof own === 'boolean') return []
  const where: Where = { and: [{ id: { in: [...ids] } }, own] }
  const { docs } = await req.payload.find({ collection: slugs.articles, depth: 0, draft: true, limit: 0, overrideAccess: true, pagination: false, req, select: {}, where })
  return docs.map(({ id }) => id)
}
