import type { Payload, PayloadRequest, Where } from 'payload'
import { idOf } from '../../src/articles/idOf'
import { slugs } from '../../src/options/slugs'
import type { Article } from '../../src/payload-types'
import { markOf } from '../../src/articles/search/searched'

/** Where a picture is used: in which document, of which collection by its name in the options, called what, and as what. */
export type Use = { in: 'articles' | 'authors'; id: string; title: string; as: 'body' | 'heroImage' | 'meta' | 'photo' }

/** What of an article tells how it uses a picture. */
const FIELDS = { headline: true, heroImage: true, meta: { image: true } } as const

const list = { depth: 0, limit: 0, pagination: false, trash: true } as const

/**
 * Where a picture is used: in articles as readers have them, in their newest versions, the trash included, and as the
 * photo of authors. Told without regard to who may read those.
 */
export async function usesOf(picture: number | string, { payload, req }: { payload: Payload; req?: PayloadRequest }): Promise<Use[]> {
  const how = { ...list, overrideAccess: true, ...(req ? { req } : {}) } as const
  const where: Where = {
    or: [{ heroImage: { equals: picture } }, { 'meta.image': { equals: picture } }, { search: { in: [markOf(String(picture))] } }],
  }
  const shown = await payload.find({ ...how, collection: slugs.articles, select: FIELDS, where })
  const newest = await payload.find({ ...how, collection: slugs.articles, draft: true, select: FIELDS, where })
  const articles = new Map([...shown.docs, ...newest.docs].map((article) => [article.id, article]))
  const authors = await payload.find({ ...how, collection: slugs.authors, select: { name: true }, where: { photo: { equals: picture } } })
  return [
    ...[...articles.values()].map((article): Use => ({ in: 'articles', id: article.id, title: article.headline, as: wayOf(picture, article) })),
    ...authors.docs.map(({ id, name }): Use => ({ in: 'authors', id, title: name, as: 'photo' })),
  ]
}

function wayOf(picture: number | string, { heroImage, meta }: Pick<Article, 'heroImage' | 'meta'>): Use['as'] {
  if (idOf(heroImage) === String(picture)) return 'heroImage'
  return idOf(meta?.image) === String(picture) ? 'meta' : 'body'
}
