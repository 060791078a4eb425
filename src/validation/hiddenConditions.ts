import { APIError } from 'payload'
import type { CollectionSlug, PayloadRequest, Where } from 'payload'
import { slugs } from '../options/slugs'
import { readFieldPath } from './fieldPath'
import { readableArticles, readsEveryArticle } from '../access/readableArticles'

/** An id that no document has, on either engine. */
const NOBODYS = { mongoose: '000000000000000000000000', sqlite: '00000000-0000-0000-0000-000000000000' }

const BY_ID = new Set(['contains', 'equals', 'in', 'like', 'not_equals', 'not_in', 'not_like'])

type Condition = { path: string; condition: Record<string, unknown> }

/**
 * A query by a relation to articles answers for a hidden article as for one that does not exist: its id is replaced by
 * one that no document has.
 */
export async function withoutHidden(where: Where, collection: CollectionSlug, req: PayloadRequest): Promise<Where> {
  if (readsEveryArticle(req)) return where
  const leadsToArticles = (path: string) => {
    const { fields, isKnown } = readFieldPath(path, { collection, collections: req.payload.collections })
    const field = fields.at(-1)
    return isKnown && field !== undefined && 'relationTo' in field && field.relationTo === slugs.articles
  }
  const asked = conditionsOf(where).filter(({ path }) => leadsToArticles(path))
  if (asked.length === 0) return where
  for (const { condition, path } of asked) refuseVague(path, condition)
  const readable = await readableArticles(asked.flatMap(({ condition }) => Object.values(condition).flatMap(idsOf)), req)
  const nobodys = req.payload.db.name === 'mongoose' ? NOBODYS.mongoose : NOBODYS.sqlite
  const shown = (id: string) => (readable.has(id) ? id : nobodys)
  const replaced = new Map<unknown, unknown>(
    asked.map(({ condition }) => [
      condition,
      Object.fromEntries(Object.entries(condition).map(([operator, value]) => [operator, Array.isArray(value) || /in$/.test(operator) ? idsOf(value).map(shown) : idsOf(value).map(shown)[0]])),
    ]),
  )
  return rebuilt(where, replaced)
}

/** Whether there is any relation at all would tell of hidden ones. */
function refuseVague(path: string, condition: Record<string, unknown>): void {
  const isVague = Object.entries(condition).some(([operator, value]) => !BY_ID.has(operator) || idsOf(value).length === 0 || idsOf(value).some((id) => id === '' || id === 'null'))
  if (isVague) throw new APIError(`"${path}" leads to articles, not all of which are yours to read: ask for the id of one, such as where[${path}][equals].`, 400, undefined, true)
}

function conditionsOf(where: Where): Condition[] {
  const conditions: Condition[] = []
  const pending: unknown[] = [where]
  while (pending.length > 0) {
    const each = pending.pop()
    if (!isRecord(each)) continue
    for (const [path, condition] of Object.entries(each)) {
      if (Array.isArray(condition)) pending.push(...condition)
      else if (isRecord(condition)) conditions.push({ path, condition })
    }
  }
  return conditions
}

function rebuilt(where: Where, replaced: ReadonlyMap<unknown, unknown>): Where {
  const replace = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(replace)
    if (!isRecord(value)) return value
    return replaced.get(value) ?? Object.fromEntries(Object.entries(value).map(([path, condition]) => [path, replace(condition)]))
  }
  return Object.fromEntries(Object.entries(where).map(([path, condition]) => [path, replace(condition)])) as Where
}

/** REST lists are arrays, or one text with commas. */
function idsOf(value: unknown): string[] {
  if (value === null || value === undefined) return []
  const values: unknown[] = Array.isArray(value) ? value : String(value).split(',')
  return values.map((each) => String(each).trim())
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
