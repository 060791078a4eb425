import { APIError } from 'payload'
import type { CollectionBeforeDeleteHook } from 'payload'
import { slugs } from '../options/slugs'

/** Where documents may refer to one: a collection by its name in the options, a field that holds its id, and how that is told, with what to do about it. */
type Use = { in: 'articles' | 'sections'; field: string; told: (count: number) => string }

const CONFLICT = 409

/**
 * A hook that keeps what others refer to from being deleted: published articles would lose their section or their author
 * without anybody having published that. Articles in the trash count, since they may come back.
 */
export function refuseWhileUsed(uses: readonly Use[]): CollectionBeforeDeleteHook {
  return async ({ id, req }) => {
    const reasons: string[] = []
    for (const { field, in: kind, told } of uses) {
      const { totalDocs } = await req.payload.count({ collection: slugs[kind], overrideAccess: true, req, trash: true, where: { [field]: { equals: id } } })
      if (totalDocs > 0) reasons.push(told(totalDocs))
    }
    if (reasons.length > 0) throw new APIError(reasons.join(' '), CONFLICT, undefined, true)
  }
}

/** How many articles, in words that a sentence begins with. */
export function articles(count: number): string {
  return count === 1 ? '1 article' : `${String(count)} articles`
}
