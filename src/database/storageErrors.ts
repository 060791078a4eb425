import { APIError } from 'payload'
import type { BaseDatabaseAdapter } from 'payload'
import { WRITES } from './methods'

/** RFC 4918 section 11.5. */
const INSUFFICIENT_STORAGE = 507
const CONFLICT = 409

/** What SQLite, MongoDB and the file system say when there is no room left. */
const FULL = /SQLITE_FULL|database or disk is full|ENOSPC|EDQUOT|OutOfDiskSpace|no space left on device/i

const DISK_FULL = 'The disk of the server is full, and nothing of this was saved: make room there, then send it again.'

const REFERENCE_GONE = 'A document that this one refers to was deleted at this moment, and nothing of this was saved: load it again, then save.'

/** Whether an error, or what it was caused by, says that a disk is full. */
function isDiskFull(error: unknown): boolean {
  return says(error, FULL)
}

/** What a client is told when a disk is full. */
export function diskFull(cause?: unknown): Error {
  return toldError(DISK_FULL, INSUFFICIENT_STORAGE, cause)
}

/**
 * Has writes say what a client can do about it: make room on a full disk (507), or save again without a document that was
 * deleted between the check of a reference and the write (409). Payload would answer 500 to both.
 */
export function withStorageErrors(db: BaseDatabaseAdapter): BaseDatabaseAdapter {
  for (const name of [...WRITES, 'beginTransaction', 'commitTransaction']) {
    const method: unknown = Reflect.get(db, name)
    if (typeof method !== 'function') continue
    Reflect.set(db, name, async function telling(this: unknown, ...args: unknown[]): Promise<unknown> {
      try {
        return (await Reflect.apply(method, this, args)) as unknown
      } catch (error) {
        if (isDiskFull(error)) throw diskFull(error)
        if (says(error, /FOREIGN KEY constraint failed/)) throw toldError(REFERENCE_GONE, CONFLICT, error)
        throw error
      }
    })
  }
  return db
}

function toldError(message: string, status: number, cause: unknown): Error {
  const error = new APIError(message, status, undefined, true)
  error.cause = cause
  return error
}

function says(error: unknown, pattern: RegExp): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) if (pattern.test(cause.message) || ('code' in cause && pattern.test(String(cause.code)))) return true
  return false
}
