import type { PayloadRequest } from 'payload'
import type { User } from '../../src/payload-types'
import type { ArticleEvent } from '../../src/workflow/events'

/** What is logged of one deed. */
export type Deed = {
  events: readonly ArticleEvent[]
  note: string | null | undefined
  /** Whoever did it; undefined for code of the newsroom's own. */
  person: User | undefined
}

/** Adds to the log of an article, in the order given. */
export async function writeEvents(req: PayloadRequest, article: string, { events, note, person }: Deed): Promise<void> {
  for (const event of events) {
    await req.payload.create({
      collection: 'article-events',
      data: { ...event, article, by: person?.id ?? null, note: note ?? null, who: person?.name ?? 'The newsroom’s own code' },
      depth: 0,
      overrideAccess: true,
      req,
    })
  }
}
