import { APIError, Forbidden, NotFound } from 'payload'
import type { PayloadRequest } from 'payload'
import { setTimeout as delay } from 'node:timers/promises'
import { asksAs, personOf } from '../../../src/access/person'
import { inTransaction } from '../../../src/database/transaction'
import { slugs } from '../../../src/options/slugs'
import type { Article, User } from '../../../src/payload-types'
import { eventsBetween } from '../../../src/articles/events'
import { changedFields, savesOf, withSave } from '../../../src/articles/revisions'
import { newestVersion } from '../newestVersion'
import { dropSchedules } from '../schedule/dropSchedules'
import { writeEvents } from '../writeEvents'

/** What taking an article away from readers changes. Nothing else is looked at. */
export type TakeDown =
  | { pubStatus: 'canceled'; notice?: string }
  | { pubStatus: 'withheld' }
  | { _status: 'draft' }

/** Attempts while other saves of the same article get in the way, and milliseconds between them. */
const ATTEMPTS = 20
const WAIT_MS = 50

/**
 * Takes an article away from readers at once. Only the identity of the article and the right to do it count: what is
 * missing, locked, scheduled or saved meanwhile does not matter, so this writes to the database without validation and
 * hooks. A newer draft stays as it is; when the article is withdrawn, publishing the draft does not bring it back.
 *
 * @throws Forbidden to everybody but editors; NotFound
 */
export async function takeDown(id: string, change: TakeDown, note: string | null, req: PayloadRequest): Promise<void> {
  const person = personOf(req)
  if (!person || !asksAs('editor', req)) throw new Forbidden(req.t)
  for (let attempt = 1; ; attempt++) {
    try {
      await inTransaction(req.payload, ({ req: inner }) => write({ change, id, note, person }, inner))
      return
    } catch (error) {
      if (!(error instanceof APIError) || error.status !== 409 || attempt === ATTEMPTS) throw error
      await delay(WAIT_MS)
    }
  }
}

type Act = { id: string; change: TakeDown; note: string | null; person: User }

async function write({ change, id, note, person }: Act, req: PayloadRequest): Promise<void> {
  const { db } = req.payload
  const shown = await db.findOne<Article>({ collection: slugs.articles, req, where: { id: { equals: id } } })
  if (!shown || shown.deletedAt) throw new NotFound(req.t)
  const newest = (await newestVersion(id, req)) ?? shown
  const hasNewerDraft = shown._status === 'published' && newest._status !== 'published'
  const taken = { ...change, ...next(newest, { ...shown, ...change }, person) }
  const updatedAt = new Date().toISOString()
  await db.updateOne({ collection: slugs.articles, id, data: { ...taken, updatedAt }, req, returning: false })
  const base = shown._status === 'published' ? shown : newest
  await createVersion({ ...base, ...taken, updatedAt }, id, req)
  if (hasNewerDraft) {
    const kept = 'pubStatus' in change ? { ...newest, ...change } : newest
    await createVersion({ ...kept, saves: taken.saves, revision: taken.revision + 1, updatedAt }, id, req)
  }
  const events = eventsBetween({ ...shown, shown: shown._status === 'published' ? 'published' : null }, { ...shown, ...change, shown: '_status' in change ? null : shown._status === 'published' ? 'published' : null })
  if (events.length > 0) await writeEvents(req, id, { events, note, person })
  await dropSchedules({ article: id, note: null, person }, req)
}

/** The counters of the save that this is. */
function next(newest: Article, after: Article, person: User): { revision: number; saves: ReturnType<typeof withSave> } {
  const revision = (newest.revision ?? 0) + 1
  const fields = changedFields({ pubStatus: newest.pubStatus, notice: newest.notice, _status: newest._status }, { pubStatus: after.pubStatus, notice: after.notice, _status: after._status }, new Set())
  const save = { revision, at: new Date().toISOString(), by: person.id, who: person.name, fields, isAutosave: false }
  return { revision, saves: withSave(savesOf(newest.saves), save) }
}

async function createVersion(version: Article, parent: string, req: PayloadRequest): Promise<void> {
  const now = new Date().toISOString()
  await req.payload.db.createVersion({
    autosave: false,
    collectionSlug: slugs.articles,
    createdAt: now,
    parent,
    req,
    returning: false,
    updatedAt: now,
    versionData: version,
  })
}
