import type { Payload, PayloadRequest, Where } from 'payload'
import { idOf } from '../../articles/idOf'
import { slugs } from '../../options/slugs'
import type { ArticleDocument } from '../types'
import { addressOf, wasPublic } from '../../articles/addresses'
import { ADDRESS, DEPTH, populated, WHOLE } from './selection'
import { mayBeSlug } from '../../articles/slugs'

/** The article of a slug or an id, if the caller may read it, with everything that the formats print. */
export async function findArticle(key: string, req: PayloadRequest): Promise<ArticleDocument | undefined> {
  return findWhole(key, req, false)
}

/** The same as it is at the desk: its newest version, if the caller may read that. */
export async function findDraft(key: string, req: PayloadRequest): Promise<ArticleDocument | undefined> {
  return findWhole(key, req, true)
}

async function findWhole(key: string, req: PayloadRequest, draft: boolean): Promise<ArticleDocument | undefined> {
  return firstOf(keysOf(key, req.payload), async (where) => {
    const { docs } = await req.payload.find({
      collection: slugs.articles,
      depth: DEPTH,
      draft,
      limit: 1,
      overrideAccess: false,
      pagination: false,
      populate: populated(),
      req,
      select: WHOLE,
      where,
    })
    return docs[0]
  })
}

/** Where an article has gone that readers knew by this slug, if the caller may read it. */
export async function findMoved(slug: string, req: PayloadRequest): Promise<{ id: string; slug: string } | undefined> {
  const id = await redirectOf(slug, req)
  return id === undefined ? undefined : findAddress(id, req)
}

/** The slug of an article, if the caller may read it. */
export async function findAddress(id: string, req: PayloadRequest): Promise<{ id: string; slug: string } | undefined> {
  const { docs } = await req.payload.find({
    collection: slugs.articles,
    depth: 0,
    limit: 1,
    overrideAccess: false,
    pagination: false,
    req,
    select: { slug: true },
    where: { id: { equals: id } },
  })
  return docs[0] && { id, slug: docs[0].slug }
}

/** The article that the address with this slug is redirected to. */
async function redirectOf(slug: string, { payload }: PayloadRequest): Promise<string | undefined> {
  if (!mayBeSlug(slug)) return undefined
  const { docs } = await payload.find({
    collection: 'redirects',
    depth: 0,
    limit: 1,
    overrideAccess: true,
    pagination: false,
    where: { from: { equals: addressOf(slug) } },
  })
  return idOf(docs[0]?.to?.reference)
}

/**
 * A withdrawn article, for its notice: of what was public before it was withdrawn, which one it is and what it was
 * called. One that was withdrawn before its date or embargo was never public, and there is nothing to withdraw.
 */
export async function findWithdrawn(key: string, req: PayloadRequest): Promise<ArticleDocument | undefined> {
  const { payload } = req
  const moved = await redirectOf(key, req)
  return firstOf([...keysOf(key, payload), ...(moved ? [{ id: { equals: moved } }] : [])], async (where) => {
    const { docs } = await payload.find({
      collection: slugs.articles,
      depth: 0,
      limit: 1,
      overrideAccess: true,
      pagination: false,
      select: { ...ADDRESS, createdAt: true },
      where: { and: [where, { pubStatus: { equals: 'canceled' } }, { firstPublishedAt: { exists: true } }] },
    })
    return docs.filter((doc) => wasPublic(doc)).map(noticeOf)[0]
  })
}

/** What readers are told of an article that was withdrawn without a word. */
export const WITHDRAWN = 'This article has been withdrawn.'

/** What readers who ask for an article are told when it was withdrawn; nothing of what was not. */
export async function findNotice(key: string, req: PayloadRequest): Promise<string | undefined> {
  const withdrawn = await findWithdrawn(key, req)
  if (!withdrawn) return undefined
  const { notice } = await req.payload.findByID({
    collection: slugs.articles,
    id: withdrawn.id,
    depth: 0,
    overrideAccess: true,
    req,
    select: { notice: true },
    trash: true,
  })
  return notice?.trim() || WITHDRAWN
}

/** The headline of what is back in draft may be one that readers never saw. */
function noticeOf(article: ArticleDocument): ArticleDocument {
  return article._status === 'published' ? article : { ...article, headline: null }
}

/** How to look for an article: by slug first, and by id where the text looks like one, for others no database takes. */
export function keysOf(key: string, { db }: Payload): Where[] {
  if (!mayBeSlug(key)) return []
  const id = db.name === 'mongoose' ? /^[0-9a-f]{24}$/i : /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
  return [{ slug: { equals: key } }, ...(id.test(key) ? [{ id: { equals: key } }] : [])]
}

async function firstOf(keys: readonly Where[], find: (where: Where) => Promise<ArticleDocument | undefined>) {
  for (const where of keys) {
    const article = await find(where)
    if (article) return article
  }
  return undefined
}
