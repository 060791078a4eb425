import type { CollectionBeforeOperationHook } from 'payload'

/**
 * Gives a password one Unicode form (NFC, RFC 8265 section 4.2.2), so that a keyboard that composes é in two code points
 * and one that sends it as one open the same account.
 */
export const normalizePassword: CollectionBeforeOperationHook<'users'> = ({ args }) => {
  const data: unknown = 'data' in args ? args.data : undefined
  if (typeof data !== 'object' || data === null || !('password' in data) || typeof data.password !== 'string') return args
  return { ...args, data: { ...data, password: data.password.normalize('NFC') } }
}
