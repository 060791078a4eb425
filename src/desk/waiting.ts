import type { Payload, PayloadRequest, Where } from 'payload'
import { articleOfJob, typeOfJob, WAITING_JOBS } from '../articles/schedule'
import type { Waiting } from '../articles/visibility'

/** As many are looked at: the soonest. A query can hold their ids (CONDITION_LIMITS). */
const MOST = 500

/** What waits to be published or taken offline by itself, by article. */
export function waitingArticles(req: PayloadRequest): Promise<Map<string, Waiting[]>> {
  return readWaiting([], req.payload, req)
}

/** What waits to be done to one article by itself, the next first. */
export async function schedulesOf(article: string, payload: Payload, req?: PayloadRequest): Promise<Waiting[]> {
  return (await readWaiting([{ 'input.doc.value': { equals: article } }], payload, req)).get(article) ?? []
}

async function readWaiting(own: Where[], payload: Payload, req: PayloadRequest | undefined): Promise<Map<string, Waiting[]>> {
  const { docs } = await payload.find({
    collection: 'payload-jobs',
    depth: 0,
    limit: MOST,
    overrideAccess: true,
    pagination: false,
    ...(req && { req }),
    select: { input: true, waitUntil: true },
    sort: 'waitUntil',
    where: { and: [WAITING_JOBS, ...own] },
  })
  const waiting = new Map<string, Waiting[]>()
  for (const { input, waitUntil } of docs) {
    const [article, type] = [articleOfJob(input), typeOfJob(input)]
    if (article !== undefined && type && waitUntil) waiting.set(article, [...(waiting.get(article) ?? []), { type, at: waitUntil }])
  }
  return waiting
}
