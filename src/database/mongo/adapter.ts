import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { DatabaseAdapterObj } from 'payload'

import { afterConnect } from '../afterConnect'
import { isMongo } from '../engine'
import { DatabaseUnreachableError } from '../unreachable'
import { ensureIndexes } from './indexes'
import { dropHalfRestored } from './restoring'

/** How long a start waits for a MongoDB server, in milliseconds; the driver's own 30 s look like a hanging process. */
const SERVER_SELECTION_TIMEOUT_MS = 5_000

/**
 * Payload's MongoDB adapter for `url`. Payload switches transactions on exactly when the URL names a `replicaSet`
 * (@payloadcms/db-mongodb/dist/connect.js); a `serverSelectionTimeoutMS` in the URL wins over ours.
 */
export async function mongoAdapter(url: string): Promise<DatabaseAdapterObj> {
  const { mongooseAdapter } = await import(/* turbopackIgnore: true */ /* webpackIgnore: true */ '@payloadcms/db-mongodb')
  const chosen = /[?&]serverSelectionTimeoutMS=/i.test(url)
  const connectOptions = chosen ? {} : { serverSelectionTimeoutMS: SERVER_SELECTION_TIMEOUT_MS }
  // Mongoose's own way makes collections and indexes behind the first writes and drops its errors; ensureIndexes does neither.
  const adapter = mongooseAdapter({ connectOptions: { ...connectOptions, autoCreate: false, autoIndex: false }, url })
  return {
    ...adapter,
    init: (args) => {
      const inner = adapter.init(args)
      if (isMongo(inner)) connectClearly(inner, url)
      return inner
    },
  }
}

/**
 * Opens the connection before Payload does: Payload finds it open and goes on. Left to Payload, a failure is printed
 * as a stack trace and thrown as a sentence that holds another.
 */
function connectClearly(adapter: MongooseAdapter, url: string): void {
  const connect = adapter.connect?.bind(adapter)
  adapter.connect = async (args) => {
    try {
      await adapter.connection.openUri(url, { ...adapter.connectOptions }).catch((error: unknown) => {
        throw new DatabaseUnreachableError(url, error)
      })
      await connect?.(args)
    } catch (error) {
      await adapter.connection.close()
      throw error
    }
  }
}

/** Makes Payload's MongoDB adapter one that a newsroom can be kept in: what must be unique is so before the first write. */
export function extendMongo(adapter: DatabaseAdapterObj): DatabaseAdapterObj {
  return afterConnect(adapter, async (db) => {
    if (!isMongo(db)) return
    await ensureIndexes(db)
    await dropHalfRestored(db)
  })
}
