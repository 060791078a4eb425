import { setTimeout as delay } from 'node:timers/promises'
import type { Client } from './client'

/** Short beside the pauses that a process which writes for long makes between its transactions; uneven, so that those who wait do not march in step. */
const POLL_MS = 5

/**
 * Does `work` again until no other process is in its way, for at most `timeoutMs`. This thread goes on meanwhile:
 * SQLite's own wait would block it.
 *
 * `work` must give up the connection on which a statement found the database busy: the driver leaves that statement
 * open until it is collected as garbage, and as long as it is open nothing that the connection writes is committed.
 *
 * @throws what `work` throws, when that is not "busy" or the time is up
 */
export async function retryWhileBusy<T>(work: () => Promise<T>, timeoutMs: number): Promise<T> {
  const deadline = Date.now() + timeoutMs
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!isBusy(error) || Date.now() > deadline) throw error
      await delay(POLL_MS * (1 + Math.random()))
    }
  }
}

/** Whether SQLite says that another connection is in the way. */
export function isBusy(error: unknown): boolean {
  return error instanceof Error && /SQLITE_BUSY|database is locked/.test(error.message)
}

/**
 * A new connection, on which a first statement has been run that needs the database for itself.
 *
 * @param open opens one; it is closed again whenever the database is busy
 */
export function openWhenFree(open: () => Promise<Client>, first: string, timeoutMs: number): Promise<Client> {
  return retryWhileBusy(async () => {
    const client = await open()
    try {
      await client.execute(first)
      return client
    } catch (error) {
      client.close()
      throw error
    }
  }, timeoutMs)
}
