import type { BaseDatabaseAdapter, UpdateJobsArgs, Where } from 'payload'
import { untilThrough } from './conflict'
import { takeLease } from './lease'

/** Payload's own collection of jobs. */
const JOBS = 'payload-jobs'

/** Milliseconds after which others may claim jobs, although a process that began to claim some never finished. */
const CLAIM_TTL_MS = 30_000

/** A job that has been running for so long, in milliseconds, died with its process. */
const LOST_AFTER_MS = 300_000

/** Outside every transaction: a job that is taken must be seen as taken by everybody at once. */
const NO_TRANSACTION = {}

/**
 * Gives a job to one process only, and gives it again when that process died.
 *
 * Payload looks for jobs that are due and then marks them: on both engines two processes may find the same ones. Here
 * one process at a time looks and marks; another that comes meanwhile finds nothing, and looks again at its next turn.
 */
export function withJobClaims(db: BaseDatabaseAdapter): BaseDatabaseAdapter {
  const { updateJobs } = db

  db.updateJobs = async function claimJobs(args) {
    if (!isClaim(args)) return updateJobs.call(this, args)
    const due = await db.findOne({ collection: JOBS, req: NO_TRANSACTION, where: { or: [args.where, lost()] } })
    if (!due) return []
    const lease = await takeLease(db, 'jobs:claim', CLAIM_TTL_MS)
    if (!lease) return []
    try {
      // Jobs that others are ending at this moment are in the way.
      await untilThrough(() => updateJobs.call(this, { data: { processing: false }, req: NO_TRANSACTION, returning: false, where: lost() }))
      return await untilThrough(() => updateJobs.call(this, args))
    } finally {
      await lease.release()
    }
  }

  return db
}

type Claim = Extract<UpdateJobsArgs, { where: Where }>

function isClaim(args: UpdateJobsArgs): args is Claim {
  return args.data.processing === true && args.where !== undefined
}

function lost(): Where {
  return {
    and: [
      { processing: { equals: true } },
      { completedAt: { exists: false } },
      { updatedAt: { less_than: new Date(Date.now() - LOST_AFTER_MS).toISOString() } },
    ],
  }
}
