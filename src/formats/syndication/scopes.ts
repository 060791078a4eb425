import type { PayloadRequest, Where } from 'payload'
import { slugs } from '../../options/slugs'
import { authorUrl, sectionUrl, tagUrl } from '../urls'
import type { FeedScope } from '../urls'

/** What a feed or a page of articles can be about: where its page is, and which articles are in it. */
export const SCOPES: Record<FeedScope['kind'], { page: typeof sectionUrl; where: (id: string) => Where }> = {
  authors: { page: authorUrl, where: (id) => ({ 'bylines.author': { equals: id } }) },
  sections: { page: sectionUrl, where: (id) => ({ section: { equals: id } }) },
  tags: { page: tagUrl, where: (id) => ({ tags: { in: [id] } }) },
}

/** Whether a word is one of the kinds in {@link SCOPES}. */
export function isScopeKind(word: string): word is FeedScope['kind'] {
  return Object.hasOwn(SCOPES, word)
}

/** Whether a section, tag or author has its page at a path. */
export async function hasScopePage(path: string, req: PayloadRequest): Promise<boolean> {
  const [, kind = '', slug, ...more] = path.split('/')
  if (!isScopeKind(kind) || !slug || more.length > 0) return false
  const { totalDocs } = await req.payload.count({ collection: slugs[kind], overrideAccess: true, req, where: { slug: { equals: slug } } })
  return totalDocs > 0
}
