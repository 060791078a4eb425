import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises'

import type { Payload } from 'payload'

import { isMongo, isSqlite } from './engine'

/**
 * Whether the database answers within `timeoutMs` milliseconds. Never throws: a database that fails, or that this
 * process is not connected to, does not answer.
 */
export async function pingDatabase(payload: Pick<Payload, 'db'>, timeoutMs: number): Promise<boolean> {
  const done = new AbortController()
  // After a long computation here, timers come first: an answer that has arrived meanwhile is read in the same turn.
  const late = delay(timeoutMs, undefined, { signal: done.signal })
    .then(() => nextTurn(false))
    .catch(() => false)
  const answered = answers(payload.db, timeoutMs).catch(() => false)
  try {
    return await Promise.race([answered, late])
  } finally {
    done.abort()
  }
}

async function answers(adapter: Payload['db'], timeoutMs: number): Promise<boolean> {
  if (isMongo(adapter)) {
    await adapter.connection.db?.command({ ping: 1 }, { timeoutMS: timeoutMs })
    return adapter.connection.db !== undefined
  }
  if (isSqlite(adapter)) {
    await adapter.client.execute('select 1')
    return true
  }
  return false
}
