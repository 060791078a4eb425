import type { PayloadRequest, Where } from 'payload'
import { idOf } from '../articles/idOf'
import { isOwnArticle, ownArticles } from '../access/ownArticles'
import { personOf } from '../access/person'
import { hasRole } from '../articles/roles'
import { slugs } from '../options/slugs'
import type { Article } from '../payload-types'
import { COLUMNS, columnSort, columnWhere } from '../articles/board'
import type { Column } from '../articles/board'
import { nextSteps } from '../articles/stages'
import { visibilityOf } from '../articles/visibility'
import type { Standing, Waiting } from '../articles/visibility'
import { readAttention } from './attention'
import { filtersWhere } from './filters'
import type { DeskFilters } from './filters'
import { openArticles } from './openDocuments'
import { sentBackNotes } from './sentBack'
import type { SentBack } from './sentBack'
import { mainVersions } from './standing'
import type { Desk, DeskCard, DeskColumn } from './types'
import { waitingArticles } from './waiting'

/** As many cards are shown in a column. */
const MOST_CARDS = 50

/** What of an article a card needs. */
const CARD_FIELDS = {
  _status: true,
  bylines: true,
  createdBy: true,
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
  const toPublish = [...waiting].flatMap(([id, schedules]) => (schedules.some(({ type }) => type === 'publish') ? [id] : []))
  const own = filters.mine ? ownWhere(req) : []
  const read = async (column: Column) => {
    const where = columnWhere(column, { now, today: filters.today, waiting: toPublish })
    const { docs } = await req.payload.find({
      collection: slugs.articles,
      depth: 1,
      draft: true,
      limit: MOST_CARDS + 1,
      overrideAccess: false,
      pagination: false,
      populate: { [slugs.authors]: { name: true }, [slugs.sections]: { name: true }, [slugs.users]: { name: true } },
      req,
      select: CARD_FIELDS,
      sort: columnSort(column),
      where: { and: [where, ...filtersWhere(filters), ...own] },
    })
    return docs
  }
  const [attention, ...found] = await Promise.all([readAttention(req, now), ...COLUMNS.map(read)])
  const all = found.flat()
  const [open, main, sentBack] = await Promise.all([
    openArticles(all.map(({ id }) => id), req),
    // Of the others, readers have the newest version, or never had any.
    mainVersions(all.filter(({ _status, firstPublishedAt }) => _status !== 'published' && firstPublishedAt).map(({ id }) => id), req.payload, req),
    sentBackNotes(all.filter(({ _status }) => _status !== 'published'), req),
  ])
  const columns = COLUMNS.map((name, index): DeskColumn => {
    const articles = found[index] ?? []
    const cards = articles.slice(0, MOST_CARDS).map((article) => cardOf(article, { main, now, open, req, sentBack, waiting }))
    return { name, cards, hasMore: articles.length > MOST_CARDS }
  })
  return { at: now.toISOString(), columns, attention }
}

function ownWhere(req: PayloadRequest): Where[] {
  const own = ownArticles({ req })
  return typeof own === 'object' ? [own] : []
}

type Surroundings = {
  main: Map<string, Standing>
  now: Date
  open: Map<string, string>
  req: PayloadRequest
  sentBack: Map<string, SentBack>
  waiting: Map<string, Waiting[]>
}

function cardOf(article: Found, { main, now, open, req, sentBack, waiting }: Surroundings): DeskCard {
  const { _status, bylines, headline, id, section, stage, updatedAt, wordCount } = article
  const isShown = _status === 'published'
  const visibility = visibilityOf({ main: main.get(id) ?? article, newest: article, schedules: waiting.get(id) ?? [] }, now)
  const person = personOf(req)
  // What is scheduled is taken off the schedule first, which editors do.
  const isOwn = person !== undefined && !waiting.has(id) && isOwnArticle(article, person)
  return {
    id,
    headline,
    section: nameOf(section),
    bylines: (bylines ?? []).map(({ author }) => nameOf(author)).filter((name) => name !== ''),
    words: wordCount ?? 0,
    stage,
    changedAt: updatedAt,
    visibility,
    sentBack: sentBack.get(id) ?? null,
    isUpdate: visibility.kind === 'public' && visibility.hasNewerDraft,
    openWith: open.get(id) ?? null,
    steps: nextSteps({ isShown, stage }, (mover) => (mover === 'writer' ? isOwn : hasRole(person, mover))),
  }
}

function nameOf(relation: unknown): string {
  if (typeof relation !== 'object' || relation === null || !('name' in relation)) return idOf(relation) === undefined ? '' : '…'
  return String(relation.name)
}
