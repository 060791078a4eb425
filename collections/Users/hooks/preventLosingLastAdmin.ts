import { setTimeout as delay } from 'node:timers/promises'
import { APIError } from 'payload'
import type { CollectionBeforeChangeHook, CollectionBeforeDeleteHook, CollectionBeforeOperationHook, Payload, PayloadRequest, Where } from 'payload'
import { takeLease } from '../../../src/database/lease'
import { hasRole } from '../../../src/articles/roles'
import { slugs } from '../../../src/options/slugs'
import type { User } from '../../../src/payload-types'

/** Milliseconds in which only one admin goes: time for the change to be stored before the next one is looked at. */
const ONE_AT_A_TIME_MS = 2_000
const LOOK_AGAIN_MS = 100

const ADMINS: Where = { roles: { in: ['admin'] } }

/** Requests about several logins, which were looked at together. */
const lookedAt = new WeakSet<PayloadRequest>()

/**
 * Refuses to delete several logins at once, or to change their roles, when no admin would be left. It looks before the
 * first of them is written: later ones would wait for each other inside one transaction.
 */
export const preventLosingAllAdmins: CollectionBeforeOperationHook<'users'> = async ({ args, operation, overrideAccess, req }) => {
  const isOfMany = (operation === 'delete' || operation === 'update') && 'where' in args && !('id' in args && args.id !== undefined)
  if (!isOfMany) return args
  lookedAt.add(req)
  if (operation === 'update' && !('data' in args && losesAdmin(args.data))) return args
  const { payload } = req
  // Who may not read admins is not told by this which ones there are.
  const going = await payload.count({ collection: slugs.users, overrideAccess: overrideAccess === true, req, where: { and: [args.where ?? {}, ADMINS] } })
  if (going.totalDocs === 0) return args
  await waitAlone(payload)
  const all = await payload.count({ collection: slugs.users, overrideAccess: true, where: ADMINS })
  if (going.totalDocs >= all.totalDocs) throw lastAdmin()
  return args
}

/** Refuses to take the role of an admin from the last one. */
export const preventLosingLastAdmin: CollectionBeforeChangeHook<User> = async ({ data, operation, originalDoc, req }) => {
  if (operation !== 'update' || !originalDoc || lookedAt.has(req)) return data
  if (hasRole(originalDoc, 'admin') && losesAdmin(data)) await refuseWithoutAnother(req.payload, originalDoc.id)
  return data
}

/** Refuses to delete the last admin. */
export const preventDeletingLastAdmin: CollectionBeforeDeleteHook = async ({ id, req }) => {
  if (lookedAt.has(req)) return
  const where: Where = { and: [{ id: { equals: id } }, ADMINS] }
  const { totalDocs } = await req.payload.count({ collection: slugs.users, overrideAccess: true, req, where })
  if (totalDocs > 0) await refuseWithoutAnother(req.payload, id)
}

/** What is sent may be anything still. */
function losesAdmin({ roles }: { roles?: unknown }): boolean {
  return Boolean(roles) && ![roles].flat().includes('admin')
}

async function refuseWithoutAnother(payload: Payload, id: number | string): Promise<void> {
  await waitAlone(payload)
  const where: Where = { and: [{ id: { not_equals: id } }, ADMINS] }
  const { totalDocs } = await payload.count({ collection: slugs.users, overrideAccess: true, where })
  if (totalDocs === 0) throw lastAdmin()
}

async function waitAlone({ db }: Payload): Promise<void> {
  while (!(await takeLease(db, 'one-admin-at-a-time', ONE_AT_A_TIME_MS))) await delay(LOOK_AGAIN_MS)
}

function lastAdmin(): Error {
  return new APIError('This is the last admin: make somebody else an admin first.', 400, undefined, true)
}
