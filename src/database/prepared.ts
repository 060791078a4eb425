import type { Payload } from 'payload'
import { drizzleNodePostgres } from './postgres/modules'
import { openClient } from './sqlite/client'
import { parseDatabaseUrl } from './url'

/** The key of Payload's key-value store under which a database says what prepared it. */
const KEY = 'prepared'

/** How long a server may take to be found, in milliseconds: the caller can do without the answer. */
const PATIENCE_MS = 1_000

/** Notes in the database that it has all that these sources need of it. */
export async function notePrepared({ kv }: Pick<Payload, 'kv'>, sources: string): Promise<void> {
  await kv.set(KEY, { sources })
}

/**
 * Whether the database at `url` was prepared by these very sources and somebody can sign in: then nothing is left to
 * prepare. Reads past Payload, whose modules take seconds to load; a database that does not answer was not prepared.
 *
 * @param url one that `parseDatabaseUrl` takes
 */
export async function isPreparedBy(url: string, sources: string): Promise<boolean> {
  const database = parseDatabaseUrl(url)
  return READERS[database.engine](database.url).then(
    (found) => found === sources,
    () => false,
  )
}

/** What prepared the database; undefined when nobody can sign in there. */
type Reader = (url: string) => Promise<unknown>

/** Mongoose gives collections their plural. */
const readMongo: Reader = async (url) => {
  const { MongoClient } = await import('mongodb')
  const client = new MongoClient(url, { serverSelectionTimeoutMS: PATIENCE_MS })
  try {
    const db = client.db()
    const [note, user] = await Promise.all([db.collection('payload-kvs').findOne({ key: KEY }), db.collection('users').findOne({})])
    const data: unknown = note?.data
    return user ? sourcesIn(data) : undefined
  } finally {
    await client.close()
  }
}

const readSqlite: Reader = async (url) => {
  const client = await openClient(url)
  try {
    const { rows } = await client.execute({ sql: 'select data from payload_kv where key = ? and exists (select 1 from users)', args: [KEY] })
    const data: unknown = JSON.parse(String(rows[0]?.data ?? 'null'))
    return sourcesIn(data)
  } finally {
    client.close()
  }
}

const readPostgres: Reader = async (url) => {
  const { drizzle } = await drizzleNodePostgres()
  const { $client: client } = drizzle({ connection: { connectionString: url, connectionTimeoutMillis: PATIENCE_MS } })
  try {
    const { rows } = await client.query<{ data: unknown }>('select data from payload_kv where key = $1 and exists (select 1 from users)', [KEY])
    return sourcesIn(rows[0]?.data)
  } finally {
    await client.end()
  }
}

const READERS = { mongodb: readMongo, postgresql: readPostgres, sqlite: readSqlite }

function sourcesIn(data: unknown): unknown {
  return typeof data === 'object' && data !== null && 'sources' in data ? data.sources : undefined
}
