import { APIError, NotFound } from 'payload'
import type { AfterErrorHook, CollectionBeforeOperationHook, CollectionSlug, Config, Payload, PayloadRequest, SanitizedCollectionConfig, Where } from 'payload'
import { refusals } from '../delivery/refuse'
import { slugs } from '../options/slugs'
import { bulkFault } from './conditions'
import { controlFault } from './controlFault'
import { dataAsStored } from './dataAsStored'
import { isJoined, isNewsrooms } from '../options/ofNewsroom'
import { inspectData } from './dataFault'
import type { Reference } from './dataFault'
import { withoutHidden } from './hiddenConditions'
import { projectQueryFault, queryFault } from './queryFault'
import { readableArticles } from '../access/readableArticles'
import { refuseUnstored } from './unstored'
import { hasDamage } from './utf8'

/**
 * Payload plugin: what a client may not ask for, or no database can store, gets 400 and the reason before anything is
 * done. Code that overrides access is trusted.
 */
export function refuseBadInput(config: Config): Config {
  return {
    ...config,
    collections: config.collections?.map((collection) => ({
      ...collection,
      hooks: {
        ...collection.hooks,
        // What a project's own collections take is for the project to say; a query of theirs may not cost more than ours.
        beforeOperation: [...(collection.hooks?.beforeOperation ?? []), ...(isNewsrooms(collection) ? badInputHooks : [refuseBadQuery])],
      },
    })),
    hooks: { ...config.hooks, afterError: [...(config.hooks?.afterError ?? []), unreadableIsBad] },
    onInit: async (payload) => {
      await config.onInit?.(payload)
      // A route looks up its first word here: /api/constructor would find what every object inherits.
      Object.setPrototypeOf(payload.collections, null)
    },
  }
}

const refuseBadQuery: CollectionBeforeOperationHook = async ({ args, collection, operation, overrideAccess, req }) => {
  // Payload makes a number of every id where ids are counted.
  if ('id' in args && Number.isNaN(args.id)) throw new NotFound(req.t)
  // What Payload follows from one document to others is not asked by anybody.
  if (overrideAccess || ('currentDepth' in args && args.currentDepth !== undefined)) return args
  const { collections } = req.payload
  const { depth } = req.payloadAPI === 'REST' ? req.query : {}
  const model = {
    collection: collection.slug,
    collections,
    isId: idFormat(req.payload),
    // To hooks it is a read like any other; but versions are asked for neither drafts nor joins.
    isOfVersions: !('draft' in args || 'joins' in args),
    isStranger: !req.user,
    // A rule that needs waiting for is taken for one that does not let everything be read.
    readsAll: (slug: CollectionSlug) => collections[slug].config.access.read({ req }) === true,
  }
  const isOfNewsroom = (slug: CollectionSlug) => isNewsrooms(collections[slug].config)
  const fault = isNewsrooms(collection) ? queryFault({ ...args, depth }, model) : projectQueryFault(args, model, isOfNewsroom)
  if (fault !== undefined) throw refusal(fault)
  if (!isNewsrooms(collection)) return withoutHiddenIn(args, collection, req)
  const isBulk = (operation === 'update' || operation === 'delete') && !('id' in args && args.id !== undefined)
  const bulk = isBulk && 'where' in args ? bulkFault(args.where, !req.headers.has('Authorization')) : undefined
  if (bulk !== undefined) throw refusal(bulk)
  return withoutHiddenIn(args, collection, req)
}

/** The same query, in which an article that the caller may not read is one that does not exist. */
async function withoutHiddenIn<Args extends object>(args: Args, { flattenedFields, slug }: SanitizedCollectionConfig, req: PayloadRequest): Promise<Args> {
  const where = 'where' in args && isRecord(args.where) ? { where: await withoutHidden(args.where as Where, slug, req) } : {}
  if (!('joins' in args) || !isRecord(args.joins)) return { ...args, ...where }
  const joins = await Promise.all(
    Object.entries(args.joins).map(async ([name, join]: [string, unknown]) => {
      const field = flattenedFields.find((each) => each.name === name)
      if (field?.type !== 'join' || typeof field.collection !== 'string' || !isRecord(join) || !isRecord(join.where)) return [name, join]
      return [name, { ...join, where: await withoutHidden(join.where as Where, field.collection, req) }]
    }),
  )
  return { ...args, ...where, joins: Object.fromEntries(joins) }
}

const refuseBadData: CollectionBeforeOperationHook = async ({ args, collection, operation, overrideAccess, req }) => {
  // Nobody may write without a login: a stranger is told that, not what is wrong.
  if (overrideAccess || !req.user || !('data' in args)) return args
  if (args.data === undefined) {
    // A file may come without a word: it says itself what it shows, or the required fields are asked for.
    if (operation === 'create' && req.file) return { ...args, data: {} }
    if (operation === 'create') throw refusal('Send the document: there is none in this request.')
    if (operation === 'update' && !req.file) throw refusal('Send what is to change, as JSON: there is nothing in this request.')
    return args
  }
  if (hasDamage(args.data, req)) throw refusal(refusals.notUtf8.message)
  if ('autosave' in args && args.autosave === true && args.draft !== true) throw refusal('autosave=true saves a draft: send draft=true with it.')
  if ('autosave' in args && args.autosave === true && isRecord(args.data) && '_status' in args.data && args.data._status === 'published') throw refusal('autosave=true saves a draft: leave out _status, or autosave=true.')
  const inspection = inspectData(args.data, collection.flattenedFields, { isId: idFormat(req.payload), req })
  if ('fault' in inspection) throw refusal(inspection.fault)
  const control = controlFault(args.data)
  if (control !== undefined) throw refusal(control)
  const known = 'id' in args ? args.id : 'duplicateFromID' in args ? args.duplicateFromID : undefined
  const id = known === undefined ? undefined : String(known)
  await refuseMissing(inspection.references, { collection, id }, req)
  const isWrite = (operation === 'create' || operation === 'update') && !('duplicateFromID' in args && args.duplicateFromID)
  if (isWrite) await refuseUnstored({ collection, data: { ...args.data }, id, operation, req })
  return { ...args, data: dataAsStored({ ...args.data }, collection.flattenedFields) }
}

/** What looks at every request to a collection before anything is done. */
export const badInputHooks: readonly CollectionBeforeOperationHook[] = [refuseBadQuery, refuseBadData]

/** What is being saved; without an id when it is new, or one of many. */
type Saved = { collection: SanitizedCollectionConfig; id: string | undefined }

/**
 * A reference to nothing: SQLite would fail on it, MongoDB would keep it. An article that the caller may not read is
 * nothing to them. What the document refers to already may stay.
 */
async function refuseMissing(references: readonly Reference[], saved: Saved, req: PayloadRequest): Promise<void> {
  for (const collection of new Set(references.map((reference) => reference.collection))) {
    const wanted = references.filter((reference) => reference.collection === collection)
    const ids = [...new Set(wanted.map(({ id }) => id))]
    const { docs } = await req.payload.find({
      collection,
      depth: 0,
      limit: ids.length,
      overrideAccess: true,
      pagination: false,
      req,
      select: {},
      trash: true,
      where: { id: { in: ids } },
    })
    const found = new Set(docs.map(({ id }) => String(id)))
    const readable = collection === slugs.articles ? await readableArticles(ids, req) : found
    const unknown = wanted.filter(({ id }) => !found.has(id) || !readable.has(id))
    if (unknown.length === 0) continue
    const known = await referencesOf(saved, req)
    const missing = unknown.find((reference) => !known.has(keyOf(reference)))
    if (missing) throw refusal(`${missing.path}: there is no document ${missing.id} in ${collection}.`)
  }
}

async function referencesOf({ collection, id }: Saved, req: PayloadRequest): Promise<Set<string>> {
  if (id === undefined) return new Set()
  const stored = await req.payload.findByID({ collection: collection.slug, id, depth: 0, disableErrors: true, draft: true, overrideAccess: true, req, trash: true })
  const inspection = stored ? inspectData(stored, collection.flattenedFields, { isId: idFormat(req.payload), req }) : { fault: '' }
  return new Set('references' in inspection ? inspection.references.map(keyOf) : [])
}

/** Documents of several collections may have the same number. */
function keyOf({ collection, id }: Pick<Reference, 'collection' | 'id'>): string {
  return `${collection} ${id}`
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const OBJECT_ID = /^[0-9a-f]{24}$/i
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Ids that the database counts up to: as many digits as a number holds exactly. */
const COUNTED = /^\d{1,15}$/

/** Characters of an id that a project makes itself. */
const MAX_ID = 200

/** What ids look like: MongoDB's ObjectId, the UUID that SQLite is given, and what other collections of a project have. */
export function idFormat({ collections, db }: Payload): (value: string) => boolean {
  const formats = [db.name === 'mongoose' ? OBJECT_ID : UUID, ...(db.defaultIDType === 'number' ? [COUNTED] : [])]
  // Ours are made by src/plugin/hostCollections.ts.
  const others = Object.values(collections).flatMap(({ config, customIDType }) => (customIDType && (!isNewsrooms(config) || isJoined(config)) ? [customIDType] : []))
  if (others.includes('text')) return (value) => value.length <= MAX_ID
  if (others.includes('number')) formats.push(COUNTED)
  return (value) => formats.some((format) => format.test(value))
}

/** `where` and `data` of a query may be JSON; when they are not, Payload parses them all the same. */
const unreadableIsBad: AfterErrorHook = ({ error }) => {
  if (error instanceof SyntaxError) return badInput(`This is not JSON: ${error.message}`)
  return undefined
}

function badInput(message: string): ReturnType<AfterErrorHook> {
  return { status: 400, response: { errors: [{ message }] } }
}

function refusal(message: string): Error {
  return new APIError(message, 400, undefined, true)
}
