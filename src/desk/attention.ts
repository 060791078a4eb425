import type { PayloadRequest } from 'payload'
import { asksAs } from '../access/person'
import { articleOfJob } from '../articles/schedule'
import { slugs } from '../options/slugs'
import type { Attention } from './types'

/** As many of each are shown. */
const MOST = 10

/** A kill that is not shown is not carried out: as many are. */
const MOST_KILLS = 100

/** As many reports of imports are looked through for them, and so many at once. */
const MOST_REPORTS = 5_000
const REPORTS = 500

const DAY_MS = 24 * 60 * 60 * 1000

/** What an editor should look at; nothing for others. */
export async function readAttention(req: PayloadRequest, now: Date): Promise<Attention> {
  if (!asksAs('editor', req)) return { kills: [], headlines: [], embargoes: [], jobs: [] }
  const [kills, headlines, embargoes, jobs] = await Promise.all([waitingKills(req), waitingForHeadline(req), endingEmbargoes(req, now), failedJobs(req)])
  return { kills, headlines, embargoes, jobs }
}

const list = { depth: 0, draft: true, limit: MOST, overrideAccess: false, pagination: false } as const

/** Withdrawals that an import did not carry out, until somebody has, or has unpublished the article; the newest first. */
async function waitingKills(req: PayloadRequest): Promise<Attention['kills']> {
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
    const open = await stillShown([...at.keys()], req)
    kills.push(...[...at].flatMap(([id, moment]) => (open.has(id) ? [{ id, headline: open.get(id) ?? '', at: moment }] : [])))
    if (!hasNextPage) break
  }
  return kills.slice(0, MOST_KILLS)
}

/** The headlines of those articles that nobody has withdrawn, or unpublished. */
async function stillShown(ids: string[], req: PayloadRequest): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const isOne = { id: { in: ids } }
  const all = { ...list, collection: slugs.articles, limit: ids.length, req } as const
  const unpublished = await req.payload.find({ ...all, draft: false, select: {}, where: { and: [isOne, { _status: { equals: 'draft' } }, { firstPublishedAt: { exists: true } }] } })
  const { docs } = await req.payload.find({ ...all, select: { headline: true }, where: { and: [isOne, { pubStatus: { not_equals: 'canceled' } }] } })
  const gone = new Set(unpublished.docs.map(({ id }) => id))
  return new Map(docs.flatMap(({ headline, id }) => (gone.has(id) ? [] : [[id, headline]])))
}

async function waitingForHeadline(req: PayloadRequest): Promise<Attention['headlines']> {
  const { docs } = await req.payload.find({
    ...list,
    collection: slugs.articles,
    // Many may have got one since: their working headline stays on record.
    limit: 10 * MOST,
    req,
    select: { headline: true, source: { importedAt: true, workingHeadline: true } },
    sort: '-updatedAt',
    where: { and: [{ 'source.workingHeadline': { exists: true } }, { _status: { equals: 'draft' } }] },
  })
  return docs
    .filter(({ headline, source }) => headline === source?.workingHeadline)
    .slice(0, MOST)
    .map(({ headline, id, source }) => ({ id, headline, importedAt: source?.importedAt ?? null }))
}

async function endingEmbargoes(req: PayloadRequest, now: Date): Promise<Attention['embargoes']> {
  const { docs } = await req.payload.find({
    ...list,
    collection: slugs.articles,
    req,
    select: { embargoUntil: true, headline: true },
    sort: 'embargoUntil',
    where: {
      and: [
        { embargoUntil: { greater_than: now.toISOString() } },
        { embargoUntil: { less_than: new Date(now.getTime() + DAY_MS).toISOString() } },
        { pubStatus: { equals: 'usable' } },
      ],
    },
  })
  return docs.flatMap(({ embargoUntil, headline, id }) => (embargoUntil ? [{ id, headline, until: embargoUntil }] : []))
}

async function failedJobs(req: PayloadRequest): Promise<Attention['jobs']> {
  const { docs } = await req.payload.find({
    collection: 'payload-jobs',
    depth: 0,
    limit: MOST,
    overrideAccess: true,
    pagination: false,
    req,
    select: { input: true, taskSlug: true, updatedAt: true, workflowSlug: true },
    sort: '-updatedAt',
    where: { hasError: { equals: true } },
  })
  return docs.map(({ id, input, taskSlug, updatedAt }) => ({ id, task: taskSlug ?? '', failedAt: updatedAt, article: articleOfJob(input) ?? null }))
}
