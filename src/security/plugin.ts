import type { BaseDatabaseAdapter, CollectionAfterLoginHook, CollectionAfterOperationHook, CollectionBeforeOperationHook, Config, Payload, PayloadRequest } from 'payload'
import { currentOptions } from '../options/current'
import { sharedCounter } from '../database/sharedCounter'
import { ADDRESS_HEADER } from './requestCheck'
import { closeVerify } from './closedVerify'
import { count, forget, isCounting, shareCounters } from './counters'
import type { LimitName } from './limits'
import { redisCounter } from './redis'
import { tooMany } from './tooMany'
import { unreadableFormIsBad } from '../validation/unreadableForm'

/**
 * Payload plugin: counts logins, requests for a new password and writes, of an account and of an address, whichever way
 * they come: REST, GraphQL, or many in one GraphQL request. Code of our own is not counted. Forms that cannot be read get 400.
 */
export function countActs(config: Config): Config {
  return {
    ...config,
    collections: config.collections?.map((collection) => ({
      ...collection,
      endpoints: closeVerify(collection),
      hooks: {
        ...collection.hooks,
        beforeOperation: [countAct, ...(collection.hooks?.beforeOperation ?? [])],
        afterLogin: [...(collection.hooks?.afterLogin ?? []), forgetFailures],
        afterOperation: [...(collection.hooks?.afterOperation ?? []), forgetWhenUnlocked],
      },
    })),
    hooks: { ...config.hooks, afterError: [...(config.hooks?.afterError ?? []), unreadableFormIsBad] },
    db: { ...config.db, init: (args) => countingTogether(config.db.init(args), args.payload) },
  }
}

/** `onInit` would do, but for a newsroom whose database did not answer at first: Payload does not call it at the second try. */
function countingTogether(adapter: BaseDatabaseAdapter, payload: Payload): BaseDatabaseAdapter {
  const connect = adapter.connect?.bind(adapter)
  adapter.connect = async (args) => {
    await connect?.(args)
    if (isCounting()) await countTogether(payload, adapter)
  }
  return adapter
}

/** Several processes count together: in Redis where one is set, else in the database where it can. */
async function countTogether(payload: Payload, adapter: BaseDatabaseAdapter): Promise<void> {
  const url = currentOptions().redisUrl
  const redis = url ? await redisCounter(url, (msg, err) => payload.logger.error({ err, msg })) : undefined
  shareCounters(redis?.counter ?? (await sharedCounter(payload)))
  adapter.destroy = afterwards(adapter.destroy?.bind(adapter), () => {
    shareCounters(undefined)
    redis?.close()
  })
}

function afterwards(first: BaseDatabaseAdapter['destroy'], then: () => void): () => Promise<void> {
  return async () => {
    await first?.()
    then()
  }
}

const countAct: CollectionBeforeOperationHook = async ({ args, operation, overrideAccess, req }) => {
  if (req.payloadAPI === 'local') return args
  switch (operation) {
    case 'login':
      await hold(req, 'login-account', accountIn(args), 'login-address')
      break
    case 'forgotPassword':
      await hold(req, 'password-account', accountIn(args), 'password-address')
      break
    case 'resetPassword':
      await hold(req, 'password-account', undefined, 'password-address')
      break
    case 'create':
    case 'delete':
    case 'restoreVersion':
    case 'update':
      if (!overrideAccess && req.user) await hold(req, 'write-account', `${req.user.collection} ${req.user.id}`)
      break
  }
  return args
}

/** Somebody who knows the password has not been guessing. */
const forgetFailures: CollectionAfterLoginHook = async ({ user }) => {
  if (typeof user.email === 'string') await forget('login-account', normal(user.email))
}

/** An account that an admin has unlocked may sign in at once. */
const forgetWhenUnlocked: CollectionAfterOperationHook = async ({ args, operation, result }) => {
  const account = operation === 'unlock' ? accountIn(args) : undefined
  if (account !== undefined) await forget('login-account', account)
  return result
}

/** Counts an act of an account, and of the address it comes from; throws when either has done too much. */
async function hold(req: PayloadRequest, accountLimit: LimitName, account: string | undefined, addressLimit?: LimitName): Promise<void> {
  const address = req.headers.get(ADDRESS_HEADER)
  const waits = [
    account === undefined ? undefined : await count(accountLimit, account),
    addressLimit === undefined || address === null ? undefined : await count(addressLimit, address),
  ].filter((wait) => wait !== undefined)
  if (waits.length > 0) throw tooMany(req, Math.max(...waits))
}

/** The account that a request names, known or not. */
function accountIn(args: object): string | undefined {
  const data: unknown = 'data' in args ? args.data : undefined
  return typeof data === 'object' && data !== null && 'email' in data && typeof data.email === 'string' ? normal(data.email) : undefined
}

/** As Payload looks an address up. */
function normal(email: string): string {
  return email.toLowerCase().trim()
}
