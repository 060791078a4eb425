import type { Payload } from 'payload'

import { isMongo, isPostgres, isSqlite } from './engine'
import { inTime } from './inTime'

/**
 * Whether the database answers within `timeoutMs` milliseconds. Never throws: a database that fails, or that this
 * process is not connected to, does not answer.
 */
export async function pingDatabase(payload: Pick<Payload, 'db'>, timeoutMs: number): Promise<boolean> {
  const answered = inTime(answers(payload.db, timeoutMs), timeoutMs)
  return answered.then((isThere) => isThere === true, () => false)
}

async function answers(adapter: Payload['db'], timeoutMs: number): Promise<boolean> {
  if (isMongo(adapter)) {
    await adapter.connection.db?.command({ ping: 1 }, { timeoutMS: timeoutMs })
    return adapter.connection.db !== undefined
  }
  if (isPostgres(adapter)) {
    await adapter.pool.query('select 1')
    return true
  }
  if (isSqlite(adapter)) {
    await adapter.client.execute('select 1')
    return true
  }
  return false
}
