import type { BaseDatabaseAdapter, CollectionSlug, Payload, PayloadRequest, Where } from 'payload'
import { firstFreeSlug } from '../fields/freeSlug'
import { takeLease } from './lease'
import type { Lease } from './lease'
import { isAlone } from './transaction'
import { transactionOf, whenTransactionEnds } from './transactionOf'

/** Milliseconds a slug stays reserved when its process died between reserving and writing. */
const RESERVATION_TTL_MS = 30_000

/** Outside every transaction: sees what others have committed, and is seen by them. */
const NO_TRANSACTION = {}

type DocumentID = number | string
type TransactionID = number | string

/** A slug kept for one document until its transaction ends. */
type Reservation = { key: string; id: DocumentID | undefined; release: Lease['release'] }

/** What the two looks at the database ask for. */
type Row = { id: DocumentID; slug?: string | null }

/**
 * Gives every document a slug of its own, also when several are written at the same moment.
 *
 * Before a document with a unique `slug` is written, the slug is reserved for it in the database; a slug that another
 * document has or another writer has reserved gets a numeric suffix. The reservation ends with the transaction. A
 * unique index alone could only refuse the second writer, and on MongoDB would abort its whole transaction.
 *
 * Code that has found a slug free within its transaction says so in the request's context, as `freeSlug`.
 */
export function withUniqueSlugs(db: BaseDatabaseAdapter, payload: Payload): BaseDatabaseAdapter {
  const { create, updateOne } = db
  const held = new Map<TransactionID, Reservation[]>()

  db.create = async function createWithSlug(args) {
    const slug: unknown = args.data.slug
    if (typeof slug !== 'string' || !hasUniqueSlug(args.collection)) return create.call(this, args)
    const transaction = await transactionOf(args.req)
    if (await isAlone(db, args.req)) {
      if (args.req?.context?.freeSlug === slug) return create.call(this, args)
      const free = await firstFree(args.collection, slug, undefined, args.req)
      return create.call(this, { ...args, data: { ...args.data, slug: free } })
    }
    const reservation = await reserve(args.collection, slug, undefined)
    return holding(reservation, transaction, () =>
      create.call(this, { ...args, data: { ...args.data, slug: reservation.slug } }),
    )
  }

  db.updateOne = async function updateWithSlug(args) {
    const slug: unknown = args.data.slug
    if (typeof slug !== 'string' || !hasUniqueSlug(args.collection)) return updateOne.call(this, args)
    const stored = await rowOf(args.collection, args.id === undefined ? args.where : { id: { equals: args.id } })
    const id = args.id ?? stored?.id
    const transaction = await transactionOf(args.req)
    if (stored?.slug === slug || isHeldFor(transaction, keyOf(args.collection, slug), id)) return updateOne.call(this, args)
    if (await isAlone(db, args.req)) {
      const free = await firstFree(args.collection, slug, id, args.req)
      return updateOne.call(this, { ...args, data: { ...args.data, slug: free } })
    }
    const reservation = await reserve(args.collection, slug, id)
    return holding(reservation, transaction, () =>
      updateOne.call(this, { ...args, data: { ...args.data, slug: reservation.slug } }),
    )
  }

  whenTransactionEnds(db, releaseAll)
  return db

  async function reserve(
    collection: CollectionSlug,
    wanted: string,
    id: DocumentID | undefined,
  ): Promise<Reservation & { slug: string }> {
    const reservedByOthers = new Set<string>()
    for (;;) {
      const slug = await firstFree(collection, wanted, id, NO_TRANSACTION, reservedByOthers)
      const key = keyOf(collection, slug)
      const lease = await takeLease(db, key, RESERVATION_TTL_MS)
      if (!lease) {
        reservedByOthers.add(slug)
        continue
      }
      // Another writer may have committed this slug and ended its reservation between the two looks.
      const taken = await takenOf(collection, [slug], id)
      if (taken.size === 0) return { id, key, release: lease.release, slug }
      await lease.release()
    }
  }

  /** What a transaction that is alone finds free stays free until it ends. */
  function firstFree(
    collection: CollectionSlug,
    wanted: string,
    id: DocumentID | undefined,
    req: Partial<PayloadRequest> | undefined,
    alsoTaken: ReadonlySet<string> = new Set(),
  ): Promise<string> {
    return firstFreeSlug(wanted, async (candidates) => {
      const taken = await takenOf(collection, candidates, id, req)
      return new Set([...taken, ...alsoTaken])
    })
  }

  /** Writes a document, keeping its reservation until its transaction ends, or only for the write when it has none. */
  async function holding<T>(
    reservation: Reservation,
    transaction: TransactionID | undefined,
    write: () => Promise<(T & { id?: unknown }) | null>,
  ): Promise<T | null> {
    if (transaction === undefined) {
      try {
        return await write()
      } finally {
        await reservation.release()
      }
    }
    held.set(transaction, [...(held.get(transaction) ?? []), reservation])
    try {
      const written = await write()
      // A writer may ask for nothing back.
      const id = written?.id
      if (typeof id === 'string' || typeof id === 'number') reservation.id = id
      return written
    } catch (error) {
      // The transaction may have ended before, and given back the others.
      await reservation.release()
      throw error
    }
  }

  function isHeldFor(transaction: TransactionID | undefined, key: string, id: DocumentID | undefined): boolean {
    if (transaction === undefined || id === undefined) return false
    return (held.get(transaction) ?? []).some((reservation) => reservation.key === key && reservation.id === id)
  }

  async function releaseAll(transaction: TransactionID): Promise<void> {
    const reservations = held.get(transaction) ?? []
    held.delete(transaction)
    await Promise.all(reservations.map(({ release }) => release()))
  }

  async function takenOf(
    collection: CollectionSlug,
    candidates: string[],
    ownId: DocumentID | undefined,
    req: Partial<PayloadRequest> = NO_TRANSACTION,
  ) {
    const { docs } = await db.find<Row>({
      collection,
      limit: candidates.length,
      pagination: false,
      req,
      select: { slug: true },
      where: { slug: { in: candidates } },
    })
    return new Set(docs.filter((doc) => doc.id !== ownId).map((doc) => doc.slug ?? ''))
  }

  function rowOf(collection: CollectionSlug, where: Where | undefined): Promise<Row | null> {
    return db.findOne<Row>({ collection, req: NO_TRANSACTION, select: { slug: true }, where })
  }

  function hasUniqueSlug(collection: CollectionSlug): boolean {
    return payload.collections[collection].config.flattenedFields.some(
      (field) => field.name === 'slug' && 'unique' in field && field.unique === true,
    )
  }
}

function keyOf(collection: CollectionSlug, slug: string): string {
  return `slug:${collection}:${slug}`
}
