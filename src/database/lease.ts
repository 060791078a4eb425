import { setTimeout as delay } from 'node:timers/promises'
import { ValidationError } from 'payload'
import type { BaseDatabaseAdapter } from 'payload'
import { isConflict, ONCE } from './conflict'

/** The collection of Payload's own key-value store: its unique `key` is what makes a lease exclusive. */
const STORE = 'payload-kv'

/** Outside every transaction: a lease must be seen by everybody at once. */
const NO_TRANSACTION = {}

/** What the key-value store holds for a lease; `expires` in milliseconds since 1970. */
type LeaseRow = { id: number | string; expires: number }

/** What of a database adapter a lease needs. */
type LeaseStore = Pick<BaseDatabaseAdapter, 'create' | 'deleteOne' | 'findOne' | 'updateOne'>

/** A lease that is held. */
export type Lease = {
  /** Gives it back; safe to call twice. */
  release: () => Promise<void>
  /** Keeps it for as long again. */
  renew: () => Promise<void>
}

/**
 * Takes an exclusive lease that every process on this database respects.
 *
 * @param key what it is a lease of
 * @param ttlMs milliseconds after which others may take it even if it was never given back (its holder died)
 * @returns how to keep it and give it back, or undefined when somebody else holds it
 */
export async function takeLease(db: LeaseStore, key: string, ttlMs: number): Promise<Lease | undefined> {
  const held = await readLease(db, key)
  if (held && held.expires > Date.now()) return undefined
  if (held) await db.deleteOne({ collection: STORE, req: NO_TRANSACTION, where: { id: { equals: held.id } } })
  const data = () => ({ expires: Date.now() + ttlMs })
  try {
    const { id } = await db.create({ collection: STORE, data: { key, data: data() }, req: ONCE })
    return {
      release: async () => {
        await db.deleteOne({ collection: STORE, req: NO_TRANSACTION, where: { id: { equals: id } } })
      },
      renew: async () => {
        await db.updateOne({ collection: STORE, id, data: { key, data: data() }, req: NO_TRANSACTION })
      },
    }
  } catch (error) {
    // Somebody else was first, or is writing the same key now; that one may have given it back by now.
    if (!(error instanceof ValidationError) && !isConflict(error)) throw error
    return undefined
  }
}

async function readLease(db: LeaseStore, key: string): Promise<LeaseRow | undefined> {
  const row: unknown = await db.findOne({
    collection: STORE,
    req: NO_TRANSACTION,
    where: { key: { equals: key } },
  })
  return isLeaseRow(row) ? { id: row.id, expires: row.data.expires } : undefined
}

function isLeaseRow(row: unknown): row is { id: number | string; data: { expires: number } } {
  return (
    typeof row === 'object' &&
    row !== null &&
    'id' in row &&
    'data' in row &&
    typeof row.data === 'object' &&
    row.data !== null &&
    'expires' in row.data &&
    typeof row.data.expires === 'number'
  )
}

/** How long a holder may be silent before others may think it dead, how often it says that it lives. */
const TTL_MS = 10_000
const RENEW_MS = 3_000

/** How often one who waits looks again. */
const LOOK_AGAIN_MS = 100

/** Runs a task while holding a lease, waiting for its turn; a holder that died is waited out. */
export async function withLease<T>(db: LeaseStore, key: string, task: () => Promise<T>): Promise<T> {
  const lease = await waitForLease(db, key)
  let renewed = Promise.resolve()
  const renewal = setInterval(() => {
    // One that is missed is made up for by the next.
    renewed = lease.renew().catch(() => undefined)
  }, RENEW_MS)
  try {
    return await task()
  } finally {
    clearInterval(renewal)
    // A database may refuse to delete what it is just writing.
    await renewed
    await lease.release()
  }
}

async function waitForLease(db: LeaseStore, key: string): Promise<Lease> {
  for (;;) {
    const lease = await takeLease(db, key, TTL_MS)
    if (lease) return lease
    await delay(LOOK_AGAIN_MS)
  }
}
