import type { PayloadRequest } from 'payload'
import { idOf } from '../access/idOf'

/** When articles will be published by themselves, by id. */
export async function waitingArticles(req: PayloadRequest): Promise<Map<string, string>> {
  const { docs } = await req.payload.find({
    collection: 'payload-jobs',
    depth: 0,
    limit: 500,
    overrideAccess: true,
    pagination: false,
    req,
    select: { input: true, waitUntil: true },
    sort: '-waitUntil',
    where: {
      and: [{ taskSlug: { equals: 'schedulePublish' } }, { completedAt: { exists: false } }, { hasError: { not_equals: true } }],
    },
  })
  return new Map(
    docs.flatMap(({ input, waitUntil }) => {
      const article = articleToPublish(input)
      return article !== undefined && waitUntil ? [[article, waitUntil]] : []
    }),
  )
}

/** The article that a job is about. */
export function articleOfJob(input: unknown): string | undefined {
  if (!isRecord(input) || !isRecord(input.doc) || input.doc.relationTo !== 'articles') return undefined
  return idOf(input.doc.value)
}

function articleToPublish(input: unknown): string | undefined {
  return isRecord(input) && input.type !== 'unpublish' ? articleOfJob(input) : undefined
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
