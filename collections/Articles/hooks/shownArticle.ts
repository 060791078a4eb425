import type { PayloadRequest } from 'payload'
import { slugs } from '../../../src/options/slugs'
import type { Article, ArticlesSelect } from '../../../src/payload-types'

/** What hooks look at of it. */
const SHOWN = {
  _status: true,
  corrections: true,
  deletedAt: true,
  embargoUntil: true,
  pubStatus: true,
  publishedAt: true,
  slug: true,
  updatedAt: true,
} as const satisfies ArticlesSelect

/** What of an article is where readers look, whatever newer drafts say. */
export type Shown = Pick<Article, keyof typeof SHOWN>

/** The article as readers have it, if they have it. */
export async function shownArticle(id: string, req: PayloadRequest): Promise<Shown | undefined> {
  const shown = await req.payload.db.findOne<Article>({
    collection: slugs.articles,
    req,
    select: SHOWN,
    where: { id: { equals: id } },
  })
  return shown ?? undefined
}
