import type { PayloadRequest } from 'payload'
import { slugs } from '../options/slugs'
import type { Attention } from './types'

/** A kill that is not shown is not carried out: as many are. */
const MOST_KILLS = 100

/** As many reports of imports are looked through for them, and so many at once. */
const MOST_REPORTS = 5_000
const REPORTS = 500

/** Withdrawals that an import did not carry out, until an editor withdraws or unpublishes the article, or dismisses the withdrawal; newest first. */
export async function waitingKills(req: PayloadRequest): Promise<Attention['kills']> {
  const kills: Attention['kills'] = []
  const seen = new Set<string>()
  // A source may send the same again and again, and many may be done with: their reports stay on record.
  for (let page = 1; page <= MOST_REPORTS / REPORTS && kills.length < MOST_KILLS; page += 1) {
    const { docs, hasNextPage } = await req.payload.find({
      collection: 'import-items',
      depth: 0,
      limit: REPORTS,
      overrideAccess: false,
      page,
      req,
      select: { article: true, createdAt: true },
      sort: '-createdAt',
      where: { outcome: { equals: 'notWithdrawn' } },
    })
    const at = new Map<string, string>()
    for (const { article, createdAt } of docs) if (typeof article === 'string' && !seen.has(article) && !at.has(article)) at.set(article, createdAt)
    for (const id of at.keys()) seen.add(id)
    const dismissals = await lastDismissals([...at.keys()], req)
    for (const [id, moment] of at) if ((dismissals.get(id) ?? '') > moment) at.delete(id)
    const open = await stillShown([...at.keys()], req)
    kills.push(...[...at].flatMap(([id, moment]) => (open.has(id) ? [{ id, headline: open.get(id) ?? '', at: moment }] : [])))
    if (!hasNextPage) break
  }
  return kills.slice(0, MOST_KILLS)
}

/** The headlines of those articles that nobody has withdrawn, or unpublished. A draft that is withdrawn takes nothing from readers. */
async function stillShown(ids: string[], req: PayloadRequest): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const all = { collection: slugs.articles, depth: 0, limit: ids.length, overrideAccess: false, pagination: false, req, where: { id: { in: ids } } } as const
  const { docs: stored } = await req.payload.find({ ...all, draft: false, select: { _status: true, firstPublishedAt: true, pubStatus: true } })
  const { docs: newest } = await req.payload.find({ ...all, draft: true, select: { headline: true, pubStatus: true } })
  const readers = new Map(stored.map((article) => [article.id, article]))
  const isOpen = ({ id, pubStatus }: { id: string; pubStatus?: string | null }) => {
    const shown = readers.get(id)
    return shown?._status === 'published' ? shown.pubStatus !== 'canceled' : !shown?.firstPublishedAt && pubStatus !== 'canceled'
  }
  return new Map(newest.filter(isOpen).map(({ headline, id }) => [id, headline]))
}

/** Whether the article has a withdrawal that no import carried out and no editor has dismissed. */
export async function isWithdrawalWaiting(article: string, req: PayloadRequest): Promise<boolean> {
  const { docs } = await req.payload.find({
    collection: 'import-items',
    depth: 0,
    limit: 1,
    overrideAccess: false,
    pagination: false,
    req,
    select: { createdAt: true },
    sort: '-createdAt',
    where: { and: [{ outcome: { equals: 'notWithdrawn' } }, { article: { equals: article } }] },
  })
  const dismissals = await lastDismissals([article], req)
  return docs.some(({ createdAt }) => (dismissals.get(article) ?? '') <= createdAt)
}

/** When an editor last dismissed a withdrawal, by the id of the article. */
async function lastDismissals(ids: string[], req: PayloadRequest): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const { docs } = await req.payload.find({
    collection: 'article-events',
    depth: 0,
    overrideAccess: false,
    pagination: false,
    req,
    select: { article: true, createdAt: true },
    sort: 'createdAt',
    where: { and: [{ kind: { equals: 'withdrawal' } }, { article: { in: ids } }] },
  })
  return new Map(docs.map(({ article, createdAt }) => [String(article), createdAt]))
}
