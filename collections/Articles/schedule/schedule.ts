import { APIError, Forbidden } from 'payload'
import type { PayloadRequest, Where } from 'payload'
import { asksAs, personOf } from '../../../src/access/person'
import { isScheduleType, readMoment, scheduleFault } from '../../../src/workflow/schedule'
import type { ScheduleType } from '../../../src/workflow/schedule'
import { writeEvents } from '../writeEvents'

/** The task that Payload's own admin UI schedules. */
export const TASK = 'schedulePublish'

/** What is to be done with an article, and when, as it came in. */
type Wish = { article: string; type: unknown; at: unknown; timezone?: unknown }

/**
 * Schedules that an article is published or unpublished, in the name of the editor who asks, and logs it.
 *
 * @throws Forbidden to everybody but editors; APIError (400) for what cannot be scheduled
 */
export async function schedule({ article: id, at, timezone, type }: Wish, req: PayloadRequest): Promise<{ type: ScheduleType; at: string }> {
  const person = personOf(req)
  if (!person || !asksAs('editor', req)) throw new Forbidden(req.t)
  if (!isScheduleType(type)) throw refusal('Schedule to publish or to unpublish.')
  const moment = readMoment(at, new Date())
  if ('fault' in moment) throw refusal(moment.fault)
  const article = await req.payload.findByID({ collection: 'articles', id, depth: 0, draft: true, overrideAccess: false, req })
  const fault = scheduleFault(type, article)
  if (fault !== undefined) throw refusal(fault)
  await req.payload.jobs.queue({
    task: TASK,
    input: {
      type,
      doc: { relationTo: 'articles', value: article.id },
      user: { relationTo: 'users', value: person.id },
      ...(typeof timezone === 'string' ? { timezone } : {}),
    },
    req,
    waitUntil: moment.at,
  })
  const to = wordsFor(type, moment.at.toISOString())
  await writeEvents(req, article.id, { events: [{ kind: 'schedule', from: null, to }], note: null, person })
  return { type, at: moment.at.toISOString() }
}

/**
 * Takes what is scheduled off again, and logs it.
 *
 * @param which one job by its id, or all that an article waits for
 * @returns how many were taken off
 * @throws Forbidden to everybody but editors
 */
export async function unschedule(which: { job: string } | { article: string }, req: PayloadRequest): Promise<number> {
  const person = personOf(req)
  if (!person || !asksAs('editor', req)) throw new Forbidden(req.t)
  const where = 'job' in which ? { and: [{ id: { equals: which.job } }, WAITING] } : waitingFor(which.article)
  const { docs } = await req.payload.find({ collection: 'payload-jobs', depth: 0, limit: 0, overrideAccess: true, pagination: false, req, where })
  for (const job of docs) {
    await req.payload.delete({ collection: 'payload-jobs', id: job.id, depth: 0, overrideAccess: true, req })
    const article = articleOf(job.input)
    if (article === undefined) continue
    await writeEvents(req, article, { events: [{ kind: 'schedule', from: wordsOf(job), to: null }], note: null, person })
  }
  return docs.length
}

/** Whether an article waits to be published or unpublished. */
export async function isScheduled(article: string, req: PayloadRequest): Promise<boolean> {
  const { totalDocs } = await req.payload.count({ collection: 'payload-jobs', overrideAccess: true, req, where: waitingFor(article) })
  return totalDocs > 0
}

/** The article that a job of ours is about. */
export function articleOf(input: unknown): string | undefined {
  const doc = isRecord(input) ? input.doc : undefined
  return isRecord(doc) && doc.relationTo === 'articles' && typeof doc.value === 'string' ? doc.value : undefined
}

/** What a job does and when, as the log says it. */
export function wordsOf({ input, waitUntil }: { input?: unknown; waitUntil?: string | null }): string {
  return wordsFor(isRecord(input) && input.type === 'unpublish' ? 'unpublish' : 'publish', waitUntil ?? undefined)
}

function wordsFor(type: ScheduleType, at: string | undefined): string {
  return at === undefined ? type : `${type} ${at}`
}

const WAITING: Where = {
  and: [
    { taskSlug: { equals: TASK } },
    { completedAt: { exists: false } },
    { hasError: { not_equals: true } },
    { processing: { not_equals: true } },
  ],
}

function waitingFor(article: string): Where {
  return { and: [WAITING, { 'input.doc.relationTo': { equals: 'articles' } }, { 'input.doc.value': { equals: article } }] }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function refusal(message: string): Error {
  return new APIError(message, 400, undefined, true)
}
