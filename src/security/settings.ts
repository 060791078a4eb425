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

/** Settings where the environment says nothing. */
export const GUARD_DEFAULTS: GuardSettings = {
  trustedProxies: 0,
  serverOrigin: undefined,
  loginRate: 100,
  graphqlRate: 12_000,
  writeRate: 6_000,
}

type Read = (name: string) => string | undefined

/**
 * Reads the guard's settings.
 *
 * @param value gives a setting, or undefined when it is not set
 * @param faults is given a line for every setting that is wrong
 */
export function readGuardSettings(value: Read, faults: string[]): GuardSettings {
  const wholeNumber = (name: string, preset: number, what: string) => {
    const text = value(name)
    if (text === undefined) return preset
    if (/^\d{1,9}$/.test(text)) return Number(text)
    faults.push(`${name} "${text}" is not a whole number: write how many ${what}.`)
    return preset
  }
  const introspection = value('GRAPHQL_INTROSPECTION') ?? 'false'
  if (introspection !== 'true' && introspection !== 'false') faults.push(`GRAPHQL_INTROSPECTION "${introspection}" is neither true nor false.`)
  const redisUrl = value('REDIS_URL')
  if (redisUrl !== undefined && !/^rediss?:\/\/./.test(redisUrl)) {
    faults.push('REDIS_URL is not the address of a Redis server: write it like redis://user:password@host:6379.')
  }
  return {
    trustedProxies: wholeNumber('TRUST_PROXY', GUARD_DEFAULTS.trustedProxies, 'proxies stand in front, 0 for none'),
    serverOrigin: originOf(value('SERVER_URL')),
    loginRate: wholeNumber('RATE_LIMIT_LOGIN', GUARD_DEFAULTS.loginRate, 'logins an address may try in ten minutes, 0 for any number'),
    graphqlRate: wholeNumber('RATE_LIMIT_GRAPHQL', GUARD_DEFAULTS.graphqlRate, 'GraphQL requests an address may send in a minute, 0 for any number'),
    writeRate: wholeNumber('RATE_LIMIT_WRITES', GUARD_DEFAULTS.writeRate, 'times an account may write in a minute, 0 for any number'),
  }
}

/** Whether browsers reach this server by https. */
export function isHttps({ serverOrigin }: Pick<GuardSettings, 'serverOrigin'>): boolean {
  return serverOrigin?.startsWith('https:') ?? false
}

/** The origin of an address; one that is none is a fault that the settings tell elsewhere. */
export function originOf(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url) ? new URL(url).origin : undefined
}
