import * as v from 'valibot'
import { count, setting } from '../text/values'

/** What of the settings concerns the guard. */
export type GuardSettings = {
  /** Proxies in front whose X-Forwarded-For is believed. */
  trustedProxies: number
  /** Where browsers find this server, by SERVER_URL. */
  serverOrigin: string | undefined
  /** Logins from one address in ten minutes; 0 for any number, as with the others. */
  loginRate: number
  /** GraphQL requests from one address in a minute that the cache does not answer. */
  graphqlRate: number
  /** Writes of one account in a minute. */
  writeRate: number
}

/** What the environment says of the guard; SERVER_URL, which is the site's, says the origin. */
export const GUARD = v.pipe(
  v.object({
    TRUST_PROXY: setting(count('proxies stand in front, 0 for none'), '0'),
    RATE_LIMIT_LOGIN: setting(count('logins an address may try in ten minutes, 0 for any number'), '100'),
    RATE_LIMIT_GRAPHQL: setting(count('GraphQL requests an address may send in a minute, 0 for any number'), '12000'),
    RATE_LIMIT_WRITES: setting(count('times an account may write in a minute, 0 for any number'), '6000'),
  }),
  v.transform((env) => ({
    guard: { trustedProxies: env.TRUST_PROXY, loginRate: env.RATE_LIMIT_LOGIN, graphqlRate: env.RATE_LIMIT_GRAPHQL, writeRate: env.RATE_LIMIT_WRITES },
  })),
)

/** Settings where the environment says nothing. */
export const GUARD_DEFAULTS: GuardSettings = { ...v.parse(GUARD, {}).guard, serverOrigin: undefined }

/** Whether browsers reach this server by https. */
export function isHttps({ serverOrigin }: Pick<GuardSettings, 'serverOrigin'>): boolean {
  return serverOrigin?.startsWith('https:') ?? false
}

/** The origin of an address; one that is none is a fault that the settings tell elsewhere. */
export function originOf(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url) ? new URL(url).origin : undefined
}
