import { createDataloaderCacheKey } from 'payload'
import type { PayloadRequest } from 'payload'
import { slugs } from '../options/slugs'
import { mayReadArticles } from './articles'
import { personOf } from './person'

/** Whether the caller may read every article: nothing is hidden from them. */
export function readsEveryArticle(req: PayloadRequest): boolean {
  return mayReadArticles({ req }) === true
}

/**
 * Which of these articles the caller may read: what readers see, and for people at the desk their own drafts. All that one
 * request asks at a time is one query.
 */
export async function readableArticles(ids: readonly string[], req: PayloadRequest): Promise<Set<string>> {
  const unique = [...new Set(ids)]
  if (readsEveryArticle(req)) return new Set(unique)
  const readable = new Set(await found(unique, false, req))
  const rest = unique.filter((id) => !readable.has(id))
  // Who signs an article may stand in its newest version only.
  if (personOf(req)) for (const id of await found(rest, true, req)) readable.add(id)
  return readable
}

async function found(ids: readonly string[], draft: boolean, req: PayloadRequest): Promise<string[]> {
  const docs = await Promise.all(ids.map(async (docID) => req.payloadDataLoader.load(keyOf(docID, draft, req))))
  return ids.filter((_, index) => Boolean(docs[index]))
}

function keyOf(docID: string, draft: boolean, { fallbackLocale, locale, transactionID }: PayloadRequest): string {
  return createDataloaderCacheKey({
    collectionSlug: slugs.articles,
    currentDepth: 1,
    depth: 0,
    docID,
    draft,
    fallbackLocale: fallbackLocale ?? null,
    locale: locale ?? 'null',
    overrideAccess: false,
    select: { slug: true },
    showHiddenFields: false,
    transactionID: transactionID ?? '',
  })
}
