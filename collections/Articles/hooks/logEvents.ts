import type { CollectionAfterChangeHook, PayloadRequest } from 'payload'
import type { Article } from '../../../src/payload-types'
import { writeEvents } from '../writeEvents'
import type { LogEntry } from '../writeEvents'

/** What saves are going to be logged as, by article, as several may be saved by one request; the one being made has its own key. */
class PendingEvents extends Map<string, LogEntry> {}

const BEING_MADE = 'being made'

/** Keeps what happened until the article is stored. Payload copies the context of a request, so it is kept in it. */
export function remember({ context }: PayloadRequest, id: string | undefined, entry: LogEntry): void {
  const pendingEvents = context.pendingEvents instanceof PendingEvents ? context.pendingEvents : new PendingEvents()
  context.pendingEvents = pendingEvents.set(id ?? BEING_MADE, entry)
}

/** Writes the log of an article, once it is stored. */
export const logEvents: CollectionAfterChangeHook<Article> = async ({ doc, operation, req }) => {
  const key = operation === 'create' ? BEING_MADE : doc.id
  const { pendingEvents } = req.context
  const entry = pendingEvents instanceof PendingEvents ? pendingEvents.get(key) : undefined
  if (!(pendingEvents instanceof PendingEvents) || !entry) return doc
  pendingEvents.delete(key)
  await writeEvents(req, doc.id, entry)
  return doc
}
