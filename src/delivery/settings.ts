import * as v from 'valibot'
import { address, count, flag, isWebAddress, setting, token } from '../text/values'
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

const NO_ORIGIN = 'is not an origin: write it like https://www.example.com, without a path.'

/** What the environment says of delivery. */
export const DELIVERY = v.pipe(
  v.object({
    ALLOWED_ORIGINS: setting(v.pipe(v.string(NO_ORIGIN), v.transform(listed), v.array(address(isOrigin, NO_ORIGIN))), ''),
    CACHE_MB: setting(count('MiB'), '256'),
    MAX_BODY_MB: setting(count('MiB', 1, MAX_BODY_MIB), '25'),
    CDN_SECONDS: setting(count('seconds'), '5'),
    SURROGATE_KEYS: setting(flag, 'false'),
    PURGE_URL: setting(address(isWebAddress, 'is not an address: write it like https://cdn.example.com/purge.'), undefined),
    PURGE_TOKEN: setting(token, undefined),
  }),
  v.partialCheck([['PURGE_URL'], ['PURGE_TOKEN']], (env) => env.PURGE_TOKEN === undefined || env.PURGE_URL !== undefined, 'PURGE_TOKEN is set, and PURGE_URL is not: set both, or neither.'),
  v.transform(({ PURGE_URL: url, ...env }): { delivery: DeliverySettings } => ({
    delivery: {
      cacheBytes: env.CACHE_MB * MIB,
      bodyBytes: env.MAX_BODY_MB * MIB,
      allowedOrigins: env.ALLOWED_ORIGINS,
      cdnSeconds: env.CDN_SECONDS,
      surrogateKeys: env.SURROGATE_KEYS === 'true' || url !== undefined,
      purge: url === undefined ? undefined : { url, token: env.PURGE_TOKEN },
    },
  })),
)

/** Settings where the environment says nothing. */
export const DELIVERY_DEFAULTS = v.parse(DELIVERY, {}).delivery

function listed(text: string): string[] {
  return text.split(',').map((origin) => origin.trim()).filter(Boolean)
}

function isOrigin(text: string): boolean {
  return isWebAddress(text) && new URL(text).origin === text
}
