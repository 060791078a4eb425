import { APIError, JobCancelledError, ValidationError } from 'payload'
import type { PayloadRequest, SanitizedConfig, TaskConfig, TaskHandler } from 'payload'
import { asksAs } from '../../../src/access/person'
import { inTransaction } from '../../../src/database/transaction'
import type { ArticleEvent } from '../../../src/articles/events'
import { articleOfJob, breaksSchedule, revisionOfJob, SCHEDULE_TASK, scheduleFault, wordsOfJob } from '../../../src/articles/schedule'
import { remembers, savesOf, savesSince } from '../../../src/articles/revisions'
import { slugs } from '../../../src/options/slugs'
import { newestVersion } from '../newestVersion'
import { CHANGED_SINCE } from './bindSchedule'
import type { Article, TaskSchedulePublish } from '../../../src/payload-types'
import { writeEvents } from '../writeEvents'

/** What fails for a reason that may pass, such as somebody saving at that moment, is tried again so often, so many milliseconds apart. */
const RETRIES = { attempts: 3, backoff: { type: 'fixed', delay: 20_000 } } as const

const NOBODYS = 'Who scheduled it may not publish any more. Schedule it again.'

/** Somebody saved the article at that moment. */
const CONFLICT = 409

/**
 * Makes Payload's own task for scheduled publication do its work exactly once, tell in the article's log when it was
 * refused, and try again only what another attempt may mend. Payload adds that task when it builds the config, so this
 * comes after. What a project schedules of its own collections is left to Payload.
 */
export function tellScheduleFailures({ jobs }: SanitizedConfig): void {
  jobs.tasks = jobs.tasks?.map((task) => (task.slug === SCHEDULE_TASK ? telling(task) : task))
}

function telling(task: TaskConfig): TaskConfig {
  const { handler } = task
  const ofArticles: TaskHandler<'schedulePublish'> = (args) => (articleOfJob(args.input) === undefined && typeof handler === 'function' ? handler(args) : holdToRules(args))
  return { ...task, retries: RETRIES, handler: ofArticles }
}

const holdToRules: TaskHandler<'schedulePublish'> = async ({ input, job, req }) => {
  try {
    await refuseOutdated(input, req)
    await carryOut(input, job.id, req)
    return { output: {} }
  } catch (error) {
    const isRefusal = error instanceof APIError && error.status < 500 && error.status !== CONFLICT
    const message = reasonOf(error)
    if (isRefusal || (job.totalTried ?? 0) >= RETRIES.attempts) await tell(job, message, req)
    // A job that is cancelled is kept with its reason, and not tried again.
    throw isRefusal ? new JobCancelledError(message) : error
  }
}

/**
 * Publishes or unpublishes in the name of the person who scheduled it, or of the newsroom's own code, and marks the job as done
 * in the same transaction: one whose process dies right afterwards is not given again, to undo what an editor has done since.
 */
async function carryOut({ doc, type, user }: TaskSchedulePublish['input'], job: number | string, { payload }: PayloadRequest): Promise<void> {
  const id = articleOfJob({ doc })
  if (id === undefined) throw new Error('A job that is to publish says which article.')
  await inTransaction(payload, async ({ req }) => {
    const person = user && (await personIn(user, req))
    if (user && !person && type !== 'unpublish') throw new APIError(NOBODYS, 403, undefined, true)
    const data = { _status: type === 'unpublish' ? ('draft' as const) : ('published' as const) }
    await payload.update({ collection: slugs.articles, id, data, depth: 0, overrideAccess: !person, req, user: person ?? null })
    await payload.db.updateJobs({ id: job, data: { completedAt: new Date().toISOString() }, req, returning: false })
  })
}

/** The person who scheduled it, if they may still publish; undefined otherwise. A scheduled end does not need them. */
async function personIn({ relationTo, value }: NonNullable<TaskSchedulePublish['input']['user']>, req: PayloadRequest) {
  if (relationTo !== slugs.users) return undefined
  const person = await req.payload.findByID({ collection: relationTo, id: typeof value === 'object' ? value.id : value, depth: 0, disableErrors: true, overrideAccess: true, req })
  const user = person && { ...person, collection: relationTo }
  return user && asksAs('editor', { user }) ? user : undefined
}

/** What was changed since an editor scheduled it is not what they approved. */
function changeFault({ revision, saves, stage }: Article, approved: number | undefined): string | undefined {
  if (approved === undefined || (revision ?? 0) === approved) return undefined
  const known = savesOf(saves)
  const since = savesSince(known, approved, null)
  const isSame = remembers(known, approved) && since.every(({ fields }) => !breaksSchedule(fields, stage))
  return isSame ? undefined : CHANGED_SINCE
}

/** Publishing what is withdrawn would show it to nobody and look like a success. */
async function refuseOutdated(input: object, req: PayloadRequest): Promise<void> {
  const id = articleOfJob(input)
  if (id === undefined || ('type' in input && input.type === 'unpublish')) return
  const article = await newestVersion(id, req)
  const fault = article ? (scheduleFault('publish', article) ?? changeFault(article, revisionOfJob(input))) : 'It has been deleted.'
  if (fault !== undefined) throw new APIError(fault, 400, undefined, true)
}

async function tell(job: { input?: unknown; waitUntil?: string | null }, reason: string, req: PayloadRequest): Promise<void> {
  const article = articleOfJob(job.input)
  if (article === undefined) return
  const event: ArticleEvent = { kind: 'schedule', from: wordsOfJob(job), to: 'failed' }
  await writeEvents(req, article, { events: [event], note: reason, person: undefined })
}

/** What was refused, with all that is missing. */
function reasonOf(error: unknown): string {
  if (error instanceof ValidationError) return error.data.errors.map(({ message }) => message).join(' ')
  return error instanceof Error ? error.message : String(error)
}
