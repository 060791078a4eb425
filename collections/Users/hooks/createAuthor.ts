import type { CollectionAfterChangeHook, CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { idOf } from '../../../src/articles/idOf'
import { personOf } from '../../../src/access/person'
import { slugs } from '../../../src/options/slugs'
import type { User } from '../../../src/payload-types'

/**
 * Gives a journalist whom an admin creates an author to sign stories with: the one of the same name when no other login
 * has it, or a new one. Logins that code creates keep what they are given.
 */
export const createAuthor: CollectionBeforeChangeHook<User> = async ({ data, operation, req }) => {
  if (operation !== 'create' || !personOf(req) || idOf(data.author) !== undefined || !data.roles?.includes('journalist') || !data.name) return data
  const author = (await freeAuthor(data.name, req)) ?? (await newAuthor(data.name, req))
  return { ...data, author }
}

/** Notes the login on its author, unless the author already names one. */
export const linkAuthor: CollectionAfterChangeHook<User> = async ({ data, doc, operation, req }) => {
  // `doc` has only what was selected.
  const id = idOf(data.author)
  if (operation !== 'create' || !personOf(req) || id === undefined) return doc
  const author = await req.payload.findByID({ collection: slugs.authors, id, depth: 0, overrideAccess: true, req, select: { user: true } })
  if (!author.user) await req.payload.update({ collection: slugs.authors, id, data: { user: doc.id }, depth: 0, overrideAccess: true, req })
  return doc
}

async function freeAuthor(name: string, req: PayloadRequest): Promise<string | undefined> {
  const { docs } = await req.payload.find({ collection: slugs.authors, depth: 0, limit: 2, overrideAccess: true, req, select: { user: true }, where: { name: { equals: name.trim() } } })
  const [author, ...others] = docs
  if (!author || author.user || others.length > 0) return undefined
  const { totalDocs } = await req.payload.count({ collection: slugs.users, overrideAccess: true, req, where: { author: { equals: author.id } } })
  return totalDocs === 0 ? author.id : undefined
}

async function newAuthor(name: string, req: PayloadRequest): Promise<string> {
  const { id } = await req.payload.create({ collection: slugs.authors, data: { name, role: 'journalist', slug: '' }, depth: 0, overrideAccess: true, req })
  return id
}
