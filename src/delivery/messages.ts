import { randomUUID } from 'node:crypto'
import type { BaseDatabaseAdapter } from 'payload'
import type { Message } from './bridge'
import { isChange } from './change'

/** Payload's own key-value store: the only collection with an index by name that no editor sees. */
const STORE = 'payload-kv'

const PREFIX = 'delivery:'

/** Comes after every key of ours. */
const AFTER_ALL = 'delivery;'

/** Digits of a key's time, so that keys sort as times do. */
const DIGITS = 15

/** The beginning of the keys of messages written at a time, in milliseconds since 1970. */
export function keyAt(time: number): string {
  return `${PREFIX}${String(Math.max(0, Math.floor(time))).padStart(DIGITS, '0')}`
}

/** When a message was written, by its writer's clock. */
export function timeOf(key: string): number {
  return Number(key.slice(PREFIX.length, PREFIX.length + DIGITS))
}

/**
 * Writes a message for other processes.
 *
 * @param transactionID the transaction to write it in; it is seen when that commits
 */
export async function postMessage(
  db: Pick<BaseDatabaseAdapter, 'create'>,
  { by, change, transactionID }: Omit<Message, 'key'> & { transactionID?: number | string | undefined },
): Promise<void> {
  await db.create({
    collection: STORE,
    data: { key: `${keyAt(Date.now())}:${randomUUID()}`, data: { by, change } },
    req: transactionID === undefined ? {} : { transactionID },
    returning: false,
  })
}

/** Reads the messages after a key. */
export async function readMessages(db: Pick<BaseDatabaseAdapter, 'find'>, after: string): Promise<Message[]> {
  const { docs } = await db.find<{ key?: unknown; data?: unknown }>({
    collection: STORE,
    limit: 0,
    pagination: false,
    req: {},
    sort: 'key',
    where: { and: [{ key: { greater_than: after } }, { key: { less_than: AFTER_ALL } }] },
  })
  return docs.flatMap(({ data, key }) => (typeof key === 'string' && isBody(data) ? [{ ...data, key }] : []))
}

/** Deletes the messages before a key. */
export async function purgeMessages(db: Pick<BaseDatabaseAdapter, 'deleteMany'>, before: string): Promise<void> {
  await db.deleteMany({
    collection: STORE,
    req: {},
    where: { and: [{ key: { greater_than: PREFIX } }, { key: { less_than: before } }] },
  })
}

function isBody(value: unknown): value is Omit<Message, 'key'> {
  if (typeof value !== 'object' || value === null) return false
  const { by, change }: { by?: unknown; change?: unknown } = value
  return typeof by === 'string' && isChange(change)
}
