import type { CollectionSlug, FlattenedField } from 'payload'
import { readQuestion, SEARCH_FIELD } from '../articles/search/question'
import { CONDITION_LIMITS, isConnective, sizeFault } from './conditions'
import { isRelation, readFieldPath } from './fieldPath'
import type { Model } from './fieldPath'
import { EQUALITY, first, isPolymorphic, valueFault } from './valueFault'

/** A query as a client sent it, of which `where`, `sort`, `page`, `limit`, `depth` and `joins` are looked at. */
export type Query = Readonly<Record<string, unknown>>

/** A model, what an id looks like on its database, and which collections the caller may read all of. */
export type QueryModel = Model & {
  isId: (value: string) => boolean
  readsAll: (collection: CollectionSlug) => boolean
  isOfVersions?: boolean
  /** Whether who asks has not signed in. */
  isStranger?: boolean
}

/** Pages and sizes beyond this are nobody's, and overflow the databases' own counters. */
const MAX_COUNT = 1_000_000_000

/** What MongoDB calls an id, and SQLite does not know. */
const MONGO_ID = /(?:^|\.|__)_id$/

/** No longer name is repeated whole. */
const MAX_NAME = 50

/** The most fields that a list is sorted by. */
const MAX_SORTS = 10

/** What a version has besides the document it is a version of. */
const VERSION_FIELDS: ReadonlyMap<string, FlattenedField | undefined> = new Map([
  ...['autosave', 'latest', 'snapshot'].map((name): [string, FlattenedField] => [name, { name, type: 'checkbox' }]),
  // An id.
  ['parent', undefined],
])

/** Fields that hold one value which has an order. */
const SORTABLE = new Set(['checkbox', 'code', 'date', 'email', 'number', 'radio', 'relationship', 'select', 'text', 'textarea', 'upload'])

const GEOGRAPHIC = new Set(['intersects', 'near', 'within'])

/** What may be asked of values that have an order. */
const ORDER = [...EQUALITY, 'greater_than', 'greater_than_equal', 'less_than', 'less_than_equal'] as const
/** SQLite has no others for what is inside JSON. */
const INSIDE_JSON = ['equals', 'not_equals', 'contains', 'like', 'not_like', 'exists'] as const
/** SQLite cannot tell whether a relation to several collections exists. */
const POLYMORPHIC = ['equals', 'not_equals', 'in', 'not_in'] as const

/** Fields with something below them that a path may name. */
const OPEN = new Set(['array', 'blocks', 'group', 'join', 'json', 'point', 'relationship', 'richText', 'tab', 'upload'])

/**
 * What is wrong with a query, or undefined when a database can answer it: both engines refuse the same queries, with a
 * reason, instead of failing or answering each in its own way. Unknown fields and operators are left to Payload, which
 * names them.
 */
export function queryFault({ depth, joins, limit, page, sort, where }: Query, model: QueryModel): string | undefined {
  return sizeFault(where, model.isStranger === true) ?? whereFault(where, model) ?? severalFault(where, model) ?? sortFault(sort, model) ?? pageFault(page) ?? limitFault(limit) ?? depthFault(depth) ?? joinsFault(joins, model)
}

/**
 * The same for a collection that a project made itself: what costs too much, and what looks into documents of the newsroom
 * that the caller may not read. The rest is Payload's to answer.
 */
export function projectQueryFault({ joins, sort, where }: Query, model: QueryModel, isOfNewsroom: (collection: CollectionSlug) => boolean): string | undefined {
  const looksInto = (path: string) => {
    const closed = readFieldPath(path, model).entered.flat().find((collection) => isOfNewsroom(collection) && !model.readsAll(collection))
    return closed && `"${path.slice(0, MAX_NAME)}" looks into ${closed}, not all of which are yours to read: ask for the relation itself.`
  }
  const sorts = [sort].flat().slice(0, MAX_SORTS).flatMap((each) => (typeof each === 'string' ? each.split(',', MAX_SORTS) : []))
  const joined = isRecord(joins) ? Object.values(joins).map((join) => (isRecord(join) ? sizeFault(join.where, model.isStranger === true) : undefined)) : []
  return sizeFault(where, model.isStranger === true) ?? first([...pathsIn(where), ...sorts.map((each) => each.trim().replace(/^-/, ''))], looksInto) ?? joined.find((fault) => fault !== undefined)
}

function whereFault(where: unknown, model: QueryModel): string | undefined {
  if (where === undefined || where === null) return undefined
  if (!isRecord(where)) return 'where must hold conditions, such as where[slug][equals]=peace-talks.'
  return first(Object.entries(where), ([path, condition]) => {
    if (isConnective(path)) {
      return Array.isArray(condition) ? first(condition, (each) => whereFault(each ?? [], model)) : `${path} must hold a list of conditions, such as where[${path}][0][slug][equals]=peace-talks.`
    }
    return conditionFault(path, condition, model)
  })
}

function conditionFault(path: string, condition: unknown, model: QueryModel): string | undefined {
  if (MONGO_ID.test(path)) return `"${path}" is no field: ask "${path.replace(MONGO_ID, (end) => end.replace('_id', 'id'))}".`
  if (condition === null || !isRecord(condition)) return `"${path}" is asked nothing: write a condition, such as where[${path}][exists]=false.`
  const { entered, fields, isKnown } = readFieldPath(path, model)
  if (fields.some(isSearch)) return searchFault(path, condition)
  // Payload checks the rest of a longer path where nobody waits for it: its refusal becomes an unhandled rejection.
  if (entered.length > 1) return `"${path}" goes through ${entered.length} relations; filter by a field at most one relation away.`
  // A document is found by what is in it whether or not it may be read: the answer would tell of it.
  const closed = entered.flat().find((collection) => !model.readsAll(collection))
  if (closed !== undefined) return `"${path}" looks into ${closed}, not all of which are yours to read: filter by the relation itself.`
  const isOfVersion = !isKnown && model.isOfVersions === true && VERSION_FIELDS.has(path)
  const field = isOfVersion ? VERSION_FIELDS.get(path) : fields.at(-1)
  if (field?.type === 'richText' && !(isKnown && isExistence(condition))) return `"${path}" cannot be filtered by: of a text only exists can be asked.`
  // It is the other documents that say what they refer to: filtered here, hidden ones would tell of themselves, and the engines answer each in its own way.
  if (field?.type === 'join') return `"${path}" cannot be filtered by: ask ${field.collection.toString()} instead.`
  if (field && !isKnown && !isOfVersion && !OPEN.has(field.type)) return `"${path}" is no field: ${field.name} has nothing below it.`
  return first(Object.entries(condition), ([operator, value]) => {
    const fault = operatorFault(path, operator, field)
    // Of what is not known, the value is nobody's; but for the end of a relation to several collections.
    return fault ?? (isKnown || isOfVersion || (field && isPolymorphic(field)) ? valueFault({ path, operator, value, field, isKnown: isKnown || isOfVersion, isId: model.isId, isInOther: entered.length > 0 }) : undefined)
  })
}

/** An operator that does not apply to a field: the engines would fail, or each find something else. */
function operatorFault(path: string, operator: string, field: FlattenedField | undefined): string | undefined {
  if (GEOGRAPHIC.has(operator) && field?.type !== 'point') return `"${path}" is no place on a map: ${operator} does not apply.`
  if (operator === 'all') return `${operator} is not supported: join conditions with and, each with equals.`
  const operators = field && operatorsOf(field)
  return operators && !operators.some((each) => each === operator) ? `${operator.slice(0, MAX_NAME)} does not apply to "${path}": ask ${operators.join(', ')}.` : undefined
}

/** What may be asked of a field, where that is not everything. */
function operatorsOf(field: FlattenedField): readonly string[] | undefined {
  if (isPolymorphic(field)) return POLYMORPHIC
  // Whether a list contains one, which is what equals asks, too.
  if (isRelation(field)) return holdsSeveral(field) ? [...EQUALITY, 'contains'] : EQUALITY
  if (field.type === 'checkbox') return EQUALITY
  if (field.type === 'date' || field.type === 'number') return ORDER
  return field.type === 'json' ? INSIDE_JSON : undefined
}

/** Each condition on a field with several values is a subquery; so many are asked of one query as of fields inside others. */
function severalFault(where: unknown, model: QueryModel): string | undefined {
  const { several } = CONDITION_LIMITS
  const count = pathsIn(where).filter((path) => readFieldPath(path, model).fields.some(holdsSeveral)).length
  return count > several ? `where has too many conditions on fields with several values: at most ${several}.` : undefined
}

function pathsIn(where: unknown): string[] {
  if (!isRecord(where)) return []
  return Object.entries(where).flatMap(([path, condition]) => (isConnective(path) && Array.isArray(condition) ? condition.flatMap(pathsIn) : [path]))
}

function holdsSeveral(field: FlattenedField): boolean {
  return field.type === 'array' || field.type === 'blocks' || ('hasMany' in field && field.hasMany === true)
}

/** A search goes through the documents of a list, not through those that they lead to: an answer would tell of these. */
function searchFault(path: string, condition: unknown): string | undefined {
  if (!/^(?:version\.)?search$/.test(path)) return `"${path}" is not searched: ask search of the list itself.`
  const question = readQuestion(condition)
  return 'fault' in question ? question.fault : undefined
}

function isSearch(field: FlattenedField): boolean {
  return field.type === 'json' && field.name === SEARCH_FIELD
}

function sortFault(sort: unknown, model: QueryModel): string | undefined {
  if (sort === undefined || sort === null) return undefined
  if (typeof sort !== 'string' && !Array.isArray(sort)) return 'sort must name fields, such as sort=-publishedAt.'
  const { isOfVersions = false } = model
  const paths = [sort].flat().slice(0, MAX_SORTS + 1).flatMap((each) => String(each).split(',', MAX_SORTS + 1))
  if (paths.length > MAX_SORTS) return `sort names too many fields: at most ${MAX_SORTS}.`
  return first(paths, (each) => {
    const path = each.trim().replace(/^-/, '')
    if (MONGO_ID.test(path)) return `sort cannot take "${path}": sort by id.`
    if (isOfVersions && VERSION_FIELDS.has(path)) return undefined
    if (!isOfVersions && path.startsWith('version.')) return `sort cannot take "${path}": only versions are sorted by it.`
    const { entered, fields, isKnown } = readFieldPath(path, model)
    const isPlain = entered.length === 0 && fields.every((field, i) => (i < fields.length - 1 ? holdsOne(field) : isSortable(field)))
    // What is in other documents may not be for the reader's eyes, and an order would tell of it.
    return isKnown && isPlain ? undefined : `sort cannot take "${path}": sort by a single value of the document itself, such as -publishedAt.`
  })
}

function holdsOne(field: FlattenedField): boolean {
  return field.type === 'group' || field.type === 'tab'
}

function isSortable(field: FlattenedField): boolean {
  return SORTABLE.has(field.type) && !('hasMany' in field && field.hasMany === true)
}

function pageFault(page: unknown): string | undefined {
  return isLeftOut(page) || isWhole(page, 1, MAX_COUNT) ? undefined : 'page must be a whole number, the first being 1.'
}

/** How many a read may ask for is another rule (pageLimit.ts); to change or delete so many, it must be a number at all. */
function limitFault(limit: unknown): string | undefined {
  return isLeftOut(limit) || isWhole(limit, 0, MAX_COUNT) ? undefined : 'limit must be a whole number: how many documents at most.'
}

/** More than the most is asked for in good faith, and gets the most. */
function depthFault(depth: unknown): string | undefined {
  return isLeftOut(depth) || isWhole(depth, 0, Infinity) ? undefined : 'depth must be a whole number: how far relations are followed, 0 for not at all.'
}

function isLeftOut(value: unknown): boolean {
  return value === undefined || value === null || value === ''
}

function isWhole(value: unknown, least: number, most: number): boolean {
  const number = typeof value === 'number' || (typeof value === 'string' && /^\d+$/.test(value)) ? Number(value) : NaN
  return Number.isInteger(number) && number >= least && number <= most
}

function joinsFault(joins: unknown, model: QueryModel): string | undefined {
  if (!isRecord(joins)) return undefined
  return first(Object.entries(joins), ([name, join]) => {
    const field = model.collections[model.collection].config.flattenedFields.find((each) => each.name === name)
    if (field?.type !== 'join' || typeof field.collection !== 'string' || !isRecord(join)) return undefined
    const { limit, page, sort, where } = join
    if (asksSearch(where)) return `A search is asked of the list itself: joins[${name}] cannot be searched.`
    return queryFault({ limit, page, sort, where }, { ...model, collection: field.collection })
  })
}

function asksSearch(where: unknown): boolean {
  if (Array.isArray(where)) return where.some(asksSearch)
  return isRecord(where) && Object.entries(where).some(([path, condition]) => path === SEARCH_FIELD || (/^(?:and|or)$/i.test(path) && asksSearch(condition)))
}

/** The engines agree on no other question about rich text: one searches its JSON, the other finds nothing in it. */
function isExistence(condition: unknown): boolean {
  return isRecord(condition) && Object.keys(condition).every((operator) => operator === 'exists')
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
