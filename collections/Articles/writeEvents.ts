import type { PayloadRequest } from 'payload'
import type { User } from '../../src/payload-types'
import type { ArticleEvent } from '../../src/articles/events'

/** What is logged of one act. */
export type LogEntry = {
  events: readonly ArticleEvent[]
  note: string | null | undefined
  /** Who did it; undefined for code of the newsroom's own. */
  person: User | undefined
  /** Who did it, where that is not a person. */
  who?: string | undefined
}

/** Adds to the log of an article, in the order given: a millisecond apart, as lists of events go by time. */
export async function writeEvents(req: PayloadRequest, article: string, { events, note, person, who }: LogEntry): Promise<void> {
  const began = Date.now()
  for (const [index, event] of events.entries()) {
    const at = new Date(began + index).toISOString()
    // Nothing of this comes from outside, and no hook hangs on it: Payload's own way round would only read it back.
    await req.payload.db.create({
      collection: 'article-events',
      data: { ...event, article, by: person?.id ?? null, note: note ?? null, who: person?.name ?? who ?? 'The newsroom’s own code', createdAt: at, updatedAt: at },
      req,
      returning: false,
    })
  }
}
