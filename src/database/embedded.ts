import { rm, writeFile } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'

import { findMongod } from './embedded/binary'
import { prepareDataDir } from './embedded/dataDir'
import { EmbeddedDatabaseError } from './embedded/errors'
import type { Layout } from './embedded/layout'
import { engineIn, fileUrl, layoutOf } from './embedded/layout'
import type { Lock } from './embedded/lock'
import { tryLock } from './embedded/lock'
import type { DatabaseUrl } from './url'
import { withoutStop } from '../text/ends'

export { EmbeddedDatabaseError } from './embedded/errors'

/** A database that runs on this machine, kept in a directory. */
export type EmbeddedDatabase = DatabaseUrl & {
  /** Ends what this process started and keeps the data; a second call does nothing more. */
  close(): Promise<void>
}

type Log = (line: string) => void

/** How long to wait for a process that is starting the same database, in milliseconds: a first start downloads mongod. */
const OTHER_START_MS = 600_000
const POLL_MS = 100

/**
 * Opens the newsroom's own database in `dataDir`: a real mongod with its data in `dataDir/mongodb`, or where none can
 * be had SQLite in `dataDir/dateline.db`. Once the directory holds one of the two, that one is used again.
 *
 * mongod belongs to the first process that opens the directory and ends with it, also when that process is killed. A
 * process that opens it meanwhile is a guest: its `close` ends nothing, and it loses the database when the owner goes.
 *
 * @param log takes single lines for the person at the terminal: progress of a download, why it is SQLite
 * @throws EmbeddedDatabaseError when the directory cannot be used, or its database cannot be started
 */
export async function openEmbedded({ dataDir, log }: { dataDir: string; log: Log }): Promise<EmbeddedDatabase> {
  const layout = layoutOf(await prepareDataDir(dataDir))
  const start = Date.now()
  for (let attempt = 1; Date.now() - start < OTHER_START_MS; attempt += 1) {
    if ((await engineIn(layout)) === 'sqlite') return sqlite(layout)
    const lock = await tryLock(layout.lock)
    if (lock) return openAsOwner(layout, lock, log)
    const { runningUrl } = await import('./embedded/guest')
    const url = await runningUrl(layout)
    if (url !== undefined) return { close: () => Promise.resolve(), engine: 'mongodb', url }
    if (attempt === 1) log('Waiting for another process that is starting the database.')
    await delay(POLL_MS)
  }
  throw new EmbeddedDatabaseError(`The process that holds ${layout.lock} does not bring its database up: stop it, then start again.`)
}

async function openAsOwner(layout: Layout, lock: Lock, log: Log): Promise<EmbeddedDatabase> {
  try {
    const database = await decide(layout, lock, log)
    if (database.engine === 'sqlite') await lock.release()
    return database
  } catch (error) {
    await lock.release()
    throw error
  }
}

async function decide(layout: Layout, lock: Lock, log: Log): Promise<EmbeddedDatabase> {
  const held = await engineIn(layout)
  if (held === 'sqlite') return sqlite(layout)
  const mongod = await findMongod(log)
  if ('path' in mongod) {
    try {
      return await owned(layout, mongod.path, lock, log)
    } catch (error) {
      if (held !== undefined || process.env.MONGOMS_SYSTEM_BINARY) throw error
      await rm(layout.dbPath, { force: true, recursive: true })
      return fallBack(layout, error instanceof Error ? error.message : String(error), log)
    }
  }
  if (held === undefined) return fallBack(layout, mongod.reason, log)
  throw new EmbeddedDatabaseError(
    `The database in ${layout.dbPath} needs mongod, and there is none (${mongod.reason}): go online once, name one in MONGOMS_SYSTEM_BINARY, or set DATABASE_URL.`,
  )
}

async function owned(layout: Layout, binary: string, lock: Lock, log: Log): Promise<EmbeddedDatabase> {
  const { runMongod } = await import('./embedded/mongod')
  const mongod = await runMongod(layout, binary, log)
  let closing: Promise<void> | undefined
  return {
    close: () => (closing ??= mongod.stop().finally(() => lock.release())),
    engine: 'mongodb',
    url: mongod.url,
  }
}

/** The empty file is a database to SQLite, and to the next start the sign that this directory is SQLite's. */
async function fallBack(layout: Layout, reason: string, log: Log): Promise<EmbeddedDatabase> {
  await writeFile(layout.sqlite, '', { flag: 'a', mode: 0o600 })
  log(`No mongod (${withoutStop(reason)}): the database is SQLite, in ${layout.sqlite}.`)
  return sqlite(layout)
}

function sqlite(layout: Layout): EmbeddedDatabase {
  return { close: () => Promise.resolve(), engine: 'sqlite', url: fileUrl(layout.sqlite) }
}
