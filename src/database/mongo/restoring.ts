import { hostname } from 'node:os'
import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import { DatabaseBusyError } from '../busyError'

/** Where it is noted that a restore is under way. */
const NOTES = 'dateline-restores'

/** Whose restore it is, and when it last said that it goes on. */
type Mark = { _id: string; host: string; pid: number; renewedAt: Date }

/** How often a restore says that it goes on, and after how long a silence it is dead, in milliseconds. */
const RENEW_MS = 5_000
const DEAD_MS = 30_000

/** Collections that hold nothing of a newsroom's own. */
const NOT_RESTORED = ['payload-kv', 'payload-migrations']

type Restore = { commit: () => Promise<void>; undo: () => Promise<void> }

/**
 * Marks an empty database as being restored into.
 *
 * @throws DatabaseBusyError when another restore goes on there
 */
export async function beginRestore(adapter: MongooseAdapter): Promise<Restore> {
  await dropHalfRestored(adapter)
  const marks = marksOf(adapter)
  const own = { _id: 'restore', host: hostname(), pid: process.pid }
  await marks.insertOne({ ...own, renewedAt: new Date() }).catch(() => {
    throw new DatabaseBusyError(RUNNING)
  })
  const renewal = setInterval(() => {
    // One that is missed is made up for by the next.
    marks.updateOne(own, { $set: { renewedAt: new Date() } }).catch(() => undefined)
  }, RENEW_MS)
  const end = async () => {
    clearInterval(renewal)
    await marks.deleteOne(own)
  }
  return {
    commit: end,
    undo: async () => {
      await dropAll(adapter)
      await end()
    },
  }
}

/**
 * Drops what a restore left that was killed; called whenever the database is opened.
 *
 * @throws DatabaseBusyError while a restore goes on
 */
export async function dropHalfRestored(adapter: MongooseAdapter): Promise<void> {
  const marks = marksOf(adapter)
  const mark = await marks.findOne({ _id: 'restore' })
  if (!mark) return
  if (isAlive(mark)) throw new DatabaseBusyError(RUNNING)
  await dropAll(adapter)
  await marks.deleteOne({ _id: 'restore', pid: mark.pid })
}

const RUNNING = 'A backup is being restored into this database: wait until that has ended.'

/** A process of this machine can be asked; of one on another, its silence tells. */
function isAlive({ host, pid, renewedAt }: Mark): boolean {
  if (Date.now() - renewedAt.getTime() > DEAD_MS) return false
  if (host !== hostname()) return true
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

async function dropAll(adapter: MongooseAdapter): Promise<void> {
  const kept = NOT_RESTORED.map((slug) => adapter.collections[slug]?.collection.name)
  for (const { collection } of Object.values(adapter.connection.models)) {
    if (!kept.includes(collection.name)) await collection.deleteMany({})
  }
}

function marksOf(adapter: MongooseAdapter) {
  return adapter.connection.collection<Mark>(NOTES)
}
