import type { PayloadRequest } from 'payload'
import type { User } from '../../../src/payload-types'
import { articleOfJob, waitingFor, wordsOfJob } from '../../../src/articles/schedule'
import type { ScheduleType } from '../../../src/articles/schedule'
import { writeEvents } from '../writeEvents'

type Dropped = {
  article: string
  /** Only schedules of this type; all of them when left out. */
  type?: ScheduleType
  /** Why, for the log. */
  note: string | null
  /** Undefined for the newsroom's own code. */
  person: User | undefined
}

/** Takes an article off the schedule, and logs it. Returns what was scheduled, as the log words it. */
export async function dropSchedules({ article, note, person, type }: Dropped, req: PayloadRequest): Promise<string[]> {
  const { docs } = await req.payload.find({
    collection: 'payload-jobs',
    depth: 0,
    limit: 0,
    overrideAccess: true,
    pagination: false,
    req,
    where: waitingFor(article, type),
  })
  for (const job of docs) await dropJob(job, { note, person }, req)
  return docs.map(wordsOfJob)
}

type Job = { id: number | string; input?: unknown; waitUntil?: string | null }

/** Removes one scheduled job, and logs it where it is about an article. */
export async function dropJob(job: Job, { note, person }: Pick<Dropped, 'note' | 'person'>, req: PayloadRequest): Promise<void> {
  await req.payload.delete({ collection: 'payload-jobs', id: job.id, depth: 0, overrideAccess: true, req })
  const article = articleOfJob(job.input)
  if (article === undefined) return
  await writeEvents(req, article, { events: [{ kind: 'schedule', from: wordsOfJob(job), to: null }], note, person })
}
