import { setTimeout as delay } from 'node:timers/promises'

const POLL_MS = 25

/**
 * Does `work` again until no other connection is in its way, for at most `timeoutMs`. For what SQLite's own busy
 * timeout does not cover, such as the change to a write-ahead log, and for waits during which this thread has to go on:
 * SQLite's wait blocks it.
 *
 * @throws what `work` throws, when that is not "busy" or the time is up
 */
export async function untilFree<T>(work: () => Promise<T>, timeoutMs: number): Promise<T> {
  const deadline = Date.now() + timeoutMs
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!isBusy(error) || Date.now() > deadline) throw error
      await delay(POLL_MS)
    }
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && /SQLITE_BUSY|database is locked/.test(error.message)
}
