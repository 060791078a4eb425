import type { PayloadRequest } from 'payload'
import { calledBy, holderOf, LOCKS } from '../access/locks'
import { idOf } from '../articles/idOf'
import { slugs } from '../options/slugs'

/** How long Payload takes a document for open after its last sign of life. */
const OPEN_MS = 300_000

/** Who has which of these articles open, the person who asks left out: names by id of the article. */
export async function openArticles(ids: readonly string[], req: PayloadRequest): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const { docs } = await req.payload.find({
    collection: LOCKS,
    depth: 0,
    limit: 0,
    overrideAccess: true,
    pagination: false,
    req,
    where: {
      and: [
        { 'document.relationTo': { equals: slugs.articles } },
        { 'document.value': { in: [...ids] } },
        { updatedAt: { greater_than: new Date(Date.now() - OPEN_MS).toISOString() } },
      ],
    },
  })
  const locks = docs.map((lock) => ({ article: idOf(lock.document?.value), user: holderOf(lock) }))
  const others = locks.filter(({ user }) => user !== undefined && user !== idOf(req.user))
  const names = await namesOf(others.flatMap(({ user }) => user ?? []), req)
  return new Map(others.flatMap(({ article, user }) => (article && user ? [[article, names.get(user) ?? '']] : [])))
}

async function namesOf(users: readonly string[], req: PayloadRequest): Promise<Map<string, string>> {
  if (users.length === 0) return new Map()
  const { docs } = await req.payload.find({
    collection: slugs.users,
    depth: 0,
    limit: 0,
    overrideAccess: true,
    pagination: false,
    req,
    select: { email: true, name: true },
    where: { id: { in: [...new Set(users)] } },
  })
  return new Map(docs.map((user) => [String(user.id), calledBy(user)]))
}
