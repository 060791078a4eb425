import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { BaseDatabaseAdapter } from 'payload'

import { WRITES } from '../methods'
import { allowBulk, openBulk } from './bulk'
import type { Client } from './client'
import { WriteLock } from './writeLock'
import { Writer } from './writer'
import type { OpenTransaction } from './writer'

/** A transaction that neither writes nor ends for so long, in milliseconds, was forgotten: it would stop all writing. */
const FORGOTTEN_MS = 60_000
const FORGOTTEN = `A transaction that neither wrote nor ended for ${String(FORGOTTEN_MS / 1000)} s was undone.`

/** Where the current chain of calls is: in a transaction, or in a single write; and inside which others, if any. */
type Place = { transaction?: Begun; isOver: boolean; outer: Place | undefined }

/** A transaction, which takes the right to write with its first write. One of Payload's operations is watched. */
type Begun = Kind & { id: string; place: Place; started?: Promise<Started>; isStarted: boolean; watch?: NodeJS.Timeout }
type Kind = { isBulk: boolean; isWatched: boolean }
type Started = { commit: () => Promise<void>; rollback: () => Promise<void> }

/** What the methods that write look at. */
type Request = { transactionID?: unknown } | null | undefined

const known = new WeakMap<object, Transactions>()

/**
 * Gives Payload's adapter transactions: every save is one, committed as a whole or not at all.
 *
 * Not by its own `transactionOptions`: the driver's transactions take the one connection away from everybody else, whose
 * statements then wait for it by blocking the thread that should finish it, until `SQLITE_BUSY`. Here a transaction has
 * another connection, and holds the write lock alone, from its first write to its end: what comes before, such as the
 * hashing of a password or the scaling of a picture, keeps nobody waiting.
 *
 * @param open opens a further connection to the same file
 */
export function allowTransactions(adapter: SQLiteAdapter, open: () => Promise<Client>): void {
  const transactions = new Transactions(adapter, open)
  known.set(adapter, transactions)
  allowBulk(adapter)
  for (const name of WRITES) gateMethod(adapter, name, transactions)
  const destroy = adapter.destroy?.bind(adapter)
  Object.assign(adapter, {
    beginTransaction: () => transactions.begin(),
    commitTransaction: async (id) => transactions.end(await id, 'commit'),
    rollbackTransaction: async (id) => transactions.end(await id, 'rollback'),
    destroy: async () => {
      transactions.close()
      await destroy?.()
    },
  } satisfies Partial<BaseDatabaseAdapter>)
}

function gateMethod(adapter: SQLiteAdapter, name: (typeof WRITES)[number], transactions: Transactions): void {
  const method: unknown = Reflect.get(adapter, name)
  if (typeof method !== 'function') return
  Reflect.set(adapter, name, function gated(this: unknown, args: { req?: Request }): Promise<unknown> {
    return transactions.write(args.req, async (transaction) => {
      const result: unknown = await Reflect.apply(method, this, [transaction === undefined ? args : joined(args, transaction)])
      return result
    })
  })
}

/** The arguments of a write, made part of the transaction it happens in, also when its caller did not know of one. */
function joined(args: { req?: Request }, transactionID: string): object {
  return args.req?.transactionID === transactionID ? args : { ...args, req: { ...args.req, transactionID } }
}

/** The transaction that the current chain of calls writes in, whether its caller knows of one or not. */
export function currentTransaction(adapter: object): string | undefined {
  return known.get(adapter)?.current
}

/**
 * Whether what follows is alone: in a transaction that has the right to write, and takes it now if it has not.
 *
 * @param req the request whose transaction it is, if any
 */
export async function isAlone(adapter: object, req: Request): Promise<boolean> {
  return (await known.get(adapter)?.startOf(req)) !== undefined
}

/** Runs something that writes several times as a single write: between the transactions of others, or within its own. */
export function withWriteLock<T>(adapter: object, req: Request, run: (transaction: string | undefined) => Promise<T>): Promise<T> {
  return known.get(adapter)?.write(req, run) ?? run(undefined)
}

/**
 * Runs a task in a transaction: committed when the task ends, undone when it throws.
 *
 * @param task is given the id that Payload's operations take as `req.transactionID`
 * @param isBulk the task creates many documents, which are then written together
 */
export async function sqliteTransaction<T>(adapter: SQLiteAdapter, task: (transactionID: string) => Promise<T>, isBulk = false): Promise<T> {
  const transactions = known.get(adapter)
  if (!transactions) throw new Error('This database has no transactions.')
  return transactions.run(task, isBulk)
}

class Transactions {
  readonly #adapter: SQLiteAdapter
  readonly #writer: Writer
  readonly #writeLock = new WriteLock()
  readonly #places = new AsyncLocalStorage<Place>()
  readonly #begun = new Map<string, Begun>()
  readonly #forgotten = new Set<unknown>()

  constructor(adapter: SQLiteAdapter, open: () => Promise<Client>) {
    this.#adapter = adapter
    this.#writer = new Writer(adapter, open)
  }

  /** The one of the current chain of calls that has the right to write. */
  get current(): string | undefined {
    for (let place = this.#place; place; place = place.outer) if (place.transaction?.isStarted && !place.isOver) return place.transaction.id
    return undefined
  }

  /** As Payload's operations begin one: none within another, which holds what the inner one would wait for. */
  begin(): Promise<string | null> {
    if (this.current !== undefined) return Promise.resolve(null)
    const begun = this.#new({ isBulk: false, isWatched: true })
    // For the rest of the operation that asks; it does so before it waits for anything.
    this.#places.enterWith(begun.place)
    return Promise.resolve(begun.id)
  }

  async run<T>(task: (transactionID: string) => Promise<T>, isBulk: boolean): Promise<T> {
    const { current } = this
    if (current !== undefined) return task(current)
    const begun = this.#new({ isBulk, isWatched: false })
    const { id, place } = begun
    try {
      await this.#start(begun)
      return await this.#places.run(place, async () => {
        const result = await task(id)
        // Payload ends a transaction it was given only when an operation in it failed.
        if (place.isOver) throw new Error('An operation in the transaction failed, and undid it.')
        // Through the adapter, so that its wrappers learn of the end.
        await this.#adapter.commitTransaction(id)
        return result
      })
    } catch (error) {
      // What failed first is the reason; a connection that cannot even undo is not kept by the writer.
      await this.#adapter.rollbackTransaction(id).catch((failed: unknown) => this.#adapter.payload.logger.error(failed))
      throw error
    }
  }

  /** Runs a write in its transaction, or else by itself when no transaction is open. */
  async write<T>(req: Request, run: (transaction: string | undefined) => Promise<T>): Promise<T> {
    const transaction = await this.startOf(req)
    if (transaction !== undefined || this.#isInWrite) return run(transaction)
    await this.#writeLock.enter()
    const place: Place = { isOver: false, outer: this.#place }
    try {
      return await this.#places.run(place, () => run(undefined))
    } finally {
      place.isOver = true
      this.#writeLock.leave()
    }
  }

  /** The transaction that a write of this request belongs to, with the right to write; undefined when there is none. */
  async startOf(req: Request): Promise<string | undefined> {
    // Payload puts a promise there, of nothing where it may not begin a transaction itself.
    const given: unknown = await req?.transactionID
    if (this.#forgotten.has(given)) throw new Error(FORGOTTEN)
    const begun = typeof given === 'string' ? this.#begun.get(given) : undefined
    if (!begun?.started) {
      const { current } = this
      // One that has not written yet would wait for the one it is in; a write that holds the lock, for itself.
      if (current !== undefined || !begun || this.#isInWrite) return current
    }
    await this.#start(begun)
    begun.watch?.refresh()
    return begun.id
  }

  async end(id: unknown, how: 'commit' | 'rollback'): Promise<void> {
    const begun = typeof id === 'string' ? this.#begun.get(id) : undefined
    if (how === 'commit' && this.#forgotten.has(id)) throw new Error(FORGOTTEN)
    // One that several operations share ends with the first of them that says so.
    if (!begun) return
    this.#begun.delete(begun.id)
    begun.place.isOver = true
    clearTimeout(begun.watch)
    const started = await begun.started?.catch(() => undefined)
    if (!started) return
    Reflect.deleteProperty(this.#adapter.sessions, begun.id)
    try {
      await started[how]()
    } finally {
      this.#writeLock.leaveAlone()
    }
  }

  close(): void {
    this.#writer.close()
  }

  #new(kind: Kind): Begun {
    const place: Place = { isOver: false, outer: this.#place }
    const begun: Begun = { ...kind, id: randomUUID(), isStarted: false, place }
    place.transaction = begun
    this.#begun.set(begun.id, begun)
    return begun
  }

  /** The innermost place that is not over; those that are over are forgotten. */
  get #place(): Place | undefined {
    let place = this.#places.getStore()
    while (place?.isOver) place = place.outer
    return place
  }

  get #isInWrite(): boolean {
    for (let place = this.#place; place; place = place.outer) if (!place.transaction && !place.isOver) return true
    return false
  }

  #start(begun: Begun): Promise<Started> {
    begun.started ??= this.#open(begun)
    return begun.started
  }

  async #open(begun: Begun): Promise<Started> {
    const { id, isBulk, isWatched } = begun
    await this.#writeLock.enterAlone()
    try {
      const opened = await this.#writer.begin()
      const { db, ...ends } = isBulk ? await openBulk(this.#adapter, opened, id).catch((error: unknown) => undone(opened, error)) : opened
      Reflect.set(this.#adapter.sessions, id, { db })
      begun.isStarted = true
      if (isWatched) begun.watch = this.#watch(id)
      return ends
    } catch (error) {
      this.#writeLock.leaveAlone()
      throw error
    }
  }

  #watch(id: string): NodeJS.Timeout {
    const { logger } = this.#adapter.payload
    const forget = () => {
      logger.error(FORGOTTEN)
      this.#forgotten.add(id)
      this.#adapter.rollbackTransaction(id).catch((error: unknown) => logger.error(error))
    }
    return setTimeout(forget, FORGOTTEN_MS).unref()
  }
}

/** A transaction that cannot be used must not keep the right to write. */
async function undone({ rollback }: OpenTransaction, error: unknown): Promise<never> {
  await rollback()
  throw error
}
