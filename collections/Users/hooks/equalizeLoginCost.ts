import { pbkdf2, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import type { CollectionBeforeOperationHook } from 'payload'
import { slugs } from '../../../src/options/slugs'

/** What Payload's own check of a password costs. */
const ITERATIONS = 600_000
const KEY_BYTES = 32

const hash = promisify(pbkdf2)

/**
 * Hashes the password of a login also when there is no such account: an answer that comes at once would tell so. An
 * account that Payload has locked is answered without a hash as well.
 */
export const equalizeLoginCost: CollectionBeforeOperationHook<'users'> = async ({ args, operation, req }) => {
  const data: unknown = 'data' in args ? args.data : undefined
  if (operation !== 'login' || typeof data !== 'object' || data === null || !('email' in data) || !('password' in data)) return args
  const { email, password } = data
  if (typeof email !== 'string' || typeof password !== 'string' || password.trim() === '') return args
  const user = await req.payload.db.findOne<{ id: string; lockUntil?: Date | string | null }>({
    collection: slugs.users,
    req,
    select: { lockUntil: true },
    where: { email: { equals: email.toLowerCase().trim() } },
  })
  const isLocked = Boolean(user?.lockUntil && new Date(user.lockUntil) > new Date())
  if (!user || isLocked) await hash(password, randomBytes(32), ITERATIONS, KEY_BYTES, 'sha256')
  return args
}
