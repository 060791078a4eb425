import type { JobsConfig } from 'payload'

/** How often a server looks for jobs that are due: every ten seconds, and so within ten seconds of its start. */
const EVERY_TEN_SECONDS = '*/10 * * * * *'

/** How many jobs are taken at once. */
const BATCH = 20

/**
 * Who runs scheduled publications: every server and worker, unless it is told not to. They share the work through the
 * database (src/database/jobClaims).
 *
 * @param jobs the option: `off` leaves jobs to others
 * @param own what the project says of jobs: its tasks, workflows, queues and access rules are kept
 */
export function jobsConfig(jobs: 'off' | 'on' | undefined, own: Partial<JobsConfig> | undefined): JobsConfig {
  return {
    ...own,
    access: { cancel: notByRequest, queue: notByRequest, run: notByRequest, ...own?.access },
    autoRun: jobs === 'off' ? [] : [{ allQueues: true, cron: EVERY_TEN_SECONDS, limit: BATCH }],
  }
}

/** Jobs are queued, run and cancelled by code, which has asked who may; by a request only where a project says by whose. */
function notByRequest(): boolean {
  return false
}
