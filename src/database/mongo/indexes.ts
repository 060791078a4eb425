import type { MongooseAdapter } from '@payloadcms/db-mongodb'

/** An index of the content model cannot be built on the documents there are; the message says what to change. */
export class DatabaseIndexError extends Error {
  override name = 'DatabaseIndexError'
}

/**
 * Builds the indexes of every collection before the first write, so that what the model calls unique is. Asking for an
 * index that exists costs one round trip.
 *
 * @throws DatabaseIndexError when two documents hold the same value of a unique field
 */
export async function ensureIndexes(adapter: MongooseAdapter): Promise<void> {
  const models = Object.values(adapter.connection.models)
  await Promise.all(models.map((model) => model.createCollection().then(() => model.ensureIndexes())))
}
