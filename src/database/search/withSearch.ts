import { APIError } from 'payload'
import type { BaseDatabaseAdapter, Payload, Where } from 'payload'
import { entriesOf, isSearched, SEARCHED, SEARCHED_FIELDS } from '../../articles/search/searched'
import type { SearchedCollection } from '../../articles/search/searched'
import { SEARCH_FIELD } from '../../articles/search/question'
import { nameOfSlug, slugs } from '../../options/slugs'
import { isMigrating, isMongo, isPostgres, isSqlite } from '../engine'
import { mongoSearchIndex } from '../mongo/searchIndex'
import { postgresSearchIndex } from '../postgres/searchIndex'
import { sqliteSearchIndex } from '../sqlite/searchIndex'
import { currentTransaction } from '../transaction'
import { transactionOf } from '../transactionOf'
import { asksIndex, throughIndex } from './askIndex'
import { fillIndex, putRows } from './fillIndex'
import type { SearchIndex, IndexName } from './searchIndex'

type Data = Record<string, unknown>

/** What of their arguments the methods below look at. */
type Arguments = {
  collection?: string
  collectionSlug?: string
  data?: Data
  id?: unknown
  parent?: unknown
  req?: { transactionID?: unknown }
  versionData?: Data
  where?: Where
}
type Method = (this: object, args: Arguments) => Promise<unknown>

/** The methods by which documents are asked for, and those that ask for the newest versions. */
const ASKS = ['count', 'deleteMany', 'find', 'findDistinct', 'findOne', 'updateMany'] as const
const ASKS_NEWEST = ['queryDrafts'] as const
/** What goes through old versions too, which are in no index. */
const ASKS_VERSIONS = ['countVersions', 'findVersions'] as const

/**
 * Makes documents be found by their words: `where[search][like]=peace talks` finds those that hold every word, in
 * whatever list it is asked of, beside its other conditions and the rules of access.
 *
 * Articles are found as they are stored, their newest versions (`draft=true`) as those say. Articles hold the ids of the
 * authors and tags they name; a name is looked up when somebody asks for it.
 */
export function withSearch(db: BaseDatabaseAdapter, payload: Payload): BaseDatabaseAdapter {
  const index = indexOf(db)
  if (index) keepIndex(db, payload, index)
  return db
}

function indexOf(db: BaseDatabaseAdapter): SearchIndex | undefined {
  if (isMongo(db)) return mongoSearchIndex(db)
  if (isPostgres(db)) return postgresSearchIndex(db)
  return isSqlite(db) ? sqliteSearchIndex(db) : undefined
}

/** The index of a newsroom's database, as it can be looked after from outside. */
type Known = Pick<SearchIndex, 'put' | 'stale'> & { fill: () => Promise<void>; indexNames: readonly IndexName[] }

const known = new WeakMap<object, Known>()

/** The search index of a database; undefined where it has none. */
export function searchIndexOf({ db }: Pick<Payload, 'db'>): Known | undefined {
  return known.get(db)
}

function keepIndex(db: BaseDatabaseAdapter, payload: Payload, index: SearchIndex): void {
  const connect = db.connect?.bind(db)
  const source = { find: db.find.bind(db), findVersions: db.findVersions.bind(db) }

  const searched: IndexName[] = SEARCHED.filter((name) => indexNameOf({ collection: slugs[name] }))
  const indexNames: IndexName[] = searched.includes('articles') ? [...searched, 'versions'] : searched
  const fill = () => fillIndex(source, index, indexNames, payload.logger)
  known.set(db, { fill, indexNames, put: index.put, stale: index.stale })
  db.connect = async (args) => {
    await connect?.(args)
    if (!isMigrating()) await fill()
  }

  for (const name of ASKS) around(db, name, (ask) => asking(ask, indexNameOf))
  for (const name of ASKS_NEWEST) around(db, name, (ask) => asking(ask, versionsOf))
  for (const name of ASKS_VERSIONS) {
    around(db, name, (ask) =>
      async function askVersions(args) {
        if (versionsOf(args) && asksIndex(args.where, 'versions')) throw new APIError('Old versions are not searched: search the articles.', 400, undefined, true)
        return hidden(await ask.call(this, args))
      },
    )
  }

  around(db, 'create', (create) =>
    async function createFound(args) {
      const indexName = indexNameOf(args)
      if (!indexName) return create.call(this, args)
      return index.writing(args.req, async (transaction) => {
        const search = await index.keep(indexName, entriesOf(indexName, args.data ?? {}), transaction)
        return hidden(await create.call(this, { ...args, data: { ...args.data, [SEARCH_FIELD]: search } }))
      })
    },
  )

  around(db, 'updateOne', (update) =>
    async function updateFound(args) {
      const indexName = indexNameOf(args)
      if (!indexName) return update.call(this, args)
      const { [SEARCH_FIELD]: _, ...data } = args.data ?? {}
      return index.writing(args.req, async (transaction) => {
        const search = isWhole(indexName, data) ? { [SEARCH_FIELD]: await index.keep(indexName, entriesOf(indexName, data), transaction) } : {}
        const written = await update.call(this, { ...args, data: { ...data, ...search } })
        if (isPart(indexName, data)) await putRows(source, index, indexName, idsIn(args, written), transaction)
        return hidden(written)
      })
    },
  )

  around(db, 'createVersion', (create) =>
    async function createFoundVersion(args) {
      if (!versionsOf(args)) return create.call(this, args)
      return index.writing(args.req, async (transaction) => {
        const search = await index.keep('versions', entriesOf('articles', args.versionData ?? {}), transaction)
        const written = await create.call(this, { ...args, versionData: { ...args.versionData, [SEARCH_FIELD]: search } })
        await index.forgetOlder(String(args.parent), transaction)
        return hidden(written)
      })
    },
  )

  around(db, 'updateVersion', (update) =>
    async function updateFoundVersion(args) {
      const version = args.versionData?.version
      if (!versionsOf(args) || !isData(version)) return update.call(this, args)
      const { [SEARCH_FIELD]: _, ...data } = version
      return index.writing(args.req, async (transaction) => {
        const search = isWhole('articles', data) ? { [SEARCH_FIELD]: await index.keep('versions', entriesOf('articles', data), transaction) } : {}
        const written = await update.call(this, { ...args, versionData: { ...args.versionData, version: { ...data, ...search } } })
        if (isPart('articles', data)) await putRows(source, index, 'versions', idsIn(args, written), transaction)
        return hidden(written)
      })
    },
  )

  function asking(ask: Method, indexNameOfAsked: (args: Arguments) => IndexName | undefined): Method {
    return async function askIndex(args) {
      const indexName = indexNameOfAsked(args)
      if (!indexName) return ask.call(this, args)
      if (!args.where || !asksIndex(args.where, indexName)) return hidden(await ask.call(this, args))
      const where = await throughIndex(args.where, indexName, index, (await transactionOf(args.req)) ?? currentTransaction(db))
      return hidden(await ask.call(this, { ...args, where }))
    }
  }

  /** Models of tests know nothing of a search. */
  function indexNameOf({ collection = '' }: Arguments): SearchedCollection | undefined {
    const searched = nameOfSlug(collection)
    if (!isSearched(searched)) return undefined
    const { flattenedFields = [] } = payload.config.collections.find(({ slug }) => slug === collection) ?? {}
    return flattenedFields.some(({ name }) => name === SEARCH_FIELD) ? searched : undefined
  }

  function versionsOf({ collection, collectionSlug = collection }: Arguments): 'versions' | undefined {
    return collectionSlug === slugs.articles && indexNameOf({ collection: collectionSlug }) ? 'versions' : undefined
  }
}

function around(db: BaseDatabaseAdapter, name: keyof BaseDatabaseAdapter, wrap: (method: Method) => Method): void {
  const method: unknown = Reflect.get(db, name)
  if (!isMethod(method)) throw new Error(`Payload's adapter has no ${name}.`)
  Reflect.set(db, name, wrap(method))
}

/** Whether a write says all that a document is found by, or some of it. */
function isWhole(collection: SearchedCollection, data: Data): boolean {
  return SEARCHED_FIELDS[collection].every((field) => field in data)
}

function isPart(collection: SearchedCollection, data: Data): boolean {
  return !isWhole(collection, data) && SEARCHED_FIELDS[collection].some((field) => field in data)
}

function idsIn({ id }: Arguments, written: unknown): string[] {
  const known = id ?? (isData(written) ? written.id : undefined)
  return known === undefined ? [] : [String(known)]
}

/** What was answered, without what the database found it by. */
function hidden(answer: unknown): unknown {
  if (!isData(answer)) return answer
  const docs: unknown[] = Array.isArray(answer.docs) ? answer.docs : [answer]
  for (const doc of docs) {
    if (!isData(doc)) continue
    Reflect.deleteProperty(doc, SEARCH_FIELD)
    if (isData(doc.version)) Reflect.deleteProperty(doc.version, SEARCH_FIELD)
  }
  return answer
}

function isMethod(value: unknown): value is Method {
  return typeof value === 'function'
}

function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null
}
