import { randomBytes } from 'node:crypto'
import { embeddedDatabase } from '../database/embedded'
import { startMemoryMongod } from '../database/memory/memoryMongod'
import { embeddedSecret } from '../database/secret'
import { DatabaseUrlError, MEMORY_URL, parseDatabaseUrl } from '../database/url'
import { readSettings } from '../settings'
import type { Settings } from '../settings'
import { redactUrl } from '../text/quoted'
import { say } from './print'
import { isInstalled } from './project'

/** The database a command works on; `close` stops it when it is ours. */
export type OpenDatabase = { settings: Settings; close: () => Promise<void> }

/** The same for a command that needs no settings; in a project that installed the package, its config opens the database. */
export async function openForCommand(): Promise<Pick<OpenDatabase, 'close'>> {
  return isInstalled() ? { close: () => Promise.resolve() } : openDatabase()
}

/**
 * Reads the settings, brings up the database when it is ours, and puts its address and secret in the environment, where
 * payload.config.ts and every child process find them.
 *
 * @throws DatabaseUrlError when DATABASE_URL asks for a MongoDB in memory and no mongod can be had
 */
export async function openDatabase(): Promise<OpenDatabase> {
  const settings = readSettings(process.env)
  if (settings.databaseUrl === MEMORY_URL) return openMemory(settings)
  if (settings.databaseUrl !== undefined) {
    const { engine, url } = parseDatabaseUrl(settings.databaseUrl)
    use(url, settings.secret)
    say(`Database: ${NAMES[engine]} at ${redactUrl(url)}`)
    return { settings, close: () => Promise.resolve() }
  }
  use(await embeddedDatabase(settings.dataDir), settings.secret ?? (await embeddedSecret(settings.dataDir)))
  say('Database: SQLite in .data, for this machine only. Set DATABASE_URL for production.')
  return { settings, close: () => Promise.resolve() }
}

async function openMemory(settings: Settings): Promise<OpenDatabase> {
  const mongod = await startMemoryMongod(say)
  if ('reason' in mongod) throw new DatabaseUrlError(`DATABASE_URL asks for ${MEMORY_URL}, and no mongod can be had (${mongod.reason}): name one in MONGOMS_SYSTEM_BINARY, or leave DATABASE_URL unset.`)
  use(mongod.url, settings.secret ?? randomBytes(32).toString('hex'))
  say('Database: a MongoDB for this run only. Everything is forgotten when it ends.')
  return { settings, close: mongod.close }
}

/** What the engines are called. */
const NAMES = { mongodb: 'MongoDB', postgresql: 'PostgreSQL', sqlite: 'SQLite' }

function use(url: string, secret: string | undefined): void {
  process.env.DATABASE_URL = url
  process.env.PAYLOAD_SECRET = secret
}
