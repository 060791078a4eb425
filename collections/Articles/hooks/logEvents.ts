import type { CollectionAfterChangeHook, PayloadRequest } from 'payload'
import type { Article } from '../../../src/payload-types'
import { writeEvents } from '../writeEvents'
import type { Deed } from '../writeEvents'

/** What saves are going to be logged as, by article, as several may be saved by one request; the one being made has its own key. */
class Happenings extends Map<string, Deed> {}

const BEING_MADE = 'being made'

/** Keeps what happened until the article is stored. Payload copies the context of a request, so it is kept in it. */
export function remember({ context }: PayloadRequest, id: string | undefined, deed: Deed): void {
  const happenings = context.happenings instanceof Happenings ? context.happenings : new Happenings()
  context.happenings = happenings.set(id ?? BEING_MADE, deed)
}

/** Writes the log of an article, once it is stored. */
export const logEvents: CollectionAfterChangeHook<Article> = async ({ doc, operation, req }) => {
  const key = operation === 'create' ? BEING_MADE : doc.id
  const { happenings } = req.context
  const deed = happenings instanceof Happenings ? happenings.get(key) : undefined
  if (!(happenings instanceof Happenings) || !deed) return doc
  happenings.delete(key)
  await writeEvents(req, doc.id, deed)
  return doc
}
