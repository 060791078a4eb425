import { Locked } from 'payload'
import type { CollectionBeforeOperationHook, Config, PayloadRequest, SanitizedCollectionConfig, Where } from 'payload'
import { idOf } from '../articles/idOf'
import { holderOf, LOCKS } from './locks'
import { asksAs } from './person'

/** How long a lock holds without a sign of life, in seconds: as long as Payload's own. */
const LOCK_SECONDS = 300

/**
 * Payload plugin: refuses GraphQL updates and deletes, and restoring a version, with 423 while a colleague has the document
 * open. Payload itself does so for REST updates and deletes only.
 */
export function honourLocks(config: Config): Config {
  return {
    ...config,
    collections: config.collections?.map((collection) => ({
      ...collection,
      hooks: { ...collection.hooks, beforeOperation: [...(collection.hooks?.beforeOperation ?? []), honourLock] },
    })),
  }
}

const honourLock: CollectionBeforeOperationHook = async ({ args, collection, operation, overrideAccess, req }) => {
  if (overrideAccess || req.payloadAPI === 'local') return args
  // Others may restore nothing, and are not told what a colleague has open.
  if (operation === 'restoreVersion' && 'id' in args && asksAs('editor', req) && String(req.query.overrideLock) !== 'true') await refuseRestoring(String(args.id), collection, req)
  return req.payloadAPI === 'GraphQL' && (operation === 'update' || operation === 'delete') ? { ...args, overrideLock: false } : args
}

/** @throws Locked */
async function refuseRestoring(version: string, { slug }: SanitizedCollectionConfig, req: PayloadRequest): Promise<void> {
  const { db } = req.payload
  const { docs } = await db.findVersions({ collection: slug, limit: 1, pagination: false, req, where: { id: { equals: version } } })
  const parent = docs[0]?.parent
  if (parent === undefined) return
  const where: Where = { and: [{ 'document.relationTo': { equals: slug } }, { 'document.value': { equals: parent } }] }
  const { docs: locks } = await db.find<Lock>({ collection: LOCKS, limit: 1, pagination: false, sort: '-updatedAt', where })
  const [lock] = locks
  const holder = lock && holderOf(lock)
  if (!holder || holder === idOf(req.user) || Date.now() - Date.parse(lock.updatedAt) > LOCK_SECONDS * 1000) return
  throw new Locked(`Document with ID ${String(parent)} is currently locked by another user and cannot be updated.`)
}

type Lock = { updatedAt: string; user?: { value?: unknown } | null }
