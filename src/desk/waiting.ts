import type { PayloadRequest } from 'payload'
import { articleOfJob, typeOfJob, WAITING_JOBS } from '../workflow/schedule'

/** As many are looked at: the soonest. A query can hold their ids. */
const MOST = 1_000

/** When articles will be published by themselves, by id. */
export async function waitingArticles(req: PayloadRequest): Promise<Map<string, string>> {
  const { docs } = await req.payload.find({
    collection: 'payload-jobs',
    depth: 0,
    limit: MOST,
    overrideAccess: true,
    pagination: false,
    req,
    select: { input: true, waitUntil: true },
    sort: 'waitUntil',
    where: { and: [WAITING_JOBS, { 'input.type': { not_equals: 'unpublish' } }] },
  })
  // The soonest of an article counts.
  return new Map(
    docs.toReversed().flatMap(({ input, waitUntil }) => {
      const article = typeOfJob(input) === 'publish' ? articleOfJob(input) : undefined
      return article !== undefined && waitUntil ? [[article, waitUntil]] : []
    }),
  )
}
