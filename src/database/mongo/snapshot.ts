import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { BaseDatabaseAdapter } from 'payload'
import type { Snapshot } from '../snapshot'
import { replacedModels } from './models'

type Session = Awaited<ReturnType<MongooseAdapter['connection']['startSession']>>

/** What Payload's adapter asks of a model's `paginate`, of what it is given. */
type Paging = { projection?: object; sort?: object; options?: { limit?: number } }

/**
 * Reads at one moment of the cluster's clock: a transaction ends after a minute. Payload's adapter knows sessions of
 * transactions only, and so gets models that read in this one.
 *
 * The server keeps the past for five minutes, unless it is told otherwise (`minSnapshotHistoryWindowInSeconds`).
 *
 * @see https://www.mongodb.com/docs/manual/reference/read-concern-snapshot/
 */
export async function mongoSnapshot(adapter: MongooseAdapter, bare: BaseDatabaseAdapter): Promise<Snapshot> {
  const session = adapter.transactionOptions === false ? undefined : await openSession(adapter)
  const reader = replacedModels(adapter, bare, (model) => ({
    findOne: (query: object, projection: object, options: object) => model.findOne(query, projection, { ...options, ...(session && { session }) }),
    paginate: async (query: object, { options, projection, sort }: Paging) => {
      const found = model.find(query, projection, { limit: options?.limit ?? 0, ...(session && { session }) })
      const docs: unknown[] = await found.sort(sort as never).lean()
      return { docs }
    },
  }))
  return {
    find: (args) => reader.find(args),
    findVersions: (args) => reader.findVersions(args),
    findGlobal: (args) => reader.findGlobal(args),
    findGlobalVersions: (args) => reader.findGlobalVersions(args),
    isOfOneMoment: session !== undefined,
    close: async () => {
      if (session?.inTransaction()) await session.abortTransaction()
      await session?.endSession()
    },
  }
}

/** A session that has seen its moment: of snapshot reads, or where the server has none, of a transaction. */
async function openSession(adapter: MongooseAdapter): Promise<Session> {
  const session = await adapter.connection.startSession({ snapshot: true })
  if ((await firstRead(adapter, session)) && 'snapshotTime' in session && session.snapshotTime) return session
  await session.endSession()
  const inTransaction = await adapter.connection.startSession()
  inTransaction.startTransaction({ readConcern: { level: 'snapshot' } })
  if (!(await firstRead(adapter, inTransaction))) throw new Error('The database cannot be read as of one moment.')
  return inTransaction
}

async function firstRead(adapter: MongooseAdapter, session: Session): Promise<boolean> {
  const [first] = Object.values(adapter.collections)
  return first?.findOne({}, { _id: 1 }, { session }).lean().then(() => true, () => false) ?? false
}
