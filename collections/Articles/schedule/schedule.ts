import { APIError, Forbidden } from 'payload'
import type { PayloadRequest } from 'payload'
import { asksAs, personOf } from '../../../src/access/person'
import { isScheduleType, readMoment, SCHEDULE_TASK, scheduleFault, scheduleWords, WAITING_JOBS, waitingFor, wordsOfJob } from '../../../src/articles/schedule'
import type { ScheduleType } from '../../../src/articles/schedule'
import { slugs } from '../../../src/options/slugs'
import { newestVersion } from '../newestVersion'
import { writeEvents } from '../writeEvents'
import { dropJob, dropSchedules } from './dropSchedules'

const TYPES = 'Schedule to publish or to unpublish.'

/** What is to be done with an article, and when, as it came in. */
type Wish = { article: string; type: unknown; at: unknown; timezone?: unknown }

/**
 * Schedules that an article is published or unpublished, in the name of the editor who asks, and logs it. A schedule of
 * the same type that the article has is replaced. It holds for the article as it is now: a later change of the text takes
 * it off again.
 *
 * @throws Forbidden to everybody but editors; APIError (400) for what cannot be scheduled
 */
export async function schedule({ article: id, at, timezone, type }: Wish, req: PayloadRequest): Promise<{ type: ScheduleType; at: string }> {
  const person = personOf(req)
  if (!person || !asksAs('editor', req)) throw new Forbidden(req.t)
  if (!isScheduleType(type)) throw refusal(TYPES)
  const moment = readMoment(at, new Date())
  if ('fault' in moment) throw refusal(moment.fault)
  const article = await req.payload.findByID({ collection: slugs.articles, id, depth: 0, draft: true, overrideAccess: false, req })
  const fault = scheduleFault(type, article)
  if (fault !== undefined) throw refusal(fault)
  const newest = await newestVersion(article.id, req)
  const replaced = await removeWaiting(article.id, type, req)
  // Payload's own task, and what was approved.
  const input = {
    type,
    doc: { relationTo: slugs.articles, value: article.id },
    user: { relationTo: slugs.users, value: person.id },
    revision: newest?.revision ?? article.revision ?? 0,
    ...(typeof timezone === 'string' ? { timezone } : {}),
  }
  await req.payload.jobs.queue({ task: SCHEDULE_TASK, input, req, waitUntil: moment.at })
  const to = scheduleWords(type, moment.at.toISOString())
  await writeEvents(req, article.id, { events: [{ kind: 'schedule', from: replaced.at(-1) ?? null, to }], note: null, person })
  return { type, at: moment.at.toISOString() }
}

/**
 * Takes what is scheduled off again, and logs it.
 *
 * @param which one job by its id, or what an article waits for, of one type or of each
 * @returns how many were taken off
 * @throws Forbidden to everybody but editors
 */
export async function unschedule(which: { job: number | string } | { article: string; type?: unknown }, req: PayloadRequest): Promise<number> {
  const person = personOf(req)
  if (!person || !asksAs('editor', req)) throw new Forbidden(req.t)
  if ('article' in which) {
    const { article, type } = which
    if (type !== undefined && !isScheduleType(type)) throw refusal(TYPES)
    return (await dropSchedules({ article, note: null, person, ...(type && { type }) }, req)).length
  }
  const where = { and: [{ id: { equals: which.job } }, WAITING_JOBS] }
  const { docs } = await req.payload.find({ collection: 'payload-jobs', depth: 0, limit: 1, overrideAccess: true, pagination: false, req, where })
  for (const job of docs) await dropJob(job, { note: null, person }, req)
  return docs.length
}

/** Removes what a new schedule replaces, and returns what it was. */
async function removeWaiting(article: string, type: ScheduleType, req: PayloadRequest): Promise<string[]> {
  const { docs } = await req.payload.find({ collection: 'payload-jobs', depth: 0, limit: 0, overrideAccess: true, pagination: false, req, sort: 'waitUntil', where: waitingFor(article, type) })
  for (const { id } of docs) await req.payload.delete({ collection: 'payload-jobs', id, depth: 0, overrideAccess: true, req })
  return docs.map(wordsOfJob)
}

function refusal(message: string): Error {
  return new APIError(message, 400, undefined, true)
}
