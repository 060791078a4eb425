import type { PayloadRequest } from 'payload'
import type { Article } from '../../../src/payload-types'

/** What of an article stands where readers look, whatever newer drafts say. */
export type Shown = Pick<Article, '_status' | 'corrections' | 'updatedAt'>

/** The article as readers have it, if they have it. */
export async function shownArticle(id: string, req: PayloadRequest): Promise<Shown | undefined> {
  const shown = await req.payload.db.findOne<Article>({
    collection: 'articles',
    req,
    select: { _status: true, corrections: true, updatedAt: true },
    where: { id: { equals: id } },
  })
  return shown ?? undefined
}
