import type { BaseDatabaseAdapter, Payload } from 'payload'
import { currentTransaction } from '../database/transaction'
import { transactionOf } from '../database/transactionOf'
import { announce, bridge } from './bridge'
import { EVERYTHING } from './change'
import type { Change } from './change'
import { changeOf, isPublished, withdrawalOf } from './documentChange'
import { postMessage } from './messages'
import type { Model } from './model'

type TransactionID = number | string
type Before = { id: string; _status?: string; firstPublishedAt?: string | null }
type Request = { transactionID?: Promise<TransactionID> | TransactionID | null } | undefined

/**
 * Tells delivery of every write to public content before its request is answered.
 *
 * This is at the adapter and not in collection hooks: hooks run before a transaction commits, are not run when an
 * operation fails half way without one, and see a published article's newest draft as what was there before.
 */
export function tellWrites(db: BaseDatabaseAdapter, payload: Payload, model: Model): BaseDatabaseAdapter {
  const { commitTransaction, create, deleteMany, deleteOne, rollbackTransaction, updateMany, updateOne, upsert } = db
  const { id: by } = bridge()
  const pending = new Map<TransactionID, Change[]>()
  const isPublic = (collection: string) => model.collections.includes(collection)

  db.create = async function createAndTell(args) {
    if (!isPublic(args.collection)) return create.call(this, args)
    return telling(args.req, () => create.call(this, args), (doc) => changeOf(args.collection, doc, hasDrafts(args.collection)))
  }

  db.updateOne = async function updateAndTell(args) {
    if (!isPublic(args.collection)) return updateOne.call(this, args)
    const drafts = hasDrafts(args.collection)
    if (drafts && !isPublished(args.data)) {
      const where = args.id === undefined ? args.where : { id: { equals: args.id } }
      const before = await db.findOne<Before>({ collection: args.collection, req: args.req, select: { _status: true, firstPublishedAt: true }, where })
      if (before !== null && !isPublished(before)) {
        return telling(args.req, () => updateOne.call(this, args), () => withdrawalOf(args.collection, before))
      }
    }
    return telling(args.req, () => updateOne.call(this, args), (doc) => {
      const { moments, removes } = changeOf(args.collection, doc, drafts) ?? EVERYTHING
      const id: unknown = doc?.id ?? args.id
      return { tags: typeof id === 'string' ? [args.collection, id] : 'all', removes, moments }
    })
  }

  db.deleteOne = async function deleteAndTell(args) {
    if (!isPublic(args.collection)) return deleteOne.call(this, args)
    return telling(args.req, () => deleteOne.call(this, args), (doc) => {
      const change = changeOf(args.collection, doc, hasDrafts(args.collection))
      return change ? { ...change, removes: true } : withdrawalOf(args.collection, doc)
    })
  }

  db.upsert = async function upsertAndTell(args) {
    if (!isPublic(args.collection)) return upsert.call(this, args)
    return telling(args.req, () => upsert.call(this, args), () => EVERYTHING)
  }

  db.updateMany = async function updateManyAndTell(args) {
    if (!isPublic(args.collection)) return updateMany.call(this, args)
    return telling(args.req, () => updateMany.call(this, args), () => EVERYTHING)
  }

  db.deleteMany = async function deleteManyAndTell(args) {
    if (!isPublic(args.collection)) return deleteMany.call(this, args)
    return telling(args.req, () => deleteMany.call(this, args), () => EVERYTHING)
  }

  db.commitTransaction = async function commitAndTell(given) {
    const id = await given
    const change = merged(pending.get(id) ?? [])
    pending.delete(id)
    if (!change) return commitTransaction.call(this, id)
    // Written with the change itself: other processes learn of both or of neither.
    await postMessage(db, { by, change, transactionID: id })
    try {
      await commitTransaction.call(this, id)
    } finally {
      announce(change)
    }
  }

  db.rollbackTransaction = async function rollbackAndForget(given) {
    pending.delete(await given)
    await rollbackTransaction.call(this, given)
  }

  return db

  /** Writes, then tells; a write that failed may have been made nevertheless. */
  async function telling<T>(req: Request, write: () => Promise<T>, toChange: (result: T) => Change | undefined): Promise<T> {
    const transaction = (await transactionOf(req)) ?? currentTransaction(db)
    let result: T
    try {
      result = await write()
    } catch (error) {
      if (transaction === undefined) announce(EVERYTHING_AT_FAULT)
      throw error
    }
    const change = toChange(result)
    if (change) await tell(change, transaction)
    return result
  }

  async function tell(change: Change, transaction: TransactionID | undefined): Promise<void> {
    if (transaction !== undefined) {
      pending.set(transaction, [...(pending.get(transaction) ?? []), change])
      return
    }
    announce(change)
    await postMessage(db, { by, change }).catch((error: unknown) => {
      payload.logger.error({ err: error, msg: 'Other processes could not be told of a change; they show it within a minute.' })
    })
  }

  function hasDrafts(collection: string): boolean {
    return Boolean(payload.config.collections.find(({ slug }) => slug === collection)?.versions?.drafts)
  }
}

/** A failed write may have come through: what is kept is rendered again, and serves on while the database is gone. */
const EVERYTHING_AT_FAULT: Change = { tags: 'all', removes: false, moments: [] }

function merged(changes: readonly Change[]): Change | undefined {
  if (changes.length === 0) return undefined
  const tags = changes.flatMap((change) => (change.tags === 'all' ? [] : change.tags))
  return {
    tags: changes.some((change) => change.tags === 'all') ? 'all' : [...new Set(tags)],
    removes: changes.some(({ removes }) => removes),
    moments: changes.flatMap(({ moments }) => moments),
  }
}
