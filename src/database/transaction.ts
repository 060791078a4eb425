import { setTimeout as delay } from 'node:timers/promises'
import { createLocalReq } from 'payload'
import type { Payload, PayloadRequest } from 'payload'

import { isMongo, isSqlite } from './engine'
import { hasTransactions, sqliteTransaction } from './sqlite/transactions'

/** The transaction that the current chain of calls writes in, on engines where a write joins one that its caller does not name. */
export { currentTransaction } from './sqlite/transactions'

/** How often what lost against another transaction is tried before its error is the caller's. */
const ATTEMPTS = 10

/** The longest waits before the second attempt and before any, in milliseconds; they double from one to the next. */
const FIRST_WAIT_MS = 10
const LONGEST_WAIT_MS = 1000

/** What a task of {@link inTransaction} works with. */
export type Transaction = {
  /** Pass it to every operation that belongs to the transaction. */
  req: PayloadRequest
  /** Says how to undo a step, for databases without transactions; a real transaction needs no help. */
  onUndo: (undo: () => Promise<unknown>) => void
}

export type TransactionOptions = {
  /**
   * The task creates many documents: they may be written together at its end, or before it reads. What the database
   * refuses is then the transaction's error, not that of the operation.
   *
   * @default false
   */
  isBulk?: boolean
}

/** Whether the database has transactions, so that nothing needs to be undone by hand. */
export function isTransactional({ db }: Payload): boolean {
  if (isSqlite(db)) return hasTransactions(db)
  // Payload turns them off when it connects to a server that is no replica set.
  return isMongo(db) && db.transactionOptions !== false
}

/**
 * Does all of a task or nothing of it. Where the database has transactions (MongoDB with a replica set, SQLite files)
 * it is one, tried again when another transaction was in its way; elsewhere what the task said is undone by hand.
 *
 * @throws whatever the task throws, after everything was undone
 */
export async function inTransaction<T>(
  payload: Payload,
  task: (transaction: Transaction) => Promise<T>,
  { isBulk = false }: TransactionOptions = {},
): Promise<T> {
  const { db } = payload
  if (isSqlite(db) && hasTransactions(db)) {
    const run = async (transactionID: string) => task({ req: await requestOf(payload, transactionID), onUndo: ignore })
    return sqliteTransaction(db, run, isBulk)
  }
  return untilThrough(async () => {
    const transactionID = await db.beginTransaction()
    if (!transactionID) return undoneByHand(payload, task)
    try {
      const result = await task({ req: await requestOf(payload, transactionID), onUndo: ignore })
      await db.commitTransaction(transactionID)
      return result
    } catch (error) {
      await db.rollbackTransaction(transactionID)
      throw error
    }
  })
}

/**
 * Does again what another transaction was in the way of, a little later; what it wrote until then is undone.
 *
 * @throws what the attempt throws, when it is something else, or the last of many
 */
export async function untilThrough<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await attempt()
    } catch (error) {
      if (tried === ATTEMPTS || !isTransient(error)) throw error
      await delay(waitAfter(tried))
    }
  }
}

/** Two that were in each other's way are not to meet again: each waits for a time of its own. */
function waitAfter(attempt: number): number {
  return Math.random() * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempt - 1))
}

async function undoneByHand<T>(payload: Payload, task: (transaction: Transaction) => Promise<T>): Promise<T> {
  const undos: (() => Promise<unknown>)[] = []
  try {
    return await task({ req: await requestOf(payload, undefined), onUndo: (undo) => undos.push(undo) })
  } catch (error) {
    for (const undo of undos.reverse()) await undo()
    throw error
  }
}

async function requestOf(payload: Payload, transactionID: number | string | undefined): Promise<PayloadRequest> {
  const req = await createLocalReq({}, payload)
  return transactionID === undefined ? req : Object.assign(req, { transactionID })
}

function ignore(): void {
  // A transaction undoes itself.
}

/** MongoDB's WriteConflict, and NoSuchTransaction: it has ended the transaction by itself. */
const IN_THE_WAY: readonly unknown[] = [112, 251]

/**
 * Whether MongoDB says that the same transaction may succeed when it is tried again.
 *
 * @see https://www.mongodb.com/docs/manual/core/transactions-in-applications/#-transienttransactionerror-
 */
function isTransient(error: unknown): boolean {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if ('hasErrorLabel' in cause && typeof cause.hasErrorLabel === 'function' && cause.hasErrorLabel('TransientTransactionError')) return true
    if ('code' in cause && IN_THE_WAY.includes(cause.code)) return true
  }
  return false
}
