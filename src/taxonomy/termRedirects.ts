import type { CollectionAfterChangeHook, CollectionBeforeDeleteHook, PayloadRequest } from 'payload'
import { restOf } from '../articles/addresses'
import { redirectsTo } from '../formats/syndication/redirectsTo'
import { FEED_FILES } from '../formats/urls'
import { slugs } from '../options/slugs'

/** What has a page and feeds of its own, below this name: on the site, whatever the collection is called. */
type Kind = 'authors' | 'sections' | 'tags'

/** Redirects the old address of a section, tag or author with a new slug, and removes the redirect of an address that is in use again. */
export function redirectOldTermSlug(kind: Kind): CollectionAfterChangeHook<{ id: string; slug: string }> {
  return async ({ doc, operation, previousDoc, req }) => {
    const left = operation === 'update' ? previousDoc.slug : undefined
    // `doc` has only what was selected.
    const slug = (doc.slug as string | undefined) ?? (await req.payload.findByID({ collection: slugs[kind], id: doc.id, depth: 0, overrideAccess: true, req, select: { slug: true } })).slug
    if (left === slug) return doc
    if (left) await leaveRedirect({ kind, from: left, into: slug }, req)
    else await freeAddress(addressOf(kind, slug), req)
    return doc
  }
}

/** Deletes the redirects to a section, tag or author that is deleted. After a merge they lead to the other one. */
export function deleteTermRedirects(kind: Kind): CollectionBeforeDeleteHook {
  return async ({ context, id, req }) => {
    if (context.isMerging === true) return
    const term = await req.payload.findByID({ collection: slugs[kind], id, depth: 0, disableErrors: true, overrideAccess: true, req, select: { slug: true } })
    if (!term) return
    const address = addressOf(kind, term.slug)
    const leading = await redirectsTo([address, ...Object.values(FEED_FILES).map((file) => `/feeds${address}/${file}`)], req)
    for (const redirect of leading) await req.payload.delete({ collection: 'redirects', id: redirect.id, depth: 0, overrideAccess: true, req })
  }
}

type Move = { kind: Kind; from: string; into: string }

/** Redirects one page to another. What led to the old one leads to the new one, so that there are no chains. */
export async function leaveRedirect({ from, into, kind }: Move, req: PayloadRequest): Promise<void> {
  const [old, url] = [addressOf(kind, from), addressOf(kind, into)]
  const to = (rest: string) => ({ type: 'custom' as const, url: url + rest })
  const how = { collection: 'redirects' as const, depth: 0, overrideAccess: true, req }
  await freeAddress(url, req)
  await freeAddress(old, req)
  for (const { id, url: led } of await redirectsTo([old], req)) await req.payload.update({ ...how, id, data: { to: to(restOf(led)) } })
  await req.payload.create({ ...how, data: { from: old, to: to('') } })
}

async function freeAddress(address: string, req: PayloadRequest): Promise<void> {
  await req.payload.delete({ collection: 'redirects', depth: 0, overrideAccess: true, req, where: { from: { equals: address } } })
}

/** The path of a page on the site that readers visit; readable, so not percent-encoded. */
function addressOf(kind: Kind, slug: string): string {
  return `/${kind}/${slug}`
}
