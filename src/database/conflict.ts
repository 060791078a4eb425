import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as delay } from 'node:timers/promises'
import { APIError } from 'payload'
import type { BaseDatabaseAdapter } from 'payload'
import { isSqlite } from './engine'
import { READS, WRITES } from './methods'

/** For how long what lost against another transaction is tried again before its error is the caller's, in milliseconds: as a save waits on SQLite. */
const PATIENCE_MS = 30_000

/** The longest waits before the second attempt and before any, in milliseconds; they double from one to the next. */
const FIRST_WAIT_MS = 10
const LONGEST_WAIT_MS = 1000

/** What one attempt came to so far: what a transaction of it was lost by, and whether one of it is kept for good. */
type Attempt = { lostBy?: unknown; hasKept: boolean }

const attempts = new AsyncLocalStorage<Attempt>()

/** Two that wait for each other. */
const CROSSED = new Error('Two saves of several documents waited for each other.')

/** Another transaction was in the way and this one is undone: what it was part of may be tried again. */
class ConflictError extends APIError {
  constructor(cause: unknown) {
    super('Somebody else was writing the same at this moment, and nothing of this was saved: send it again.', 409, undefined, true)
    this.cause = cause
  }
}

/** The `req` of a write outside every transaction that is not tried again: its caller is told of the conflict ({@link isConflict}). */
export const ONCE = {}

/**
 * A single write is done again when it meets another transaction of MongoDB or PostgreSQL; within a transaction, which is undone
 * then, it throws a {@link ConflictError} instead of the driver's own (which Payload answers with 500).
 */
export function withConflicts(db: BaseDatabaseAdapter): BaseDatabaseAdapter {
  // On SQLite a save waits for its turn, and meets nobody.
  if (isSqlite(db)) return db
  for (const name of READS) around(db, name, async (run, args) => ((await isInTransaction(args)) ? heard(run) : untilThrough(run)))
  for (const name of WRITES) {
    around(db, name, async (run, args) => {
      if (await isInTransaction(args)) return heard(run)
      // What is written for the request itself, and not beside it as leases are.
      if (isOfRequest(args)) refuseAfterLoss()
      return requestIn(args) === ONCE ? run() : untilThrough(run)
    })
  }
  around(db, 'beginTransaction', async (run) => {
    refuseAfterLoss()
    return run()
  })
  around(db, 'commitTransaction', async (run) => {
    refuseAfterLoss()
    const result = await heard(run)
    const attempt = attempts.getStore()
    if (attempt) attempt.hasKept = true
    return result
  })
  return db
}

/**
 * Where several documents are written at once, Payload takes the transaction from all when one of them has lost it: the
 * rest of them must not be written outside, nor in another one that nobody ends, nor be told that they were saved.
 *
 * @throws ConflictError
 */
function refuseAfterLoss(): void {
  const attempt = attempts.getStore()
  if (attempt?.lostBy && !attempt.hasKept) throw new ConflictError(attempt.lostBy)
}

/**
 * Gives up what the request has written so far, where it and another one wait for each other: both would wait for ever.
 *
 * @throws ConflictError
 */
export function giveWay(): never {
  const attempt = attempts.getStore()
  if (attempt) attempt.lostBy = CROSSED
  throw new ConflictError(CROSSED)
}

function around(db: object, name: string, call: (run: () => Promise<unknown>, args: unknown) => Promise<unknown>): void {
  const method: unknown = Reflect.get(db, name)
  if (typeof method !== 'function') return
  Reflect.set(db, name, function clearly(this: unknown, ...args: unknown[]): Promise<unknown> {
    return call(async () => {
      const result: unknown = await Reflect.apply(method, this, args)
      return result
    }, args[0])
  })
}

/** @throws ConflictError where the transaction is lost */
async function heard(run: () => Promise<unknown>): Promise<unknown> {
  try {
    return await run()
  } catch (error) {
    if (!isConflict(error)) throw error
    const attempt = attempts.getStore()
    if (attempt) attempt.lostBy = error
    throw new ConflictError(error)
  }
}

async function isInTransaction(args: unknown): Promise<boolean> {
  const req = requestIn(args)
  return req !== undefined && 'transactionID' in req && Boolean(await req.transactionID)
}

function isOfRequest(args: unknown): boolean {
  const req = requestIn(args)
  return req !== undefined && 'payload' in req
}

function requestIn(args: unknown): object | undefined {
  const req: unknown = typeof args === 'object' && args !== null && 'req' in args ? args.req : undefined
  return typeof req === 'object' && req !== null ? req : undefined
}

/**
 * A route that does again what another transaction was in the way of, a little later, provided that nothing of it is kept:
 * an endpoint may have several transactions. After half a minute its answer is 409.
 */
export function retryRequest<Context>(
  handler: (request: Request, context: Context) => Promise<Response> | Response,
): (request: Request, context: Context) => Promise<Response> {
  return async (request, context) => {
    const deadline = Date.now() + PATIENCE_MS
    for (let tried = 1; ; tried += 1) {
      const attempt: Attempt = { hasKept: false }
      const response = await attempts.run(attempt, () => handler(request.clone(), context))
      if (!attempt.lostBy || attempt.hasKept || response.ok || Date.now() > deadline) return response
      await delay(waitAfter(tried))
    }
  }
}

/**
 * Does again what another transaction was in the way of, a little later; what it wrote until then is undone.
 *
 * @throws ConflictError when half a minute has passed; what the attempt throws, when it is something else
 */
export async function untilThrough<T>(attempt: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS
  for (let tried = 1; ; tried += 1) {
    try {
      return await attempt()
    } catch (error) {
      if (!isConflict(error)) throw error
      if (Date.now() > deadline) throw error instanceof ConflictError ? error : new ConflictError(error)
      await delay(waitAfter(tried))
    }
  }
}

/**
 * Does a transaction that begins and ends in here again, wherever it is in a request.
 *
 * @throws as {@link untilThrough}
 */
export async function untilKept<T>(transaction: () => Promise<T>): Promise<T> {
  const outer = attempts.getStore()
  return untilThrough(async () => {
    const own: Attempt = { hasKept: false }
    try {
      return await attempts.run(own, transaction)
    } finally {
      if (outer && own.hasKept) outer.hasKept = true
    }
  })
}

/** Two that were in each other's way are not to meet again: each waits for a time of its own. */
function waitAfter(attempt: number): number {
  return Math.random() * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempt - 1))
}

/**
 * MongoDB's WriteConflict, and NoSuchTransaction: it has ended the transaction by itself. PostgreSQL's failed serialization,
 * deadlock, and transaction that has failed before (https://www.postgresql.org/docs/current/errcodes-appendix.html).
 */
const IN_THE_WAY: readonly unknown[] = [112, 251, '40001', '40P01', '25P02']

/**
 * Whether the database says that the same transaction may succeed when it is tried again.
 *
 * @see https://www.mongodb.com/docs/manual/core/transactions-in-applications/#-transienttransactionerror-
 */
export function isConflict(error: unknown): boolean {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if (cause === CROSSED) return true
    if ('hasErrorLabel' in cause && typeof cause.hasErrorLabel === 'function' && cause.hasErrorLabel('TransientTransactionError')) return true
    if ('code' in cause && IN_THE_WAY.includes(cause.code)) return true
  }
  return false
}
