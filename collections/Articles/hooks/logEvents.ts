import type { CollectionAfterChangeHook, PayloadRequest } from 'payload'
import type { Article, User } from '../../../src/payload-types'
import type { ArticleEvent } from '../../../src/workflow/events'

/** What a save is going to be logged as. */
type Happened = { events: ArticleEvent[]; note: string | null | undefined; person: User | undefined }

/** By article, as several may be saved by one request; the one being made has its own key. */
class Happenings extends Map<string, Happened> {}

const BEING_MADE = 'being made'

/** Keeps what happened until the article is stored. Payload copies the context of a request, so it is kept in it. */
export function remember({ context }: PayloadRequest, id: string | undefined, what: Happened): void {
  const happenings = context.happenings instanceof Happenings ? context.happenings : new Happenings()
  context.happenings = happenings.set(id ?? BEING_MADE, what)
}

/** Writes the log of an article, once it is stored. */
export const logEvents: CollectionAfterChangeHook<Article> = async ({ doc, operation, req }) => {
  const key = operation === 'create' ? BEING_MADE : doc.id
  const { happenings } = req.context
  const what = happenings instanceof Happenings ? happenings.get(key) : undefined
  if (!(happenings instanceof Happenings) || !what) return doc
  happenings.delete(key)
  for (const event of what.events) {
    await req.payload.create({
      collection: 'article-events',
      data: { ...event, article: doc.id, by: what.person?.id ?? null, note: what.note ?? null, who: what.person?.name ?? 'The newsroom’s own code' },
      depth: 0,
      overrideAccess: true,
      req,
    })
  }
  return doc
}
