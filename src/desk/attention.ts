import type { PayloadRequest } from 'payload'
import { asksAs } from '../access/person'
import { articleOfJob } from '../articles/schedule'
import { slugs } from '../options/slugs'
import type { Attention } from './types'
import { waitingKills } from './waitingKills'

/** As many of each are shown. */
const MOST = 10

const DAY_MS = 24 * 60 * 60 * 1000

/** What an editor should look at; nothing for others. */
export async function readAttention(req: PayloadRequest, now: Date): Promise<Attention> {
  if (!asksAs('editor', req)) return { kills: [], headlines: [], embargoes: [], jobs: [] }
  const [kills, headlines, embargoes, jobs] = await Promise.all([waitingKills(req), waitingForHeadline(req), endingEmbargoes(req, now), failedJobs(req)])
  return { kills, headlines, embargoes, jobs }
}

const list = { depth: 0, draft: true, limit: MOST, overrideAccess: false, pagination: false } as const

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
