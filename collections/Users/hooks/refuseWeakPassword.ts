import { APIError } from 'payload'
import type { CollectionBeforeOperationHook } from 'payload'
import { passwordFault } from '../../../src/validation/password'

/** Applies the rule to every new password, set by an admin, by its owner, by a reset, for the first user, or by code. */
export const refuseWeakPassword: CollectionBeforeOperationHook<'users'> = ({ args, collection, operation }) => {
  if (operation !== 'create' && operation !== 'update' && operation !== 'resetPassword') return args
  const data: unknown = 'data' in args ? args.data : undefined
  if (typeof data !== 'object' || data === null || !('password' in data)) return args
  // Left out, it stays as it is; a login without one Payload refuses itself.
  const { password } = data
  if (password === undefined || password === null) return args
  const message = passwordFault(password)
  if (message === undefined) return args
  throw new APIError(message, 400, { collection: collection.slug, errors: [{ message, path: 'password' }] }, true)
}
