import { APIError } from 'payload'
import type { BaseDatabaseAdapter } from 'payload'
import { READS, WRITES } from './methods'

/** Answers to errors of a database; the first match counts. Codes are those of PostgreSQL (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
const TOLD: readonly { said: RegExp; status: number; message: string }[] = [
  // RFC 4918 section 11.5.
  { said: /SQLITE_FULL|database or disk is full|ENOSPC|EDQUOT|OutOfDiskSpace|no space left on device|^53100$/i, status: 507, message: 'The disk of the server is full, and nothing of this was saved: make room there, then send it again.' },
  { said: /FOREIGN KEY constraint failed|^23503$/, status: 409, message: 'A document that this one refers to was deleted at this moment, and nothing of this was saved: load it again, then save.' },
  { said: /^(?:08\w{3}|57P0[123]|53300|25006|ECONNREFUSED|ECONNRESET|EPIPE)$|^timeout exceeded when trying to connect$|^Connection terminated/, status: 503, message: 'The database cannot take this now, and nothing of it was saved: send it again later.' },
  { said: /^(?:22|54)\w{3}$/, status: 400, message: 'The database cannot keep or compare one of these values: it is too long, or has characters that no text may have. Change it, then send it again.' },
]

/** What a client is told when a disk is full. */
export function diskFull(cause?: unknown): Error {
  const [{ message, status } = { message: '', status: 507 }] = TOLD
  return toldError(message, status, cause)
}

/** Answers errors of the database with a status and a message that says what to do. Payload would answer 500. */
export function withStorageErrors(db: BaseDatabaseAdapter): BaseDatabaseAdapter {
  for (const name of [...READS, ...WRITES, 'beginTransaction', 'commitTransaction']) {
    const method: unknown = Reflect.get(db, name)
    if (typeof method !== 'function') continue
    Reflect.set(db, name, async function telling(this: unknown, ...args: unknown[]): Promise<unknown> {
      try {
        return (await Reflect.apply(method, this, args)) as unknown
      } catch (error) {
        const told = TOLD.find(({ said }) => says(error, said))
        throw told ? toldError(told.message, told.status, error) : error
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
