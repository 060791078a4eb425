import type { BaseDatabaseAdapter } from 'payload'

/** The collection of Payload's own key-value store: its unique `key` is what makes a lease exclusive. */
const STORE = 'payload-kv'

/** Outside every transaction: a lease must be seen by everybody at once. */
const NO_TRANSACTION = {}

/** What the key-value store holds for a lease; `expires` in milliseconds since 1970. */
type LeaseRow = { id: number | string; expires: number }

/** What of a database adapter a lease needs. */
type LeaseStore = Pick<BaseDatabaseAdapter, 'create' | 'deleteOne' | 'findOne'>

/** Gives a lease back; safe to call twice. */
export type Release = () => Promise<void>

/**
 * Takes an exclusive lease that every process on this database respects.
 *
 * @param key what it is a lease of
 * @param ttlMs milliseconds after which others may take it even if it was never given back (its holder died)
 * @returns how to give it back, or undefined when somebody else holds it
 */
export async function takeLease(db: LeaseStore, key: string, ttlMs: number): Promise<Release | undefined> {
  const held = await readLease(db, key)
  if (held && held.expires > Date.now()) return undefined
  if (held) await db.deleteOne({ collection: STORE, req: NO_TRANSACTION, where: { id: { equals: held.id } } })
  try {
    const { id } = await db.create({
      collection: STORE,
      data: { key, data: { expires: Date.now() + ttlMs } },
      req: NO_TRANSACTION,
    })
    return async () => {
      await db.deleteOne({ collection: STORE, req: NO_TRANSACTION, where: { id: { equals: id } } })
    }
  } catch (error) {
    if (await readLease(db, key)) return undefined
    throw error
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

/** How long a holder may be silent before others may think it dead, and how often a waiting one looks again. */
const TTL_MS = 60_000
const LOOK_AGAIN_MS = 100

/**
 * Runs a task while holding a lease, waiting for its turn; a holder that died is waited out.
 *
 * The task should end within a minute: a longer one shares its turn with the next.
 */
export async function withLease<T>(db: LeaseStore, key: string, task: () => Promise<T>): Promise<T> {
  let release = await takeLease(db, key, TTL_MS)
  while (!release) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS))
    release = await takeLease(db, key, TTL_MS)
  }
  try {
    return await task()
  } finally {
    await release()
  }
}
