import path from 'node:path'
import { DatabaseUrlError, parseDatabaseUrl } from './database/url'

/** What the environment says, validated; see .env.example for what each setting means. */
export type Settings = {
  /** Undefined: the embedded database. */
  databaseUrl: string | undefined
  /** Undefined only with the embedded database, which makes its own. */
  secret: string | undefined
  host: string
  port: number
  /** Where the embedded database, its secret and uploads are kept; absolute. */
  dataDir: string
  admin: { email: string; password: string | undefined }
}

/** One or more settings are wrong; the message has one line for each. */
export class SettingsError extends Error {
  override name = 'SettingsError'
}

const DEFAULT_PORT = 3000
const MIN_SECRET_LENGTH = 16
const MIN_PASSWORD_LENGTH = 12

/**
 * Reads every setting and checks it.
 *
 * @param env usually `process.env`; an empty value counts as unset
 * @throws SettingsError naming every setting that is wrong, and what to write instead
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const faults: string[] = []
  const value = (name: string) => env[name]?.trim() || undefined

  const databaseUrl = value('DATABASE_URL')
  if (databaseUrl !== undefined) faults.push(...databaseUrlFaults(databaseUrl))

  const secret = value('PAYLOAD_SECRET')
  if (databaseUrl !== undefined && secret === undefined) {
    faults.push('PAYLOAD_SECRET is missing: beside a DATABASE_URL it must be set (make one with: openssl rand -hex 32).')
  }
  if (secret !== undefined && secret.length < MIN_SECRET_LENGTH) {
    faults.push(`PAYLOAD_SECRET is too short: use at least ${MIN_SECRET_LENGTH} characters (make one with: openssl rand -hex 32).`)
  }

  const port = Number(value('PORT') ?? DEFAULT_PORT)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    faults.push(`PORT "${value('PORT') ?? ''}" is not a port: write a whole number from 1 to 65535.`)
  }

  const email = value('SEED_ADMIN_EMAIL') ?? 'admin@dateline.local'
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) faults.push(`SEED_ADMIN_EMAIL "${email}" is not an e-mail address.`)
  const password = value('SEED_ADMIN_PASSWORD')
  if (password !== undefined && password.length < MIN_PASSWORD_LENGTH) {
    faults.push(`SEED_ADMIN_PASSWORD is too short: use at least ${MIN_PASSWORD_LENGTH} characters.`)
  }

  if (faults.length > 0) throw new SettingsError(faults.join('\n'))
  return {
    databaseUrl,
    secret,
    host: value('HOST') ?? '127.0.0.1',
    port,
    dataDir: path.resolve('.data'),
    admin: { email, password },
  }
}

function databaseUrlFaults(url: string): string[] {
  try {
    parseDatabaseUrl(url)
    return []
  } catch (error) {
    if (error instanceof DatabaseUrlError) return [error.message]
    throw error
  }
}
