import { statSync } from 'node:fs'
import path from 'node:path'
import * as v from 'valibot'
import { DatabaseUrlError, MEMORY_URL, parseDatabaseUrl } from './database/url'
import { DELIVERY } from './delivery/settings'
import type { DeliverySettings } from './delivery/settings'
import { LOG_LEVEL } from './log'
import type { NewsroomOptions, SiteOptions, StorageOptions } from './options/options'
import { GUARD, originOf } from './security/settings'
import type { GuardSettings } from './security/settings'
import { STORAGE } from './storage/settings'
import { withoutSlash } from './text/ends'
import { quoted } from './text/quoted'
import { address, faultsOf, flag, hidden, isSiteAddress, isWebAddress, language, onOrOff, setting, text, timeZone, wholeNumber } from './text/values'
import { nearestName } from './validation/nearestName'
import { passwordFault, MIN_PASSWORD_LENGTH } from './validation/password'

type Env = Readonly<Record<string, string | undefined>>

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

/** One or more settings are wrong; the message has one line for each. */
export class SettingsError extends Error {
  override name = 'SettingsError'
}

const MIN_SECRET_LENGTH = 16
const MAX_WORKERS = 64
const MAX_NAME = 200

const MAKE_ONE = '(make one with: openssl rand -hex 32).'
const longSecret = hidden(({ length }) => length >= MIN_SECRET_LENGTH, `is too short: use at least ${String(MIN_SECRET_LENGTH)} characters ${MAKE_ONE}`)

const DATABASE = v.pipe(
  v.object({
    DATABASE_URL: setting(hidden((url) => databaseFault(url) === undefined, ({ input }) => databaseFault(input) ?? ''), undefined),
    PAYLOAD_SECRET: setting(longSecret, undefined),
  }),
  v.check(
    ({ DATABASE_URL: url, PAYLOAD_SECRET }) => PAYLOAD_SECRET !== undefined || url === undefined || url === MEMORY_URL,
    `PAYLOAD_SECRET is missing: beside a DATABASE_URL it must be set ${MAKE_ONE}`,
  ),
  v.transform((env) => ({ databaseUrl: env.DATABASE_URL, secret: env.PAYLOAD_SECRET })),
)

const siteAddress = v.pipe(address(isSiteAddress, 'is not the address of a site: write it as https://example.com or https://example.com/news.'), v.transform(withoutSlash))
const picture = address(isWebAddress, 'is not the address of a picture: write it as https://example.com/logo.png.')

/** A host name, and since when it was held (RFC 4151). */
const ID_BASE = /^[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?(?:,\d{4}(?:-\d\d){0,2})?$/i

const SITE = v.pipe(
  v.object({
    HOST: setting(text((host) => /^[\p{L}\d_.:%-]+$/u.test(host), 'is not a host: write an address or a name of this machine, such as 127.0.0.1, or 0.0.0.0 for all.'), '127.0.0.1'),
    PORT: setting(wholeNumber(1, 65_535, 'is not a port: write a whole number from 1 to 65535.'), '3000'),
    SITE_URL: setting(siteAddress, undefined),
    SERVER_URL: setting(siteAddress, undefined),
    NEWSROOM_NAME: setting(hidden((name) => name.length <= MAX_NAME && !/\p{Cc}/u.test(name), `must be one line of at most ${String(MAX_NAME)} characters.`), 'Dateline'),
    NEWSROOM_LANGUAGE: setting(language, 'en'),
    NEWSROOM_LOGO: setting(picture, undefined),
    NEWSROOM_IMAGE: setting(picture, undefined),
    ID_BASE: setting(text((base) => ID_BASE.test(base), 'is no base of ids: write a host name that was yours, such as example.com, or one with a date, such as example.com,2025-03.'), undefined),
    READER: setting(onOrOff, 'on'),
  }),
  v.transform(({ HOST: host, PORT: port, ID_BASE: base, ...env }) => {
    const url = env.SITE_URL ?? env.SERVER_URL ?? localAddress(host, port)
    const site: SiteOptions = {
      url,
      serverUrl: env.SERVER_URL ?? url,
      name: env.NEWSROOM_NAME,
      language: env.NEWSROOM_LANGUAGE,
      hasReader: env.READER === 'on',
      // Ids without a date have that of the default.
      tagAuthority: base === undefined || base.includes(',') ? base : `${base},2025`,
      logoUrl: env.NEWSROOM_LOGO,
      imageUrl: env.NEWSROOM_IMAGE,
    }
    return { host, port, site, serverOrigin: originOf(env.SERVER_URL) }
  }),
)

const OPTIONS = v.pipe(
  v.object({
    NEWSROOM_TIMEZONE: setting(timeZone, 'UTC'),
    MEDIA_DIR: setting(v.pipe(text(mayBeFolder, 'is not a folder: write where pictures are kept, such as /srv/pictures.'), v.transform((folder) => path.resolve(folder))), '.data/media'),
    SETUP_TOKEN: setting(longSecret, undefined),
    REDIS_URL: setting(hidden((url) => /^rediss?:\/\/./.test(url) && URL.canParse(url), 'is not the address of a Redis server: write it like redis://user:password@host:6379.'), undefined),
    JOBS: setting(onOrOff, 'on'),
    GRAPHQL_INTROSPECTION: setting(flag, 'false'),
  }),
  v.transform((env) => ({
    options: {
      timeZone: env.NEWSROOM_TIMEZONE,
      mediaDir: env.MEDIA_DIR,
      setupToken: env.SETUP_TOKEN,
      redisUrl: env.REDIS_URL,
      jobs: env.JOBS,
      isIntrospectionOpen: env.GRAPHQL_INTROSPECTION === 'true',
    } satisfies NewsroomOptions,
  })),
)

const SERVER = v.pipe(
  v.object({
    SEED_ADMIN_EMAIL: setting(text((email) => /^[^\s@]+@[^\s@]+$/.test(email), 'is not an e-mail address: write it like ann@example.com.'), 'admin@dateline.local'),
    SEED_ADMIN_PASSWORD: setting(hidden((password) => passwordFault(password) === undefined, `is too short: use at least ${String(MIN_PASSWORD_LENGTH)} characters.`), undefined),
    WORKERS: setting(wholeNumber(1, MAX_WORKERS, `is no number of server processes: write one from 1 to ${String(MAX_WORKERS)}.`), '1'),
    LOG_LEVEL,
  }),
  v.transform((env) => ({ admin: { email: env.SEED_ADMIN_EMAIL, password: env.SEED_ADMIN_PASSWORD }, workers: env.WORKERS })),
)

/** Every setting: its name, its default, what it must look like, and what to write instead. */
const SETTINGS = v.intersect([DATABASE, SITE, OPTIONS, SERVER, DELIVERY, GUARD, STORAGE])

/**
 * Reads every setting and checks it.
 *
 * @param env usually `process.env`; an empty value counts as unset
 * @throws SettingsError naming every setting that is wrong, and what to write instead
 */
export function readSettings(env: Env): Settings {
  const { admin, databaseUrl, delivery, guard, host, port, secret, serverOrigin, workers } = read(SETTINGS, env, misspelt(env))
  return { databaseUrl, secret, host, port, dataDir: path.resolve('.data'), admin, workers, delivery, guard: { ...guard, serverOrigin } }
}

/**
 * What the environment says to the plugin `newsroom()`.
 *
 * @throws SettingsError
 */
export function readOptions(env: Env): NewsroomOptions {
  const { options, serverOrigin, site, storage } = read(v.intersect([SITE, OPTIONS, STORAGE]), env)
  return { ...options, site: { ...site, serverUrl: serverOrigin && site.serverUrl }, storage, delivery: true }
}

/**
 * What feeds, sitemaps and structured data say of the site.
 *
 * @throws SettingsError when the site's address or language is none
 */
export function readSite(env: Env): SiteOptions {
  return read(SITE, env).site
}

/**
 * Where uploaded pictures are kept instead of a folder.
 *
 * @throws SettingsError
 */
export function readStorage(env: Env): StorageOptions | undefined {
  return read(STORAGE, env).storage
}

/**
 * The folder that uploaded pictures are kept in; absolute.
 *
 * @throws SettingsError
 */
export function readMediaDir(env: Env): string {
  return read(OPTIONS, env).options.mediaDir
}

/** @throws SettingsError with a line for each fault, and `more` */
function read<Schema extends v.GenericSchema>(schema: Schema, env: Env, more: readonly string[] = []): v.InferOutput<Schema> {
  const { issues, output, success } = v.safeParse(schema, env)
  if (!success || more.length > 0) throw new SettingsError([...faultsOf(issues), ...more].join('\n'))
  return output
}

/** First words of settings that nobody else's have. */
const OUR_WORDS = ['NEWSROOM', 'PURGE', 'RATE', 'SEED']

/** A limit that is misspelt would not be there. */
function misspelt(env: Env): string[] {
  const names = SETTINGS.options.flatMap(({ entries }) => Object.keys(entries)).filter(isOurs)
  return Object.keys(env).filter((name) => isOurs(name) && !names.includes(name)).flatMap((name) => {
    const nearest = nearestName(name, names)
    return nearest === undefined ? [] : [`There is no setting ${quoted(name).slice(1, -1)}: did you mean ${nearest}?`]
  })
}

function isOurs(name: string): boolean {
  return OUR_WORDS.includes(name.split('_', 1)[0] ?? '')
}

/** Where this server answers on this machine; an address that means every network is none to be asked at. */
function localAddress(host: string, port: number): string {
  if (host === '0.0.0.0' || host === '::') return `http://127.0.0.1:${String(port)}`
  return `http://${host.includes(':') ? `[${host}]` : host}:${String(port)}`
}

/** Whether a path is a folder, or free for one. */
function mayBeFolder(folder: string): boolean {
  try {
    return statSync(path.resolve(folder), { throwIfNoEntry: false })?.isDirectory() !== false
  } catch {
    return false
  }
}

/** What is wrong with DATABASE_URL, after its name. */
function databaseFault(url: unknown): string | undefined {
  try {
    if (url !== MEMORY_URL) parseDatabaseUrl(typeof url === 'string' ? url : '')
    return undefined
  } catch (error) {
    if (error instanceof DatabaseUrlError) return error.message.replace('DATABASE_URL ', '')
    throw error
  }
}
