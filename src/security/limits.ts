import type { GuardSettings } from './settings'

/** So many times in so many seconds; 0 times means that nobody counts. */
export type Limit = { times: number; seconds: number }

/** What is counted: an act, and of whom. */
export type LimitName =
  | 'login-address'
  | 'login-account'
  | 'password-address'
  | 'password-account'
  | 'graphql-address'
  | 'write-stranger'
  | 'write-address'
  | 'write-account'

export type Limits = Readonly<Record<LimitName, Limit>>

/** A newsroom of this many shares one address. */
const COLLEAGUES = 5

/** Failed logins of one account, known or not: no more than lock it (collections/Users), so that both look alike. */
export const ACCOUNT_LOGINS: Limit = { times: 10, seconds: 10 * 60 }

/** Every limit, from the settings. */
export function limitsOf({ graphqlRate, loginRate, writeRate }: GuardSettings): Limits {
  return {
    'login-address': { times: loginRate, seconds: 10 * 60 },
    'login-account': ACCOUNT_LOGINS,
    'password-address': { times: 30, seconds: 60 * 60 },
    'password-account': { times: 5, seconds: 60 * 60 },
    'graphql-address': { times: graphqlRate, seconds: 60 },
    'write-stranger': { times: Math.min(60, writeRate), seconds: 60 },
    'write-address': { times: COLLEAGUES * writeRate, seconds: 60 },
    'write-account': { times: writeRate, seconds: 60 },
  }
}
