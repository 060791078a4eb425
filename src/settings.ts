import { statSync } from 'node:fs'
import path from 'node:path'
import { MIN_PASSWORD_LENGTH } from './validation/password'
import { DatabaseUrlError, MEMORY_URL, parseDatabaseUrl } from './database/url'
import { readDeliverySettings } from './delivery/settings'
import type { DeliverySettings } from './delivery/settings'
import { readGuardSettings } from './security/settings'
import type { GuardSettings } from './security/settings'
import type { NewsroomOptions, StorageOptions } from './options/options'
import { isTimeZone } from './text/dateText'
import { isLanguageTag } from './text/language'
import { LOG_LEVELS } from './log'
import { readStorageSettings } from './storage/settings'
import { withoutSlash } from './text/ends'
import { nearestName } from './validation/nearestName'

/** What the environment says, validated; see .env.example for what each setting means. */
export type Settings = {
  /** Undefined: the embedded database. */
  databaseUrl: string | undefined
  /** Undefined only with the embedded database and with one in memory, which make their own. */
  secret: string | undefined
  host: string
  port: number
  /** Where the embedded database, its secret and uploads are kept; absolute. */
  dataDir: string
  admin: { email: string; password: string | undefined }
  /** Server processes that share the port. */
  workers: number
  delivery: DeliverySettings
  guard: GuardSettings
}

/** The site that readers visit, the server that answers its API, feeds and files, and as whom it speaks; no slash at the end. */
export type SiteSettings = {
  url: string
  serverUrl: string
  name: string
  language: string
  /** Whether this server shows the reader pages itself. */
  hasReader: boolean
  /** Who mints ids, as RFC 4151 has it; undefined for the host of the site. */
  tagAuthority: string | undefined
  /** The newsroom's logo, for search engines. */
  logoUrl: string | undefined
  /** The picture of a page that has none. */
  imageUrl: string | undefined
}

/** One or more settings are wrong; the message has one line for each. */
export class SettingsError extends Error {
  override name = 'SettingsError'
}

const DEFAULT_PORT = 3000
const MIN_SECRET_LENGTH = 16
const MAX_WORKERS = 64
const MAX_NAME = 200

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
  if (databaseUrl !== undefined && databaseUrl !== MEMORY_URL && secret === undefined) {
    faults.push('PAYLOAD_SECRET is missing: beside a DATABASE_URL it must be set (make one with: openssl rand -hex 32).')
  }
  if (secret !== undefined && secret.length < MIN_SECRET_LENGTH) {
    faults.push(`PAYLOAD_SECRET is too short: use at least ${MIN_SECRET_LENGTH} characters (make one with: openssl rand -hex 32).`)
  }

  const setupToken = value('SETUP_TOKEN')
  if (setupToken !== undefined && setupToken.length < MIN_SECRET_LENGTH) {
    faults.push(`SETUP_TOKEN is too short: use at least ${MIN_SECRET_LENGTH} characters (make one with: openssl rand -hex 32).`)
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

  const workers = Number(value('WORKERS') ?? 1)
  if (!Number.isInteger(workers) || workers < 1 || workers > MAX_WORKERS) {
    faults.push(`WORKERS "${value('WORKERS') ?? ''}" is no number of server processes: write one from 1 to ${MAX_WORKERS}.`)
  }

  const timeZone = readTimeZone(env)
  if (!isTimeZone(timeZone)) faults.push(`NEWSROOM_TIMEZONE "${timeZone}" is not a time zone: write its IANA name, such as Europe/Berlin.`)

  const jobs = value('JOBS')
  if (jobs !== undefined && jobs !== 'on' && jobs !== 'off') faults.push(`JOBS is on or off, not "${jobs}".`)

  const level = value('LOG_LEVEL')
  if (level !== undefined && !LOG_LEVELS.includes(level)) faults.push(`LOG_LEVEL "${level}" is none of ${LOG_LEVELS.join(', ')}.`)

  const mediaDir = readMediaDir(env)
  if (statSync(mediaDir, { throwIfNoEntry: false })?.isDirectory() === false) faults.push(`MEDIA_DIR "${mediaDir}" is not a folder.`)

  faults.push(...misspelt(env), ...siteFaults(env))
  const delivery = readDeliverySettings(value, faults)
  const guard = readGuardSettings(value, faults)
  readStorageSettings(value, faults)

  if (faults.length > 0) throw new SettingsError(faults.join('\n'))
  return {
    databaseUrl,
    secret,
    host: value('HOST') ?? '127.0.0.1',
    port,
    dataDir: path.resolve('.data'),
    admin: { email, password },
    workers,
    delivery,
    guard,
  }
}

/** Settings whose first word nobody else's have. */
const OURS = [
  'NEWSROOM_IMAGE', 'NEWSROOM_LANGUAGE', 'NEWSROOM_LOGO', 'NEWSROOM_NAME', 'NEWSROOM_TIMEZONE', 'PURGE_TOKEN', 'PURGE_URL',
  'RATE_LIMIT_GRAPHQL', 'RATE_LIMIT_LOGIN', 'RATE_LIMIT_WRITES', 'SEED_ADMIN_EMAIL', 'SEED_ADMIN_PASSWORD',
]

/** A limit that is misspelt would not be there. */
function misspelt(env: Readonly<Record<string, string | undefined>>): string[] {
  const isOurs = (name: string) => OURS.some((each) => each.split('_', 1)[0] === name.split('_', 1)[0]) && !OURS.includes(name)
  return Object.keys(env).filter(isOurs).flatMap((name) => {
    const nearest = nearestName(name, OURS)
    return nearest === undefined ? [] : [`There is no setting ${name}: did you mean ${nearest}?`]
  })
}

/**
 * Reads where uploaded pictures are kept instead of a folder; `readSettings` checks it with the rest.
 *
 * @param env usually `process.env`; an empty value counts as unset
 * @throws SettingsError
 */
export function readStorage(env: Readonly<Record<string, string | undefined>>): StorageOptions | undefined {
  const faults: string[] = []
  const settings = readStorageSettings((name) => env[name]?.trim() || undefined, faults)
  if (faults.length > 0) throw new SettingsError(faults.join('\n'))
  return settings
}

/**
 * What the environment says to the plugin `newsroom()`.
 *
 * @param env usually `process.env`; an empty value counts as unset
 * @throws SettingsError
 */
export function readOptions(env: Readonly<Record<string, string | undefined>>): NewsroomOptions {
  const value = (name: string) => env[name]?.trim() || undefined
  const { serverUrl, ...site } = readSite(env)
  return {
    site: { ...site, serverUrl: value('SERVER_URL') && serverUrl },
    timeZone: readTimeZone(env),
    mediaDir: readMediaDir(env),
    storage: readStorage(env),
    setupToken: value('SETUP_TOKEN'),
    redisUrl: value('REDIS_URL'),
    delivery: true,
    jobs: value('JOBS') === 'off' ? 'off' : 'on',
    isIntrospectionOpen: value('GRAPHQL_INTROSPECTION') === 'true',
  }
}

function readTimeZone(env: Readonly<Record<string, string | undefined>>): string {
  return env.NEWSROOM_TIMEZONE?.trim() || 'UTC'
}

/** The folder that uploaded pictures are kept in; absolute. */
export function readMediaDir(env: Readonly<Record<string, string | undefined>>): string {
  return path.resolve(env.MEDIA_DIR?.trim() || '.data/media')
}

/**
 * Reads what feeds, sitemaps and structured data say of the site; `readSettings` checks it with the rest.
 *
 * @param env usually `process.env`; an empty value counts as unset
 * @throws SettingsError when the site's address or language is none
 */
export function readSite(env: Readonly<Record<string, string | undefined>>): SiteSettings {
  const faults = siteFaults(env)
  if (faults.length > 0) throw new SettingsError(faults.join('\n'))
  const value = (name: string) => env[name]?.trim() || undefined
  const local = localAddress(value('HOST') ?? '127.0.0.1', value('PORT') ?? String(DEFAULT_PORT))
  const url = value('SITE_URL') ?? value('SERVER_URL') ?? local
  return {
    url: withoutSlash(url),
    serverUrl: withoutSlash(value('SERVER_URL') ?? url),
    name: value('NEWSROOM_NAME') ?? 'Dateline',
    language: value('NEWSROOM_LANGUAGE') ?? 'en',
    hasReader: value('READER') !== 'off',
    tagAuthority: tagAuthorityOf(value('ID_BASE')),
    logoUrl: value('NEWSROOM_LOGO'),
    imageUrl: value('NEWSROOM_IMAGE'),
  }
}

/** Where this server answers on this machine; an address that means every network is none to be asked at. */
function localAddress(host: string, port: string): string {
  if (host === '0.0.0.0' || host === '::') return `http://127.0.0.1:${port}`
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

function siteFaults(env: Readonly<Record<string, string | undefined>>): string[] {
  const language = env.NEWSROOM_LANGUAGE?.trim()
  const faults = ['SITE_URL', 'SERVER_URL'].flatMap((name) => {
    const url = env[name]?.trim()
    if (!url || isSiteUrl(url)) return []
    return [`${name} "${url}" is not the address of a site: write it as https://example.com or https://example.com/news.`]
  })
  if (language && !isLanguageTag(language)) {
    faults.push(`NEWSROOM_LANGUAGE "${language}" is not a language: write a BCP 47 tag, such as en, ko or zh-Hant.`)
  }
  const name = env.NEWSROOM_NAME?.trim() ?? ''
  if (name.length > MAX_NAME || /\p{Cc}/u.test(name)) faults.push(`NEWSROOM_NAME must be one line of at most ${String(MAX_NAME)} characters.`)
  for (const name of ['NEWSROOM_LOGO', 'NEWSROOM_IMAGE']) {
    const url = env[name]?.trim()
    if (url && !isPictureUrl(url)) faults.push(`${name} "${url}" is not the address of a picture: write it as https://example.com/logo.png.`)
  }
  const base = env.ID_BASE?.trim()
  if (base && !ID_BASE.test(base)) faults.push(`ID_BASE "${base}" is no base of ids: write a host name that was yours, such as example.com, or one with a date, such as example.com,2025-03.`)
  const reader = env.READER?.trim()
  if (reader && reader !== 'on' && reader !== 'off') faults.push(`READER "${reader}" is neither on nor off.`)
  return faults
}

/** A host name, and since when it was held (RFC 4151). */
const ID_BASE = /^[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?(?:,\d{4}(?:-\d\d){0,2})?$/i

/** Ids without a date have that of the default. */
function tagAuthorityOf(base: string | undefined): string | undefined {
  return base === undefined || base.includes(',') ? base : `${base},2025`
}

function isPictureUrl(url: string): boolean {
  return /^https?:\/\//i.test(url) && URL.canParse(url)
}

function isSiteUrl(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { hash, password, protocol, search, username } = new URL(url)
  return /^https?:$/.test(protocol) && [hash, password, search, username].every((part) => part === '')
}

function databaseUrlFaults(url: string): string[] {
  if (url === MEMORY_URL) return []
  try {
    parseDatabaseUrl(url)
    return []
  } catch (error) {
    if (error instanceof DatabaseUrlError) return [error.message]
    throw error
  }
}
