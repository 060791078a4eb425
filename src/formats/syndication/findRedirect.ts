import type { PayloadRequest } from 'payload'
import { idOf } from '../../articles/idOf'
import type { FormatOptions } from '../types'
import { articleUrl } from '../urls'
import { findAddress } from './findArticle'
import { mayBeSlug } from '../../articles/slugs'

/**
 * Where an address leads since it moved, as a path or in full, percent-encoded; nothing where it leads to an article that
 * the caller may not read.
 *
 * @param path decoded, beginning with a slash
 */
export async function findRedirect(path: string, here: FormatOptions, req: PayloadRequest): Promise<string | undefined> {
  if (!mayBeSlug(path)) return undefined
  const { docs } = await req.payload.find({
    collection: 'redirects',
    depth: 0,
    limit: 1,
    overrideAccess: false,
    pagination: false,
    req,
    where: { from: { equals: path } },
  })
  const to = docs[0]?.to
  const id = idOf(to?.reference)
  const article = id === undefined ? undefined : await findAddress(id, req)
  if (article) return articleUrl(article.slug, here)
  return to?.url ? encoded(to.url, here.siteUrl) : undefined
}

function encoded(url: string, site: string): string {
  const { hash, href, pathname, search } = new URL(url, site)
  return url.startsWith('/') ? pathname + search + hash : href
}
