import { findMongod } from './findMongod'
import { DEFAULT_DATABASE_NAME } from '../url'

/** A MongoDB server whose data end with it. */
export type MemoryMongod = { url: string; close(): Promise<void> }

// The library would run the binary once more to compare its version with the one it would have downloaded.
process.env.MONGOMS_SYSTEM_BINARY_VERSION_CHECK ??= 'false'

/**
 * Starts a real mongod with mongodb-memory-server: a replica set of one, as Payload has transactions only on a replica set.
 * It ends with this process, also when that is killed.
 *
 * @param log takes single lines for the person at the terminal: progress of a download
 * @returns why there is none where no mongod can be had
 * @throws EmbeddedDatabaseError when `MONGOMS_SYSTEM_BINARY` names no program
 */
export async function startMemoryMongod(log: (line: string) => void): Promise<MemoryMongod | { reason: string }> {
  const mongod = await findMongod(log)
  if ('reason' in mongod) return mongod
  const { MongoMemoryReplSet } = await import('mongodb-memory-server')
  const set = await MongoMemoryReplSet.create({
    binary: { systemBinary: mongod.path },
    replSet: { count: 1, ip: '127.0.0.1', name: 'rs0', storageEngine: 'wiredTiger' },
  })
  return { url: set.getUri(DEFAULT_DATABASE_NAME), close: async () => void (await set.stop()) }
}
