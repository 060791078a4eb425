import type { CollectionAfterChangeHook, CollectionBeforeChangeHook, CollectionBeforeDeleteHook, PayloadRequest, Where } from 'payload'
import { slugs } from '../../../src/options/slugs'
import type { Article } from '../../../src/payload-types'
import { addressOf, wasPublic } from '../../../src/articles/addresses'
import { redirectsTo } from '../../../src/formats/syndication/redirectsTo'
import { newestVersion } from '../newestVersion'
import { shownArticle } from './shownArticle'

/** The slugs under which readers have seen articles that are being saved, by their ids. */
class Seen extends Map<string, string> {}

/** Remembers under which slug readers know an article, before what they see is written over. */
export const noteOldSlug: CollectionBeforeChangeHook<Article> = async ({ context, data, operation, originalDoc, req }) => {
  const isBeside = context.savesDraft === true && data._status !== 'published'
  if (operation !== 'update' || !originalDoc?.firstPublishedAt || isBeside) return data
  const shown = await shownArticle(originalDoc.id, req)
  if (!shown?.slug || !wasPublic(shown)) return data
  const seen = context.seen instanceof Seen ? context.seen : new Seen()
  context.seen = seen.set(originalDoc.id, shown.slug)
  return data
}

/**
 * A new slug of what readers have seen leaves a redirect. It leads to the article itself, so that further slugs make no
 * chain; and an address that has an article again is redirected no more.
 */
export const redirectOldSlug: CollectionAfterChangeHook<Article> = async ({ context, doc, req }) => {
  const left = context.seen instanceof Seen ? context.seen.get(doc.id) : undefined
  // `doc` has only what was selected.
  const { _status, slug } = doc.slug && doc._status ? doc : ((await newestVersion(doc.id, req)) ?? doc)
  if (left === slug || (left === undefined && _status !== 'published')) return doc
  // A slug that was found to be free has no redirect.
  if (left === undefined && context.freeSlug === slug) return doc
  const addresses = [slug, left].flatMap((each) => (each ? [addressOf(each)] : []))
  const to = { type: 'reference', reference: doc.id, url: null } as const
  for (const { id } of await findRedirects({ from: { in: addresses } }, req)) await removeRedirect(id, req)
  for (const { id } of await redirectsTo(addresses, req)) await req.payload.update({ collection: 'redirects', id, data: { to }, depth: 0, overrideAccess: true, req })
  if (left === undefined) return doc
  await req.payload.create({ collection: 'redirects', data: { from: addressOf(left), to }, depth: 0, overrideAccess: true, req })
  return doc
}

/** What leads to an article that is deleted for good leads nowhere. */
export const deleteRedirects: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const article = await req.payload.findByID({ collection: slugs.articles, id, depth: 0, disableErrors: true, overrideAccess: true, req, select: { slug: true }, trash: true })
  const addresses = [String(id), article?.slug].flatMap((key) => (key ? [addressOf(key)] : []))
  const leading = [...(await redirectsTo(addresses, req)), ...(await findRedirects({ 'to.reference': { equals: id } }, req))]
  for (const redirect of leading) await removeRedirect(redirect.id, req)
}

async function findRedirects(where: Where, req: PayloadRequest): Promise<{ id: string; from: string }[]> {
  const { docs } = await req.payload.find({
    collection: 'redirects',
    depth: 0,
    limit: 0,
    overrideAccess: true,
    pagination: false,
    req,
    select: { from: true },
    where,
  })
  return docs
}

async function removeRedirect(id: string, req: PayloadRequest): Promise<void> {
  await req.payload.delete({ collection: 'redirects', id, depth: 0, overrideAccess: true, req })
}
