import type { BaseDatabaseAdapter, CollectionSlug, Payload, PayloadRequest, Where } from 'payload'

/** As many published versions of a document are kept, whatever becomes of its drafts. */
const PUBLISHED_VERSIONS = 100

/** What of a version is looked at here. */
type Newest = { id: number | string; updatedAt: string; version: { _status?: string | null } }

/**
 * Keeps the versions of a document in the order in which they were saved, and those that readers saw.
 *
 * - Payload takes for the newest version the one with the latest time. A server's clock may step back: a save is never
 *   dated before the one it follows.
 * - Payload deletes the oldest versions, published ones too, and writes a withdrawal over the version that was shown.
 */
export function withVersionHistory(db: BaseDatabaseAdapter, payload: Payload): BaseDatabaseAdapter {
  const { updateOne } = db
  const createVersion = db.createVersion.bind(db)
  const updateVersion = db.updateVersion.bind(db)
  const deleteVersions = db.deleteVersions.bind(db)

  db.updateOne = async function updateInOrder(args) {
    const { collection, data, id, req } = args
    // Without a revision it is no save: a merge of tags keeps the times of the articles that it changes.
    const newest = typeof id === 'string' && data.revision !== undefined ? await newestOf(collection, id, req) : undefined
    return updateOne.call(this, newest ? { ...args, data: { ...data, ...dated(data, newest) } } : args)
  }

  db.createVersion = async function createInOrder(args) {
    const { collectionSlug, parent, req, versionData } = args
    const newest = await newestOf(collectionSlug, parent, req)
    if (!newest) return createVersion(args)
    const updatedAt = later(args.updatedAt, newest.updatedAt)
    const createdAt = args.createdAt === args.updatedAt ? updatedAt : args.createdAt
    return createVersion({ ...args, createdAt, updatedAt, versionData: { ...versionData, ...dated(versionData, newest) } })
  }

  db.updateVersion = async function updateInOrderToo(args) {
    const { collection, req, versionData } = args
    const newest = versionData.parent === undefined ? undefined : await newestOf(collection, versionData.parent, req)
    // An older version stays where it is, and the newest one may keep its time.
    if (!newest || newest.id !== args.id || versionData.updatedAt === newest.updatedAt) return updateVersion(args)
    const updatedAt = later(versionData.updatedAt, newest.updatedAt)
    const version = { ...versionData.version, ...dated(versionData.version, newest) }
    const wasShown = newest.version._status === 'published' && versionData.version?._status === 'draft'
    if (!wasShown) return updateVersion({ ...args, versionData: { ...versionData, updatedAt, version } })
    const parent = String(versionData.parent)
    return createVersion({ autosave: false, collectionSlug: collection, createdAt: updatedAt, parent, updatedAt, versionData: version as never, ...(req ? { req } : {}) })
  }

  db.deleteVersions = async function deleteDraftsFirst(args) {
    const { collection, req, where } = args
    const oldest = where.updatedAt
    if (!collection || !hasDrafts(collection) || Object.keys(where).length !== 2 || !where.parent || !isUpTo(oldest)) return deleteVersions(args)
    await deleteVersions({ ...args, where: { and: [where, { 'version._status': { not_equals: 'published' } }] } })
    const published: Where = { and: [{ parent: where.parent }, { 'version._status': { equals: 'published' } }] }
    const { docs } = await db.findVersions({ collection, limit: 1, page: PUBLISHED_VERSIONS + 1, pagination: false, req: req ?? {}, select: { updatedAt: true }, sort: '-updatedAt', where: published })
    if (docs[0]) await deleteVersions({ ...args, where: { and: [published, { updatedAt: { less_than_equal: docs[0].updatedAt } }] } })
  }

  return db

  async function newestOf(collection: CollectionSlug, parent: unknown, req: Partial<PayloadRequest> | undefined): Promise<Newest | undefined> {
    if (!hasDrafts(collection)) return undefined
    const { docs } = await db.findVersions({
      collection,
      limit: 1,
      pagination: false,
      req: req ?? {},
      select: { updatedAt: true, version: { _status: true } },
      sort: '-updatedAt',
      where: { parent: { equals: parent } },
    })
    return docs[0] as Newest | undefined
  }

  /** Models of tests have collections that the config does not know. */
  function hasDrafts(collection: CollectionSlug): boolean {
    return Boolean(payload.config.collections.find(({ slug }) => slug === collection)?.versions?.drafts)
  }
}

/** When a document is said to have changed: after its newest version. */
function dated(document: { updatedAt?: unknown } | undefined, newest: Newest): { updatedAt?: string } {
  const said = document?.updatedAt ?? new Date().toISOString()
  const updatedAt = later(said, newest.updatedAt)
  return updatedAt === said ? {} : { updatedAt }
}

/** A time, or the millisecond after another one when it is not after that. */
function later(time: unknown, other: string): string {
  const [moment, least] = [new Date(String(time)).getTime(), new Date(other).getTime() + 1]
  return moment >= least ? String(time) : new Date(least).toISOString()
}

function isUpTo(condition: unknown): boolean {
  return typeof condition === 'object' && condition !== null && Object.keys(condition).join() === 'less_than_equal'
}
