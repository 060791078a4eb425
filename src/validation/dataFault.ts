import type { CollectionSlug, FlattenedField, PayloadRequest } from 'payload'
import { isDateText } from '../text/dateText'
import { isDeeper } from '../text/depth'
import { isAdminUi } from './pageLimit'
import { isReference, textFault } from './textFault'

/** A document that a document refers to, and by which field. */
export type Reference = { path: string; collection: CollectionSlug; id: string }

/** What is wrong with a document as a client sent it, or the documents it refers to. */
export type Inspection = { fault: string } | { references: Reference[] }

type IsId = (value: string) => boolean

/** What ids look like, and the request that the document came with. */
type Asked = { isId: IsId; req: PayloadRequest }

/** How deep lists and objects may stand inside each other: a text takes two levels for each node. */
const MAX_LEVELS = 160

/** Entries of a list: each is a row of the database, and 20,000 held the server for seconds. */
const MAX_ITEMS = 500

/** Other documents that a document leads to, those of its text among them: they are looked up in one statement. */
const MAX_REFERENCES = 2_000

/** Characters of a text of one line, and of several, unless its field takes more: a draft may have more than may be published. */
const MAX_LINE = 10_000
const MAX_TEXT = 200_000

/**
 * Looks at the shape of a document before it is stored: texts are texts, dates are dates, lists are lists. Payload
 * looks only at what is published; a draft may be incomplete, but not of the wrong kind, which no database takes.
 */
export function inspectData(data: unknown, fields: readonly FlattenedField[], { isId, req }: Asked): Inspection {
  if (!isRecord(data)) return { fault: 'A document must be a JSON object.' }
  const references: Reference[] = []
  const fault = rowFault(data, { fields, isId, prefix: '', references, req }) ?? depthFault(data)
  if (fault !== undefined) return { fault }
  return references.length > MAX_REFERENCES ? { fault: `This document refers to too many others: at most ${MAX_REFERENCES}.` } : { references }
}

/** Fields that are not in the model are dropped, but not before Payload has copied them. */
function depthFault(data: unknown): string | undefined {
  return isDeeper(data, MAX_LEVELS) ? `This document is too deep: at most ${MAX_LEVELS} lists and objects may stand inside each other.` : undefined
}

/** What a database refuses to be without, and Payload does not look at. */
const REQUIRED = new Set(['createdAt', 'updatedAt'])

type Context = Asked & { fields: readonly FlattenedField[]; prefix: string; references: Reference[] }

function rowFault(row: Readonly<Record<string, unknown>>, context: Context): string | undefined {
  for (const field of context.fields) {
    const fault = fieldFault(row[field.name], field, context)
    if (fault !== undefined) return fault
  }
  return undefined
}

function fieldFault(value: unknown, field: FlattenedField, context: Context): string | undefined {
  const path = `${context.prefix}${field.name}`
  if (value === null && REQUIRED.has(path)) return `${path} must be a date: leave it out to keep it.`
  if (value === undefined || value === null) return undefined
  if (field.type === 'group' || field.type === 'tab') {
    const inside = { ...context, fields: field.flattenedFields, prefix: `${path}.` }
    return isRecord(value) ? rowFault(value, inside) : `${path} must be an object.`
  }
  if (field.type === 'array') return arrayFault(value, path, { ...context, fields: field.flattenedFields })
  if (field.type === 'richText') {
    const { isId, req } = context
    const inside = (row: Readonly<Record<string, unknown>>, fields: readonly FlattenedField[]) => rowFault(row, { ...context, fields, prefix: '' })
    const refer = (collection: string, id: string) => context.references.push({ path, collection: collection as CollectionSlug, id })
    const fault = textFault(value, { editor: field.editor, isId, refer, req, rowFault: inside })
    return fault === undefined ? undefined : `${path}: ${fault}`
  }
  const kind = kindOf(field, context.isId)
  if (!kind) return undefined
  const hasMany = 'hasMany' in field && field.hasMany === true
  if (hasMany !== Array.isArray(value)) return hasMany ? `${path} must be a list.` : `${path} must be ${kind.name}, not a list.`
  const values: unknown[] = [value].flat()
  if (values.length > MAX_ITEMS) return tooMany(path)
  if (!values.every(kind.accepts)) return `${path} must be ${kind.name}${hasMany ? ' in each place' : ''}.`
  const most = longestOf(field)
  if (values.some((each) => isText(each) && each.length > most)) return `${path} is too long: it may have ${most} characters.`
  if (kind.refersTo !== undefined) {
    for (const id of values) context.references.push({ path, collection: kind.refersTo, id: String(isRecord(id) ? id.id : id) })
  }
  return undefined
}

/** How many characters a value may have, and still be searched, compared and shown. */
function longestOf(field: FlattenedField): number {
  if (field.type !== 'textarea' && field.type !== 'code') return MAX_LINE
  return 'maxLength' in field ? Math.max(MAX_TEXT, field.maxLength ?? 0) : MAX_TEXT
}

function arrayFault(value: unknown, path: string, context: Context): string | undefined {
  // The admin UI sends how many rows there are in place of none.
  if (value === 0 && isAdminUi(context.req)) return undefined
  if (!Array.isArray(value)) return `${path} must be a list.`
  if (value.length > MAX_ITEMS) return tooMany(path)
  for (const [index, row] of value.entries()) {
    const prefix = `${path}.${index}.`
    const fault = isRecord(row) ? rowFault(row, { ...context, prefix }) : `${path}.${index} must be an object.`
    if (fault !== undefined) return fault
  }
  return undefined
}

function tooMany(path: string): string {
  return `${path} has too many entries: at most ${MAX_ITEMS}.`
}

type Kind = { name: string; accepts: (value: unknown) => boolean; refersTo?: CollectionSlug }

/** What a single value of a field must be; undefined where Payload itself is strict enough. */
function kindOf(field: FlattenedField, isId: IsId): Kind | undefined {
  switch (field.type) {
    case 'code':
    case 'email':
    case 'text':
    case 'textarea':
      return { name: 'a text', accepts: isText }
    case 'checkbox':
      // Forms send words.
      return { name: 'true or false', accepts: (value) => typeof value === 'boolean' || value === 'true' || value === 'false' || value === '' }
    case 'date':
      return { name: 'a date that the calendar has, such as 2026-05-04 or 2026-05-04T09:30:00Z', accepts: (value) => value instanceof Date || (isText(value) && isDateText(value)) }
    case 'number':
      return { name: 'a number', accepts: (value) => Number.isFinite(typeof value === 'string' && value !== '' ? Number(value) : value) }
    case 'radio':
    case 'select': {
      const known = field.options.map((option) => (typeof option === 'string' ? option : option.value))
      return { name: `one of ${known.join(', ')}`, accepts: (value) => isText(value) && known.includes(value) }
    }
    case 'relationship':
    case 'upload':
      if (typeof field.relationTo !== 'string') return { name: `a document in ${field.relationTo.join(' or ')}, as relationTo and value`, accepts: isOneOf(field.relationTo, isId) }
      return { name: `the id of a document in ${field.relationTo}`, accepts: (value) => isReference(value, isId), refersTo: field.relationTo }
    default:
      return undefined
  }
}

/** A relation to one of several collections; its value is the id, the document as answers hold it, or nothing. */
function isOneOf(collections: readonly CollectionSlug[], isId: IsId): (value: unknown) => boolean {
  return (given) => {
    if (!isRecord(given) || !collections.some((slug) => slug === given.relationTo)) return false
    const { value } = given
    return value === null || value === undefined || isReference(value, isId)
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
