import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Where things are in the data directory. */
export type Layout = {
  /** mongod's data. */
  dbPath: string
  /** Held while a process decides on the engine, and as long as it runs mongod. */
  lock: string
  sqlite: string
  /** What is known of mongod between starts. */
  state: string
}

/** The places in a data directory, given by its absolute path. */
export function layoutOf(dataDir: string): Layout {
  return {
    dbPath: join(dataDir, 'mongodb'),
    lock: join(dataDir, 'lock'),
    sqlite: join(dataDir, 'dateline.db'),
    state: join(dataDir, 'mongodb.json'),
  }
}

/** The database that a data directory holds already. mongod's storage engine marks its directory with a file `WiredTiger`. */
export async function engineIn(layout: Layout): Promise<'mongodb' | 'sqlite' | undefined> {
  if (await exists(join(layout.dbPath, 'WiredTiger'))) return 'mongodb'
  return (await exists(layout.sqlite)) ? 'sqlite' : undefined
}

/** The URL of a database file, with the characters that mean something in a URL escaped. */
export function fileUrl(path: string): string {
  return `file:${pathToFileURL(path).pathname}`
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
