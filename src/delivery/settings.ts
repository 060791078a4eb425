import type { PurgeTarget } from './purge'

/** What of the settings concerns delivery. */
export type DeliverySettings = {
  /** Bytes that kept answers may take. */
  cacheBytes: number
  /** Bytes that a request's body may have. */
  bodyBytes: number
  /** Origins whose pages may use every API with a login. */
  allowedOrigins: readonly string[]
  /** Seconds that a CDN in front may keep an answer. */
  cdnSeconds: number
  /** Whether answers carry `Surrogate-Key`. */
  surrogateKeys: boolean
  /** Who is told of changes, for a CDN to be purged. */
  purge: PurgeTarget | undefined
}

const MIB = 1024 * 1024

/** A body is held in memory while it is read. */
const MAX_BODY_MIB = 1024

/** Settings where the environment says nothing. */
export const DELIVERY_DEFAULTS: DeliverySettings = {
  cacheBytes: 256 * MIB,
  bodyBytes: 25 * MIB,
  allowedOrigins: [],
  cdnSeconds: 5,
  surrogateKeys: false,
  purge: undefined,
}

type Read = (name: string) => string | undefined

/**
 * Reads delivery's settings.
 *
 * @param value gives a setting, or undefined when it is not set
 * @param faults is given a line for every setting that is wrong
 */
export function readDeliverySettings(value: Read, faults: string[]): DeliverySettings {
  const wholeNumber = (name: string, preset: number, unit: string, least = 0, most = Number.MAX_SAFE_INTEGER / MIB) => {
    const text = value(name)
    if (text === undefined) return preset
    if (/^\d+$/.test(text) && Number(text) >= least && Number(text) <= most) return Number(text)
    faults.push(`${name} "${text}" is not a whole number${least > 0 ? ` from ${String(least)} to ${String(most)}` : ''}: write how many ${unit}.`)
    return preset
  }
  const origins = (value('ALLOWED_ORIGINS') ?? '').split(',').map((origin) => origin.trim()).filter(Boolean)
  for (const origin of origins) {
    if (!isOrigin(origin)) faults.push(`ALLOWED_ORIGINS "${origin}" is not an origin: write it like https://www.example.com, without a path.`)
  }
  const surrogateKeys = value('SURROGATE_KEYS') ?? 'false'
  if (surrogateKeys !== 'true' && surrogateKeys !== 'false') faults.push(`SURROGATE_KEYS "${surrogateKeys}" is neither true nor false.`)
  const purgeUrl = value('PURGE_URL')
  if (purgeUrl !== undefined && !(URL.canParse(purgeUrl) && /^https?:$/.test(new URL(purgeUrl).protocol))) {
    faults.push(`PURGE_URL "${purgeUrl}" is not an address: write it like https://cdn.example.com/purge.`)
  }
  const purgeToken = value('PURGE_TOKEN')
  if (purgeToken !== undefined && purgeUrl === undefined) faults.push('PURGE_TOKEN is set, and PURGE_URL is not: set both, or neither.')
  if (purgeToken !== undefined && !/^[\x21-\x7e]{1,500}$/.test(purgeToken)) faults.push('PURGE_TOKEN cannot be sent in a header: write up to 500 letters, digits and signs of ASCII, without blanks.')
  return {
    cacheBytes: wholeNumber('CACHE_MB', DELIVERY_DEFAULTS.cacheBytes / MIB, 'MiB') * MIB,
    bodyBytes: wholeNumber('MAX_BODY_MB', DELIVERY_DEFAULTS.bodyBytes / MIB, 'MiB', 1, MAX_BODY_MIB) * MIB,
    allowedOrigins: origins,
    cdnSeconds: wholeNumber('CDN_SECONDS', DELIVERY_DEFAULTS.cdnSeconds, 'seconds'),
    surrogateKeys: surrogateKeys === 'true' || purgeUrl !== undefined,
    purge: purgeUrl === undefined ? undefined : { url: purgeUrl, token: purgeToken },
  }
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text
}
