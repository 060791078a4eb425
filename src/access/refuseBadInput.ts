import { APIError } from 'payload'
import type { AfterErrorHook, CollectionBeforeOperationHook, Config, Payload, PayloadRequest } from 'payload'
import { clearGroups } from './clearGroups'
import { bulkFault } from './conditions'
import { inspectData } from './dataFault'
import type { Reference } from './dataFault'
import { queryFault } from './queryFault'

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
        beforeOperation: [...(collection.hooks?.beforeOperation ?? []), ...badInputHooks],
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

const refuseBadQuery: CollectionBeforeOperationHook = ({ args, collection, operation, overrideAccess, req }) => {
  if (overrideAccess) return args
  const { collections } = req.payload
  const { depth } = req.payloadAPI === 'REST' ? req.query : {}
  const fault = queryFault({ ...args, depth }, {
    collection: collection.slug,
    collections,
    isId: idFormat(req.payload),
    // A rule that needs waiting for is taken for one that does not let everything be read.
    readsAll: (slug) => collections[slug].config.access.read({ req }) === true,
  })
  if (fault !== undefined) throw refusal(fault)
  const isBulk = (operation === 'update' || operation === 'delete') && !('id' in args && args.id !== undefined)
  const bulk = isBulk && 'where' in args ? bulkFault(args.where) : undefined
  if (bulk !== undefined) throw refusal(bulk)
  return args
}

const refuseBadData: CollectionBeforeOperationHook = async ({ args, collection, operation, overrideAccess, req }) => {
  // Nobody may write without a login: a stranger is told that, not what is wrong.
  if (overrideAccess || !req.user || !('data' in args)) return args
  if (args.data === undefined) {
    if (operation === 'create') throw refusal('Send the document: there is none in this request.')
    // A new file may come without a word.
    if (operation === 'update' && !req.file) throw refusal('Send what is to change, as JSON: there is nothing in this request.')
    return args
  }
  const inspection = inspectData(args.data, collection.flattenedFields, idFormat(req.payload))
  if ('fault' in inspection) throw refusal(inspection.fault)
  await refuseMissing(inspection.references, req)
  return { ...args, data: clearGroups({ ...args.data }, collection.flattenedFields) }
}

/** What looks at every request to a collection before anything is done. */
export const badInputHooks: readonly CollectionBeforeOperationHook[] = [refuseBadQuery, refuseBadData]

/** A reference to nothing: SQLite would fail on it, MongoDB would keep it. */
async function refuseMissing(references: readonly Reference[], req: PayloadRequest): Promise<void> {
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
    const missing = wanted.find(({ id }) => !found.has(id))
    if (missing) throw refusal(`${missing.path}: there is no document ${missing.id} in ${collection}.`)
  }
}

/** What ids look like: MongoDB's ObjectId, or the UUID that SQLite is given. */
export function idFormat({ db }: Payload): (value: string) => boolean {
  const format = db.name === 'mongoose' ? /^[0-9a-f]{24}$/i : /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
  return (value) => format.test(value)
}

/** What the parser of forms says of those it cannot read, which Payload takes for its own failure. */
const UNREADABLE_FORM = /^(?:Malformed (?:content type|part header|urlencoded form)|Missing Content-Type|Multipart: Boundary not found|Unexpected end of (?:file|form)|Unsupported content type: .*)$/

/** A form may also name a file that was uploaded elsewhere, which is not how files come in here. */
const FILE_ELSEWHERE = /^(?:Request is not eligible for file upload|uploadConfig\.handlers is not present for .*)$/

/** `where` and `data` of a query may be JSON; when they are not, Payload parses them all the same. */
const unreadableIsBad: AfterErrorHook = ({ error }) => {
  if (error instanceof SyntaxError) return badInput(`This is not JSON: ${error.message}`)
  if (UNREADABLE_FORM.test(error.message)) return badInput(`This form cannot be read: ${error.message}`)
  if (FILE_ELSEWHERE.test(error.message)) return badInput('Send the file itself, in a part of the form with a filename.')
  return undefined
}

function badInput(message: string): ReturnType<AfterErrorHook> {
  return { status: 400, response: { errors: [{ message }] } }
}

function refusal(message: string): Error {
  return new APIError(message, 400, undefined, true)
}
