import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'
import { RateLimiterMemory, RateLimiterMongo, RateLimiterPostgres } from 'rate-limiter-flexible'
import type { RateLimiterAbstract } from 'rate-limiter-flexible'
import { isMongo, isPostgres } from './engine'

/** Where counts are kept; MongoDB forgets them by itself. */
const COLLECTION = 'rate-limits'
const TABLE = 'dateline_rate_limits'

/** PostgreSQL's duplicate_table, duplicate_object and unique_violation. */
const IS_THERE: readonly unknown[] = ['42P07', '42710', '23505']

type Limit = { times: number; seconds: number }
type MakeCounter = (name: string, limit: Limit) => RateLimiterAbstract

/**
 * How the processes on one database count together, or undefined where each counts for itself: SQLite is a file of one
 * machine. While the database cannot be asked, each process counts for itself.
 */
export async function sharedCounter({ db }: Pick<Payload, 'db'>): Promise<MakeCounter | undefined> {
  if (isMongo(db)) return mongoCounter(db)
  return isPostgres(db) ? postgresCounter(db) : undefined
}

async function mongoCounter({ connection }: MongooseAdapter): Promise<MakeCounter | undefined> {
  const database = connection.db
  if (!database) return undefined
  const collection = database.collection(COLLECTION)
  await collection.createIndex({ key: 1 }, { unique: true })
  await collection.createIndex({ expire: 1 }, { expireAfterSeconds: 0 })
  return (name, limit) => new RateLimiterMongo({ ...optionsOf(name, limit), storeClient: database, tableName: COLLECTION, disableIndexesCreation: true })
}

/** The table is of the shape that the library asks for; it drops what is over by itself. */
async function postgresCounter({ pool, schemaName }: PostgresAdapter): Promise<MakeCounter> {
  const schema = schemaName === undefined ? '' : `"${schemaName}".`
  // Of several processes that make it at the same moment one is told that it is there.
  await pool.query(`create table if not exists ${schema}"${TABLE}" (key varchar(255) primary key, points integer not null default 0, expire bigint)`).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && IS_THERE.includes(error.code))) throw error
  })
  return (name, limit) => new RateLimiterPostgres({ ...optionsOf(name, limit), storeClient: pool, tableCreated: true, tableName: TABLE, ...(schemaName === undefined ? {} : { schemaName }) })
}

function optionsOf(name: string, { seconds, times }: Limit) {
  return {
    keyPrefix: name,
    points: times,
    duration: seconds,
    inMemoryBlockOnConsumed: times + 1,
    // Of the same module graph as the counter, which knows it by its class.
    insuranceLimiter: new RateLimiterMemory({ keyPrefix: name, points: times, duration: seconds }),
  }
}
