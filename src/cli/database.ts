import { openEmbedded } from '../database/embedded'
import { embeddedSecret } from '../database/secret'
import { parseDatabaseUrl, redactUrl } from '../database/url'
import { readSettings } from '../settings'
import type { Settings } from '../settings'
import { say } from './print'

/** The database a command works on; `close` stops it when it is ours. */
export type OpenDatabase = { settings: Settings; close: () => Promise<void> }

/**
 * Reads the settings, brings up the embedded database when no other is named, and puts its address and secret in the
 * environment, where payload.config.ts and every child process find them.
 */
export async function openDatabase(): Promise<OpenDatabase> {
  const settings = readSettings(process.env)
  if (settings.databaseUrl !== undefined) {
    const { engine, url } = parseDatabaseUrl(settings.databaseUrl)
    process.env.DATABASE_URL = url
    process.env.PAYLOAD_SECRET = settings.secret
    say(`Database: ${engine === 'mongodb' ? 'MongoDB' : 'SQLite'} at ${redactUrl(url)}`)
    return { settings, close: () => Promise.resolve() }
  }
  const { close, engine, url } = await openEmbedded({ dataDir: settings.dataDir, log: say })
  process.env.DATABASE_URL = url
  process.env.PAYLOAD_SECRET = settings.secret ?? (await embeddedSecret(settings.dataDir))
  say(`Database: embedded ${engine === 'mongodb' ? 'MongoDB' : 'SQLite'} in .data, for this machine only. Set DATABASE_URL for production.`)
  return { settings, close }
}
