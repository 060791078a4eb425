import { setTimeout as delay } from 'node:timers/promises'
import { APIError } from 'payload'
import type { BaseDatabaseAdapter, CollectionSlug, PayloadRequest } from 'payload'
import { giveWay } from './conflict'
import { takeLease } from './lease'
import type { Lease } from './lease'
import { isAlone } from './transaction'
import { transactionOf, whenTransactionEnds } from './transactionOf'

/** Milliseconds a document stays held when its process died while saving it, and between two looks whether it is free. */
const HOLD_TTL_MS = 10_000
const LOOK_AGAIN_MS = 20

/** How long a save waits for a document while it holds others: the holder of that one may be waiting for these. */
const CROSSED_MS = 500

/** Outside every transaction: sees what others have committed, and is seen by them. */
const NO_TRANSACTION = {}

type TransactionID = number | string

/** What is about to be written: which document, and the revision it makes. */
type Step = { collection: CollectionSlug; id: unknown; revision: unknown; req: Partial<PayloadRequest> | undefined; isLast: boolean }

/** What is to be held: a document of which this revision must be the newest. */
type Held = { collection: CollectionSlug; id: string; base: number; req: Partial<PayloadRequest> | undefined }

/** Nobody else writes meanwhile, and so nothing is to be given back. */
const NO_LEASE: Lease = { release: () => Promise.resolve(), renew: () => Promise.resolve() }

/**
 * Holds every save of a document with a `revision` to the one before it: what would make revision 8 is written when 7
 * is stored, and by nobody else meanwhile. Of two saves that both read 7, one is written and the other refused (409).
 *
 * A document is held from the first write of a save to its last, or to the end of its transaction. Nothing else tells
 * on both engines: a draft is a further version, and two of them get in no database's way.
 */
export function withRevisions(db: BaseDatabaseAdapter): BaseDatabaseAdapter {
  const { updateOne } = db
  const createVersion = db.createVersion.bind(db)
  const updateVersion = db.updateVersion.bind(db)
  const byTransaction = new Map<TransactionID, Map<string, Lease>>()
  const byRequest = new WeakMap<object, Map<string, Lease>>()

  db.updateOne = function updateNext(args) {
    const { collection, data, id, req } = args
    return next({ collection, id, revision: data.revision, req, isLast: false }, () => updateOne.call(this, args))
  }

  db.createVersion = function createNextVersion(args) {
    const { collectionSlug: collection, parent: id, req, versionData } = args
    return next({ collection, id, revision: versionData.revision, req, isLast: true }, () => createVersion(args))
  }

  db.updateVersion = function updateNextVersion(args) {
    const { collection, req, versionData } = args
    const step = { collection, id: versionData.parent, revision: versionData.version?.revision, req, isLast: true }
    return next(step, () => updateVersion(args))
  }

  whenTransactionEnds(db, releaseAll)
  return db

  async function next<T>(step: Step, write: () => Promise<T>): Promise<T> {
    const { collection, id, isLast, req, revision } = step
    // The first revision is of a document that nobody else knows.
    if (typeof revision !== 'number' || revision < 2 || typeof id !== 'string') return write()
    const transaction = await transactionOf(req)
    const holds = holdsOf(transaction, req)
    const key = `revision:${collection}:${id}`
    if (!holds.has(key)) holds.set(key, await hold(key, { collection, id, base: revision - 1, req }, holds))
    const giveBack = async () => {
      const lease = holds.get(key)
      holds.delete(key)
      await lease?.release()
    }
    try {
      const written = await write()
      // A transaction that ended while the document was waited for has given back the others.
      const isOver = transaction === undefined ? isLast : byTransaction.get(transaction) !== holds
      if (isOver) await giveBack()
      return written
    } catch (error) {
      // Nobody would come back for what could not be written.
      await giveBack()
      throw error
    }
  }

  /** @throws APIError (409) when another revision than this one is stored */
  async function hold(key: string, { base, collection, id, req }: Held, others: Map<string, Lease>): Promise<Lease> {
    const alone = await isAlone(db, req)
    const lease = alone ? NO_LEASE : await waitForLease(key, others)
    try {
      const stored = await revisionOf(collection, id, alone ? req : NO_TRANSACTION)
      if (stored === undefined || stored === base) return lease
      throw new APIError('Somebody else saved this at the same moment. Reload it and make your changes again.', 409, { revision: stored }, true)
    } catch (error) {
      await lease.release()
      throw error
    }
  }

  async function waitForLease(key: string, others: Map<string, Lease>): Promise<Lease> {
    const began = Date.now()
    for (;;) {
      const lease = await takeLease(db, key, HOLD_TTL_MS)
      if (lease) return lease
      if (others.size > 0 && Date.now() - began > CROSSED_MS) giveWay()
      await delay(LOOK_AGAIN_MS)
    }
  }

  /** The newest revision that is stored; undefined for a document that is yet to be committed. */
  async function revisionOf(collection: CollectionSlug, id: string, req: Partial<PayloadRequest> | undefined): Promise<number | undefined> {
    const { docs } = await db.findVersions<{ revision?: number | null }>({
      collection,
      limit: 1,
      pagination: false,
      req,
      select: { version: { revision: true } },
      sort: '-updatedAt',
      where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }] },
    })
    return docs[0] && (docs[0].version.revision ?? 0)
  }

  function holdsOf(transaction: TransactionID | undefined, req: object = {}): Map<string, Lease> {
    const holds = (transaction === undefined ? byRequest.get(req) : byTransaction.get(transaction)) ?? new Map<string, Lease>()
    if (transaction === undefined) byRequest.set(req, holds)
    else byTransaction.set(transaction, holds)
    return holds
  }

  async function releaseAll(transaction: TransactionID): Promise<void> {
    const holds = byTransaction.get(transaction)
    byTransaction.delete(transaction)
    for (const lease of holds?.values() ?? []) await lease.release()
  }
}
