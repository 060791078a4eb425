import { buildVersionCollectionFields } from 'payload'
import type { BaseDatabaseAdapter, CollectionSlug, Payload, Where } from 'payload'
import { readDate } from '../../text/dateText'
import { zoneOf } from '../../fields/dayField'
import { isMongo } from '../engine'
import { READS, WRITES } from '../methods'
import { mongoComparison } from '../mongo/comparison'
import { drizzleComparison } from '../drizzle/comparison'
import type { Asked, Comparison, Engine } from './comparison'
import { isReference, readFieldAsked } from './fieldAsked'

/** What of their arguments the methods of an adapter look at here. */
type Arguments = {
  collection?: CollectionSlug
  draftsEnabled?: boolean
  joins?: Record<string, { where?: Where } | false>
  req?: Parameters<BaseDatabaseAdapter['find']>[0]['req']
  where?: Where
}
type Method = (this: object, args: Arguments) => Promise<unknown>

const OF_VERSIONS = new Set<string>(['countVersions', 'deleteVersions', 'findVersions', 'queryDrafts', 'updateVersion'])

/**
 * Makes all engines answer the conditions of a query by the same rules:
 *
 * - Conditions beside each other must all hold.
 * - Of a field with several values, each condition asks whether some value fulfils it; `not_equals`, `not_in` and
 *   `not_like` ask that no value does. A document without a value fulfils these three, on every field.
 * - A date without an offset is in the newsroom's time zone.
 * - What is no number is the id of no document where the database counts ids.
 * - A field with several values exists when there is one. To compare a relation or a date with null asks whether it exists.
 */
export function withConditions(db: BaseDatabaseAdapter, payload: Payload): BaseDatabaseAdapter {
  const engine: Engine = isMongo(db) ? mongoComparison(db.find.bind(db)) : drizzleComparison(db)
  for (const name of [...READS, ...WRITES]) {
    const method: unknown = Reflect.get(db, name)
    if (!isMethod(method)) continue
    const isOfVersions = OF_VERSIONS.has(name)
    Reflect.set(db, name, async function askByRules(this: object, args: Arguments) {
      return method.call(this, args.where || args.joins ? await byRules(args, isOfVersions) : args)
    })
  }
  return db

  async function byRules(args: Arguments, isOfVersions: boolean): Promise<Arguments> {
    const { collection, joins, req, where } = args
    const config = collection && configOf(collection)
    // Globals have no lists.
    if (!config) return args
    const fields = isOfVersions ? buildVersionCollectionFields(payload.config, config, true) : config.flattenedFields
    const asked: Asked = { collection, fields, of: isOfVersions ? 'versions' : 'documents' }
    const put = (whereAsked: Where, of: Asked) => rewritten(whereAsked, (comparison) => engine(isOfCounted(comparison, of) ? withNumbers(comparison) : comparison, of, req), of)
    const ofJoins: [string, { where?: Where } | false][] = []
    for (const [name, join] of Object.entries(joins ?? {})) {
      const listed = config.flattenedFields.find((field) => field.name === name)
      const target = listed?.type === 'join' && typeof listed.collection === 'string' ? configOf(listed.collection) : undefined
      if (!target || !join || !join.where) ofJoins.push([name, join])
      else {
        const newest = (isOfVersions || args.draftsEnabled === true) && Boolean(target.versions?.drafts)
        const of: Asked = { collection: target.slug, fields: target.flattenedFields, of: newest ? 'newestVersions' : 'documents' }
        ofJoins.push([name, { ...join, where: await put(join.where, of) }])
      }
    }
    return { ...args, ...(where && { where: await put(where, asked) }), ...(joins && { joins: Object.fromEntries(ofJoins) }) }

    async function rewritten(conditions: Where, compare: (comparison: Comparison) => Promise<Where>, of: Asked): Promise<Where> {
      const parts: Where[] = []
      for (const [path, condition] of Object.entries(conditions)) {
        const inside: unknown[] | undefined = Array.isArray(condition) ? condition : undefined
        if (inside) {
          const each: Where[] = []
          for (const one of inside) if (isRecord(one)) each.push(await rewritten(one as Where, compare, of))
          parts.push({ [path]: each })
        } else if (isRecord(condition)) {
          const field = readFieldAsked(path, of.fields)
          for (const [operator, value] of Object.entries(condition)) parts.push(await plainly({ ...field, path, operator, value }, compare))
        }
      }
      const [only, ...more] = parts
      return only === undefined ? conditions : more.length === 0 ? only : { and: parts }
    }
  }

  /** Whether a comparison is of ids that the database counts. */
  function isOfCounted({ field, path, through }: Comparison, { collection, of }: Asked): boolean {
    if (db.defaultIDType !== 'number' || through !== undefined) return false
    const isCounted = (slug: string) => payload.collections[slug as CollectionSlug].customIDType !== 'text'
    if (path === 'id') return of === 'versions' || (of === 'documents' && isCounted(collection))
    return field !== undefined && isReference(field) && typeof field.relationTo === 'string' && isCounted(field.relationTo)
  }

  function configOf(collection: CollectionSlug) {
    return payload.config.collections.find(({ slug }) => slug === collection)
  }
}

/** A comparison with booleans for what exists, with dates as they are stored, and without null among the values of a relation or a date. */
async function plainly(comparison: Comparison, ask: (comparison: Comparison) => Promise<Where>): Promise<Where> {
  const { field, isMany, operator, value } = comparison
  const compare = (each: Comparison) => ask(field?.type === 'date' && each.operator !== 'exists' ? { ...each, value: dates(each.value, zoneOf(field), each.operator) } : each)
  if (operator === 'exists') return compare({ ...comparison, value: value === true || value === 'true' })
  const isNullable = field !== undefined && (isReference(field) || field.type === 'date' || isMany) && comparison.through === undefined
  if (!isNullable) return compare(comparison)
  const exists = (is: boolean) => compare({ ...comparison, operator: 'exists', value: is })
  if (operator === 'equals' && isNothing(value)) return exists(false)
  if (operator === 'not_equals' && isNothing(value)) return exists(true)
  if (operator !== 'in' && operator !== 'not_in') return compare(comparison)
  const values = typeof value === 'string' ? value.split(',') : Array.isArray(value) ? value : [value]
  const known = values.filter((each) => !isNothing(each))
  const rest = known.length > 0 ? [await compare({ ...comparison, value: known })] : []
  if (known.length === values.length) return rest[0] ?? compare({ ...comparison, value: [] })
  return operator === 'in' ? { or: [...rest, await exists(false)] } : { and: [...rest, await exists(true)] }
}

/** No document has it where ids are counted. */
const NOBODYS = -1

/** A comparison of counted ids, in which no text stands that is no number: Payload's adapter would fail on it. */
function withNumbers(comparison: Comparison): Comparison {
  const { operator, value } = comparison
  const read = (each: unknown) => (typeof each === 'string' && !isNothing(each) && Number.isNaN(Number(each)) ? NOBODYS : each)
  if (operator === 'in' || operator === 'not_in') return { ...comparison, value: (typeof value === 'string' ? value.split(',') : [value].flat()).map(read) }
  return operator === 'equals' || operator === 'not_equals' ? { ...comparison, value: read(value) } : comparison
}

/** Dates as they are stored; in lists as dates, for MongoDB would compare texts. */
function dates(value: unknown, timeZone: string, operator: string): unknown {
  const read = (each: unknown) => (typeof each === 'string' ? readDate(each, timeZone) : undefined) ?? each
  if (operator === 'in' || operator === 'not_in') return (typeof value === 'string' ? value.split(',') : [value].flat()).map(read)
  const moment = read(value)
  return moment instanceof Date ? moment.toISOString() : moment
}

/** No value at all, as clients write it. */
function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === 'null' || value === ''
}

function isMethod(value: unknown): value is Method {
  return typeof value === 'function'
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
