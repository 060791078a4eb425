import type { Payload } from 'payload'
import { RateLimiterMemory, RateLimiterMongo } from 'rate-limiter-flexible'
import type { RateLimiterAbstract } from 'rate-limiter-flexible'
import { isMongo } from './engine'

/** Where counts are kept; MongoDB forgets them by itself. */
const COLLECTION = 'rate-limits'

type MakeCounter = (name: string, limit: { times: number; seconds: number }) => RateLimiterAbstract

/**
 * How the processes on one database count together, or undefined where each counts for itself: SQLite is a file of one
 * machine. While the database cannot be asked, each process counts for itself.
 */
export async function sharedCounter({ db }: Pick<Payload, 'db'>): Promise<MakeCounter | undefined> {
  const database = isMongo(db) ? db.connection.db : undefined
  if (!database) return undefined
  const collection = database.collection(COLLECTION)
  await collection.createIndex({ key: 1 }, { unique: true })
  await collection.createIndex({ expire: 1 }, { expireAfterSeconds: 0 })
  return (name, { seconds, times }) =>
    new RateLimiterMongo({
      storeClient: database,
      tableName: COLLECTION,
      keyPrefix: name,
      points: times,
      duration: seconds,
      inMemoryBlockOnConsumed: times + 1,
      // Of the same module graph as the counter, which knows it by its class.
      insuranceLimiter: new RateLimiterMemory({ keyPrefix: name, points: times, duration: seconds }),
      disableIndexesCreation: true,
    })
}
