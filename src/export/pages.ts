import type { Payload, Where } from 'payload'
import { publicArticleWhere } from '../articles/publicArticle'
import { slugs } from '../options/slugs'
import type { Article } from '../payload-types'
import { DEPTH, populated, WHOLE } from '../formats/syndication/selection'
import type { ExportQuery } from './types'
import { ExportRefused } from './types'

/** Where an export continues: after this article. */
export type Cursor = { id: string; createdAt: string }

type Selected = Pick<Article, Extract<keyof typeof WHOLE, keyof Article> | 'id'>

/** Articles read at a time: few enough for a flat memory, enough to share the cost of a query. */
const PAGE_SIZE = 100

/** How many articles a query has by now. */
export async function countArticles(payload: Payload, query: ExportQuery): Promise<number> {
  const { totalDocs } = await payload.count({ collection: slugs.articles, overrideAccess: true, where: await whereOf(payload, query) })
  return totalDocs
}

/**
 * The articles of a query in the order they were created, page after page.
 *
 * Each page begins after the last article of the one before, not at a number: what is written or edited meanwhile
 * shifts nothing. New articles come last.
 */
export async function* articlePages(payload: Payload, query: ExportQuery, start?: Cursor): AsyncGenerator<Selected[]> {
  const where = await whereOf(payload, query)
  yield* pagesOf(payload, where, { draft: query.status === 'all', start })
}

type Paging = { draft?: boolean; pageSize?: number; start?: Cursor | undefined }

/** The same for any query. With `draft`, articles that are not published come as the desk has them. */
export async function* pagesOf(
  payload: Payload,
  where: Where,
  { draft = false, pageSize = PAGE_SIZE, start }: Paging = {},
): AsyncGenerator<Selected[]> {
  for (let cursor = start; ; ) {
    const docs = await findPage(payload, pageSize, cursor ? { and: [where, after(cursor)] } : where)
    yield draft ? await withLatestDrafts(payload, docs) : docs
    const last = docs.at(-1)
    if (docs.length < pageSize || !last) return
    cursor = { id: last.id, createdAt: last.createdAt }
  }
}

async function findPage(payload: Payload, limit: number, where: Where): Promise<Selected[]> {
  const { docs } = await payload.find({
    collection: slugs.articles,
    depth: DEPTH,
    limit,
    overrideAccess: true,
    pagination: false,
    populate: populated(),
    select: WHOLE,
    sort: ['createdAt', 'id'],
    where,
  })
  return docs
}

/** Of an article that is not published, the text of the desk: its newest draft. */
async function withLatestDrafts(payload: Payload, docs: readonly Selected[]): Promise<Selected[]> {
  const ids = docs.filter(({ _status }) => _status !== 'published').map(({ id }) => id)
  if (ids.length === 0) return [...docs]
  const { docs: drafts } = await payload.find({
    collection: slugs.articles,
    depth: DEPTH,
    draft: true,
    limit: ids.length,
    overrideAccess: true,
    pagination: false,
    populate: populated(),
    select: WHOLE,
    where: { id: { in: ids } },
  })
  const latest = new Map(drafts.map((draft) => [draft.id, draft]))
  return docs.map((doc) => ({ ...(latest.get(doc.id) ?? doc), createdAt: doc.createdAt }))
}

function after({ createdAt, id }: Cursor): Where {
  return {
    or: [
      { createdAt: { greater_than: createdAt } },
      { and: [{ createdAt: { equals: createdAt } }, { id: { greater_than: id } }] },
    ],
  }
}

async function whereOf(payload: Payload, { section, since, status }: ExportQuery): Promise<Where> {
  const from = { greater_than_equal: since }
  return {
    and: [
      ...(status === 'published' ? [publicArticleWhere()] : []),
      ...(section === null ? [] : [{ section: { equals: await sectionId(payload, section) } }]),
      ...(since === null ? [] : [{ or: [{ updatedAt: from }, { publishedAt: from }, { embargoUntil: from }] }]),
    ],
  }
}

async function sectionId(payload: Payload, slug: string): Promise<string> {
  const { docs } = await payload.find({
    collection: slugs.sections,
    depth: 0,
    limit: 1,
    overrideAccess: true,
    pagination: false,
    select: {},
    where: { slug: { equals: slug } },
  })
  const [section] = docs
  if (!section) throw new ExportRefused(`There is no section with the slug "${slug}".`)
  return section.id
}
