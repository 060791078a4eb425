import type { PayloadRequest, Where } from 'payload'
import { idOf } from '../access/idOf'
import { isPublicArticle } from '../access/publicArticle'
import { ownArticles } from '../access/ownArticles'
import { personOf } from '../access/person'
import { hasRole } from '../access/roles'
import type { Article } from '../payload-types'
import { COLUMNS, columnSort, columnWhere } from '../workflow/board'
import type { Column } from '../workflow/board'
import { nextSteps } from '../workflow/stages'
import { readAttention } from './attention'
import { filtersWhere } from './filters'
import type { DeskFilters } from './filters'
import { openArticles } from './openDocuments'
import type { Desk, DeskCard, DeskColumn } from './types'
import { waitingArticles } from './waiting'

/** As many cards are shown in a column. */
const MOST_CARDS = 50

/** What of an article a card needs. */
const CARD_FIELDS = {
  _status: true,
  bylines: true,
  embargoUntil: true,
  firstPublishedAt: true,
  headline: true,
  publishedAt: true,
  pubStatus: true,
  section: true,
  stage: true,
  updatedAt: true,
  wordCount: true,
} as const

type Found = Pick<Article, 'id' | keyof typeof CARD_FIELDS>

/** Reads the desk as the person who asks may see it: by the newest version of each article. */
export async function readDesk(filters: DeskFilters, req: PayloadRequest): Promise<Desk> {
  const now = new Date()
  const waiting = await waitingArticles(req)
  const own = filters.mine ? ownWhere(req) : []
  const read = async (column: Column) => {
    const where = columnWhere(column, { now, today: filters.today, waiting: [...waiting.keys()] })
    const { docs } = await req.payload.find({
      collection: 'articles',
      depth: 1,
      draft: true,
      limit: MOST_CARDS + 1,
      overrideAccess: false,
      pagination: false,
      populate: { authors: { name: true }, sections: { name: true } },
      req,
      select: CARD_FIELDS,
      sort: columnSort(column),
      where: { and: [where, ...filtersWhere(filters), ...own] },
    })
    return docs
  }
  const [attention, ...found] = await Promise.all([readAttention(req, now), ...COLUMNS.map(read)])
  const open = await openArticles(found.flat().map(({ id }) => id), req)
  const columns = COLUMNS.map((name, index): DeskColumn => {
    const articles = found[index] ?? []
    const cards = articles.slice(0, MOST_CARDS).map((article) => cardOf(article, { now, open, req, waiting }))
    return { name, cards, hasMore: articles.length > MOST_CARDS }
  })
  return { at: now.toISOString(), columns, attention }
}

function ownWhere(req: PayloadRequest): Where[] {
  const own = ownArticles({ req })
  return typeof own === 'object' ? [own] : []
}

type Surroundings = { now: Date; open: Map<string, string>; req: PayloadRequest; waiting: Map<string, string> }

function cardOf(article: Found, { now, open, req, waiting }: Surroundings): DeskCard {
  const { _status, bylines, embargoUntil, firstPublishedAt, headline, id, publishedAt, section, stage, updatedAt, wordCount } = article
  const isShown = _status === 'published'
  const person = personOf(req)
  return {
    id,
    headline,
    section: nameOf(section),
    bylines: (bylines ?? []).map(({ author }) => nameOf(author)).filter((name) => name !== ''),
    words: wordCount ?? 0,
    stage,
    changedAt: updatedAt,
    publicAt: waiting.get(id) ?? (isShown ? (isPublicArticle(article, now) ? (publishedAt ?? null) : later(publishedAt, embargoUntil)) : null),
    isUpdate: Boolean(firstPublishedAt) && !isShown,
    openWith: open.get(id) ?? null,
    steps: nextSteps({ isShown, stage }, (role) => hasRole(person, role)),
  }
}

function later(...moments: (string | null | undefined)[]): string | null {
  return moments.filter((moment) => typeof moment === 'string').sort().at(-1) ?? null
}

function nameOf(relation: unknown): string {
  if (typeof relation !== 'object' || relation === null || !('name' in relation)) return idOf(relation) === undefined ? '' : '…'
  return String(relation.name)
}
