import type { Where } from 'payload'
import { slugs } from '../options/slugs'
import { readDate } from '../text/dateText'

/** The task that Payload's own admin UI schedules. */
export const SCHEDULE_TASK = 'schedulePublish'

/** What can be done to an article at a set time. */
export const SCHEDULE_TYPES = ['publish', 'unpublish'] as const

export type ScheduleType = (typeof SCHEDULE_TYPES)[number]

/** What the rules look at; relations do not matter. */
type Scheduled = { pubStatus?: string | null | undefined; deletedAt?: string | null | undefined }

/** Whether a value from outside says what to do at a set time. */
export function isScheduleType(value: unknown): value is ScheduleType {
  return SCHEDULE_TYPES.some((type) => type === value)
}

/** Reads when something is to be done: a moment ahead, or what is wrong with it. */
export function readMoment(value: unknown, now: Date): { at: Date } | { fault: string } {
  const at = value instanceof Date ? value : typeof value === 'string' ? readDate(value) : undefined
  if (!at || Number.isNaN(at.getTime())) return { fault: 'Say when, as a date with its time, such as 2027-01-31T18:00:00Z.' }
  return at > now ? { at } : { fault: 'That moment has passed: choose one ahead, or publish now.' }
}

/** Why an article cannot be published at a set time, whatever else it lacks; asked when it is scheduled, and again when its time comes. */
export function scheduleFault(type: ScheduleType, { deletedAt, pubStatus }: Scheduled): string | undefined {
  if (deletedAt) return 'It is in the trash.'
  return type === 'publish' && pubStatus === 'canceled' ? 'It is withdrawn: reinstate it first.' : undefined
}

/** Fields that can change without making what is scheduled another text. */
const NOT_APPROVED = new Set(['_status', 'embargoUntil', 'note', 'notice', 'publishedAt', 'stage'])

/**
 * Whether a save changes what an editor approved when scheduling it, so that the schedule no longer holds.
 *
 * @param fields the fields that the save changed
 * @param stage the stage after the save
 */
export function breaksSchedule(fields: readonly string[], stage: string | null | undefined): boolean {
  return fields.some((field) => (field === 'stage' ? stage === 'draft' || stage === 'in-review' : !NOT_APPROVED.has(field)))
}

/** The jobs that wait to publish or unpublish something. The one definition: the desk, the panel and the API use it. */
export const WAITING_JOBS: Where = {
  and: [
    { taskSlug: { equals: SCHEDULE_TASK } },
    { completedAt: { exists: false } },
    { hasError: { not_equals: true } },
    { processing: { not_equals: true } },
  ],
}

/** The jobs that wait for one article. */
export function waitingFor(article: string, type?: ScheduleType): Where {
  const about: Where[] = [{ 'input.doc.relationTo': { equals: slugs.articles } }, { 'input.doc.value': { equals: article } }]
  return { and: [WAITING_JOBS, ...about, ...(type ? [{ 'input.type': { equals: type } }] : [])] }
}

/** The publications that wait in the name of somebody. */
export function publicationsBy(person: string): Where {
  return { and: [WAITING_JOBS, { 'input.type': { equals: 'publish' } }, { 'input.user.value': { equals: person } }] }
}

/** The article that a job is about. */
export function articleOfJob(input: unknown): string | undefined {
  const doc = isRecord(input) ? input.doc : undefined
  if (!isRecord(doc) || doc.relationTo !== slugs.articles) return undefined
  const id = isRecord(doc.value) ? doc.value.id : doc.value
  return typeof id === 'string' ? id : undefined
}

/** What a job does with its article. */
export function typeOfJob(input: unknown): ScheduleType {
  return isRecord(input) && input.type === 'unpublish' ? 'unpublish' : 'publish'
}

/** The revision of the article that was scheduled; undefined for a job of an older version of this software. */
export function revisionOfJob(input: unknown): number | undefined {
  return isRecord(input) && typeof input.revision === 'number' ? input.revision : undefined
}

/** What a job does and when, as the log says it. */
export function wordsOfJob({ input, waitUntil }: { input?: unknown; waitUntil?: string | null }): string {
  return scheduleWords(typeOfJob(input), waitUntil ?? undefined)
}

/** The same for a schedule that is being made. */
export function scheduleWords(type: ScheduleType, at: string | undefined): string {
  return at === undefined ? type : `${type} ${at}`
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
