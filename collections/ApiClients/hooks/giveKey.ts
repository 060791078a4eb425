import type { CollectionAfterChangeHook, CollectionBeforeChangeHook } from 'payload'
import type { ApiClient } from '../../../src/payload-types'
import { hashKey, makeKey } from '../../../src/security/apiKeys/key'

/** Gives a new client its key, and an old one another when that is asked for; only the hash of it is stored. */
export const giveKey: CollectionBeforeChangeHook<ApiClient> = ({ context, data, operation }) => {
  if (operation !== 'create' && context.wantsNewKey !== true) return data
  const key = makeKey()
  context.newKey = key
  return { ...data, keyHash: hashKey(key) }
}

/** Shows a new key once: in the answer to the request that made it. */
export const showKey: CollectionAfterChangeHook<ApiClient> = ({ context, doc }) => {
  const { newKey } = context
  delete context.newKey
  return typeof newKey === 'string' ? { ...doc, key: newKey } : doc
}
