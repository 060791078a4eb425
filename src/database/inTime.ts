import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises'

/** Stands for an answer that has not come in time. */
export const LATE = Symbol('late')

/**
 * Waits for work, but no longer than `timeoutMs` milliseconds; the work itself goes on.
 *
 * @throws what the work throws in time
 */
export async function inTime<T>(work: Promise<T>, timeoutMs: number): Promise<T | typeof LATE> {
  const done = new AbortController()
  // After a long computation here, timers come first: an answer that has arrived meanwhile is read in the same turn.
  const late = delay(timeoutMs, undefined, { signal: done.signal })
    .then(() => nextTurn<typeof LATE>(LATE))
    .catch((): typeof LATE => LATE)
  // What fails after that is nobody's.
  work.catch(() => undefined)
  try {
    return await Promise.race([work, late])
  } finally {
    done.abort()
  }
}
