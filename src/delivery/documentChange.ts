import { isPublicArticle } from '../articles/publicArticle'
import type { Publishable } from '../articles/publicArticle'
import { EVERYTHING } from './change'
import type { Change } from './change'

/** Whether a document, or what is being written to it, says that it is published. */
export function isPublished(document: object): boolean {
  return '_status' in document && document._status === 'published'
}

/**
 * What the write of a document changes for readers, or undefined when it was and is a draft.
 *
 * @param document as it is now; null when the database did not give it back
 * @param hasDrafts whether documents of its collection may be unpublished
 */
export function changeOf(collection: string, document: object | null, hasDrafts: boolean): Change | undefined {
  if (document === null || !('id' in document) || typeof document.id !== 'string') return EVERYTHING
  const tags = [collection, document.id]
  if (!hasDrafts) return { tags, removes: false, moments: [] }
  if ('_status' in document && document._status === 'draft') return undefined
  if (!isPublishable(document)) return { tags, removes: true, moments: [] }
  return { tags, removes: !isPublicArticle(document), moments: momentsOf(document) }
}

/**
 * What the write of a draft changes for readers: nothing where it was always one. One that was public may have a notice
 * for readers, and another process may have withdrawn it a moment ago, and have told nobody yet: who was answered here
 * must not be shown it here any more.
 */
export function withdrawalOf(collection: string, { id, firstPublishedAt }: { id: string; firstPublishedAt?: string | null }): Change | undefined {
  return firstPublishedAt ? { tags: [collection, id], removes: true, moments: [] } : undefined
}

function isPublishable(document: object): document is Publishable {
  return '_status' in document
}

/** When a document becomes public by itself, as far as that is ahead. */
function momentsOf({ embargoUntil, publishedAt }: Publishable): number[] {
  const now = Date.now()
  return [publishedAt, embargoUntil].flatMap((moment) => (moment ? [new Date(moment).getTime()] : [])).filter((moment) => moment > now)
}
