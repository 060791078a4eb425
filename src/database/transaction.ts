import { createLocalReq } from 'payload'
import type { Payload, PayloadRequest } from 'payload'

import { untilKept } from './conflict'
import { isMongo, isPostgres, isSqlite } from './engine'
import { sqliteTransaction } from './sqlite/transactions'

/** The transaction that the current chain of calls writes in, where a write joins one that its caller does not name; whether it is alone, where one is. */
export { currentTransaction, isAlone } from './sqlite/transactions'

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
  // Payload turns them off when it connects to a server that is no replica set.
  return isSqlite(db) || isPostgres(db) || (isMongo(db) && db.transactionOptions !== false)
}

/**
 * Does all of a task or nothing of it. Where the database has transactions (SQLite, PostgreSQL, MongoDB with a replica set)
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
  if (isSqlite(db)) {
    const run = async (transactionID: string) => task({ req: await requestOf(payload, transactionID), onUndo: ignore })
    return sqliteTransaction(db, run, isBulk)
  }
  return untilKept(async () => {
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
