import { randomBytes } from 'node:crypto'
import type { Payload } from 'payload'
import { withLease } from '../src/database/lease'
import { slugs } from '../src/options/slugs'

/** A login that was just made; the password is known only here. */
export type NewAdmin = { email: string; password: string }

/**
 * Makes the first administrator when nobody can sign in yet.
 *
 * @param wanted its address, and its password unless one is to be made up
 * @returns the login, or undefined when there are users already
 */
export function ensureFirstAdmin(
  payload: Payload,
  wanted: { email: string; password: string | undefined },
): Promise<NewAdmin | undefined> {
  return withLease(payload.db, 'first-admin', async () => {
    const { totalDocs } = await payload.count({ collection: slugs.users, overrideAccess: true })
    if (totalDocs > 0) return undefined
    const admin = { email: wanted.email, password: wanted.password ?? randomBytes(12).toString('base64url') }
    await payload.create({
      collection: slugs.users,
      data: { ...admin, name: 'Administrator', roles: ['admin'] },
      overrideAccess: true,
    })
    return admin
  })
}
