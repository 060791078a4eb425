import { randomUUID } from 'node:crypto'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'

import { WRITES } from '../methods'
import { allowBulk, openBulk } from './bulk'
import { openWhenFree } from './busy'
import type { Client } from './client'
import { WriteGate } from './writeGate'

/** How long to wait for another process that is writing, in milliseconds. */
const PATIENCE_MS = 30_000

type Transactions = { gate: WriteGate; open: () => Promise<Client> }

const known = new WeakMap<object, Transactions>()

/**
 * Makes transactions of several statements possible beside single writes.
 *
 * A transaction has a connection of its own, so that reads of other requests neither see it nor wait for it, and passes
 * the gate alone.
 *
 * @param open opens a further connection to the same file
 */
export function allowTransactions(adapter: SQLiteAdapter, open: () => Promise<Client>): void {
  const gate = new WriteGate()
  known.set(adapter, { gate, open })
  allowBulk(adapter)
  for (const name of WRITES) gateMethod(adapter, name, gate)
}

function gateMethod(adapter: SQLiteAdapter, name: (typeof WRITES)[number], gate: WriteGate): void {
  const method: unknown = Reflect.get(adapter, name)
  if (typeof method !== 'function') return
  Reflect.set(adapter, name, function gated(this: unknown, args: object): Promise<unknown> {
    return gate.write(async () => {
      const { transaction } = gate
      const result: unknown = await Reflect.apply(method, this, [transaction === undefined ? args : await joined(args, transaction)])
      return result
    })
  })
}

/** The arguments of a write, made part of the transaction it happens in, also when its caller did not know of one. */
async function joined(args: object, transactionID: string): Promise<object> {
  const req: unknown = Reflect.get(args, 'req')
  if (typeof req !== 'object' || req === null) return { ...args, req: { transactionID } }
  // Payload puts a promise there, of nothing where it may not begin a transaction itself.
  const given: unknown = 'transactionID' in req ? await req.transactionID : undefined
  return given ? args : { ...args, req: { ...req, transactionID } }
}

/** The transaction that the current chain of calls writes in, whether its caller knows of one or not. */
export function currentTransaction(adapter: object): string | undefined {
  return known.get(adapter)?.gate.transaction
}

/** Runs something that writes several times as a single write: between the transactions of others, or within the current one. */
export function passGate<T>(adapter: object, run: () => Promise<T>): Promise<T> {
  return known.get(adapter)?.gate.write(run) ?? run()
}

/** Whether this adapter has transactions: one on a file has, one on a remote server has not. */
export function hasTransactions(adapter: object): boolean {
  return known.has(adapter)
}

/**
 * Runs a task in a transaction: committed when the task ends, undone when it throws.
 *
 * @param task is given the id that Payload's operations take as `req.transactionID`
 * @param isBulk the task creates many documents, which are then written together
 */
export async function sqliteTransaction<T>(
  adapter: SQLiteAdapter,
  task: (transactionID: string) => Promise<T>,
  isBulk = false,
): Promise<T> {
  const transactions = known.get(adapter)
  if (!transactions) throw new Error('This database has no transactions.')
  const { gate, open } = transactions
  const transactionID = randomUUID()
  await gate.enter()
  try {
    const client = await openWhenFree(open, 'BEGIN IMMEDIATE', PATIENCE_MS)
    try {
      return await gate.within(transactionID, () => runIn(adapter, client, transactionID, task, isBulk))
    } finally {
      client.close()
    }
  } finally {
    gate.leave()
  }
}

async function runIn<T>(
  adapter: SQLiteAdapter,
  client: Client,
  transactionID: string,
  task: (transactionID: string) => Promise<T>,
  isBulk: boolean,
): Promise<T> {
  const connection = isBulk ? await openBulk(adapter, client, transactionID) : await openPlain(adapter, client)
  let isOpen = true
  const end = (statement: 'COMMIT' | 'ROLLBACK') => async () => {
    if (!isOpen) return
    isOpen = false
    await client.execute(statement)
  }
  const rollback = end('ROLLBACK')
  let committed = Promise.resolve()
  const commit = async () => {
    await connection.flush()
    await end('COMMIT')()
  }
  // Payload ends a transaction it was given only when an operation in it failed.
  const session = { db: connection.db, reject: rollback, resolve: () => (committed = commit()) }
  Reflect.set(adapter.sessions, transactionID, session)
  try {
    const result = await task(transactionID)
    if (!isOpen) throw new Error('An operation in the transaction failed, and undid it.')
    // By the adapter, as on MongoDB, so that whoever wraps it hears of the end. It keeps a failure to itself.
    await adapter.commitTransaction(transactionID)
    await committed
    return result
  } catch (error) {
    await rollback()
    throw error
  } finally {
    connection.close()
    Reflect.deleteProperty(adapter.sessions, transactionID)
  }
}

async function openPlain(adapter: SQLiteAdapter, client: Client) {
  const { drizzle } = await import('@payloadcms/db-sqlite/drizzle/libsql')
  return { db: drizzle(client, { schema: adapter.schema }), close: () => undefined, flush: () => Promise.resolve() }
}
