import { setTimeout as delay } from 'node:timers/promises'
import { APIError } from 'payload'
import type { CollectionBeforeChangeHook, CollectionBeforeDeleteHook, Payload } from 'payload'
import { takeLease } from '../../../src/database/lease'
import type { User } from '../../../src/payload-types'

/** Milliseconds in which only one admin goes: time for the change to be stored before the next one is looked at. */
const ONE_AT_A_TIME_MS = 2_000
const LOOK_AGAIN_MS = 100

/** Refuses to take the role of an admin from the last one. */
export const preventLosingLastAdmin: CollectionBeforeChangeHook<User> = async ({ data, operation, originalDoc, req }) => {
  if (operation !== 'update' || !originalDoc) return data
  const isDemoted = originalDoc.roles.includes('admin') && data.roles && !data.roles.includes('admin')
  if (isDemoted) await refuseWithoutAnother(req.payload, originalDoc.id)
  return data
}

/** Refuses to delete the last admin. */
export const preventDeletingLastAdmin: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const { totalDocs } = await req.payload.count({
    collection: 'users',
    overrideAccess: true,
    req,
    where: { and: [{ id: { equals: id } }, { roles: { in: ['admin'] } }] },
  })
  if (totalDocs > 0) await refuseWithoutAnother(req.payload, id)
}

async function refuseWithoutAnother(payload: Payload, id: number | string): Promise<void> {
  while (!(await takeLease(payload.db, 'one-admin-at-a-time', ONE_AT_A_TIME_MS))) await delay(LOOK_AGAIN_MS)
  const { totalDocs } = await payload.count({
    collection: 'users',
    overrideAccess: true,
    where: { and: [{ id: { not_equals: id } }, { roles: { in: ['admin'] } }] },
  })
  if (totalDocs === 0) throw new APIError('This is the last admin: make somebody else an admin first.', 400, undefined, true)
}
