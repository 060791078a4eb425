import type { PayloadRequest } from 'payload'
import { isOwnArticle } from '../access/ownArticles'
import { asksAs, personOf } from '../access/person'
import type { Article } from '../payload-types'
import { readOnlyReason } from '../articles/writing'
import type { ReadOnlyReason } from '../articles/writing'
import { schedulesOf } from './waiting'

/** What {@link whyReadOnly} needs to know of the newest version of an article. */
type Newest = Pick<Article, 'bylines' | 'createdBy' | 'id' | 'stage'> & { _status?: Article['_status'] }

/** Why the person who asks may not change an article now; undefined when they may, or when no person asks. */
export async function whyReadOnly(newest: Newest, req: PayloadRequest): Promise<ReadOnlyReason | undefined> {
  const person = personOf(req)
  if (!person || asksAs('editor', req)) return undefined
  const isScheduled = (await schedulesOf(newest.id, req.payload, req)).length > 0
  return readOnlyReason({ isOwn: isOwnArticle(newest, person), isPublished: newest._status === 'published', isScheduled, stage: newest.stage })
}
