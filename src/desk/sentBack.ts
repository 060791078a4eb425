import type { PayloadRequest } from 'payload'
import { idOf } from '../articles/idOf'
import { STAGES } from '../articles/stages'
import type { Stage } from '../articles/stages'

/** Why an article was sent back, and by whom. */
export type SentBack = { note: string; who: string; at: string }

/** As many steps are looked through for the articles of a desk. */
const MOST = 1000

/**
 * The notes of articles whose last step was a step back: what the writer is to do about it. Read with the rights of the
 * caller.
 *
 * @param articles the articles, with the stage they are in
 */
export async function sentBackNotes(articles: readonly { id: string; stage: Stage }[], req: PayloadRequest): Promise<Map<string, SentBack>> {
  if (articles.length === 0) return new Map()
  const { docs } = await req.payload.find({
    collection: 'article-events',
    depth: 0,
    limit: MOST,
    overrideAccess: false,
    pagination: false,
    req,
    select: { article: true, createdAt: true, from: true, note: true, to: true, who: true },
    sort: '-createdAt',
    where: { and: [{ article: { in: articles.map(({ id }) => id) } }, { kind: { equals: 'stage' } }] },
  })
  const notes = new Map<string, SentBack>()
  for (const { id, stage } of articles) {
    const last = docs.find(({ article }) => idOf(article) === id)
    if (last?.note && last.to === stage && isBack(last.from, last.to)) notes.set(id, { note: last.note, who: last.who, at: last.createdAt })
  }
  return notes
}

function isBack(from: string | null | undefined, to: string): boolean {
  const place = (stage: string | null | undefined) => STAGES.findIndex((each) => each === stage)
  return place(to) < place(from)
}
