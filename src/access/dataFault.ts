import type { CollectionSlug, FlattenedField } from 'payload'
import { isDateText } from '../fields/dateText'
import { linkFault } from './linkFault'

/** A document that a document refers to, and by which field. */
export type Reference = { path: string; collection: CollectionSlug; id: string }

/** What is wrong with a document as a client sent it, or the documents it refers to. */
export type Inspection = { fault: string } | { references: Reference[] }

type IsId = (value: string) => boolean

/**
 * Looks at the shape of a document before it is stored: texts are texts, dates are dates, lists are lists. Payload
 * looks only at what is published; a draft may be incomplete, but not of the wrong kind, which no database takes.
 */
export function inspectData(data: unknown, fields: readonly FlattenedField[], isId: IsId): Inspection {
  const references: Reference[] = []
  const fault = isRecord(data) ? rowFault(data, { fields, isId, prefix: '', references }) : 'A document must be a JSON object.'
  return fault === undefined ? { references } : { fault }
}

type Context = { fields: readonly FlattenedField[]; isId: IsId; prefix: string; references: Reference[] }

function rowFault(row: Readonly<Record<string, unknown>>, context: Context): string | undefined {
  for (const field of context.fields) {
    const fault = fieldFault(row[field.name], field, context)
    if (fault !== undefined) return fault
  }
  return undefined
}

function fieldFault(value: unknown, field: FlattenedField, context: Context): string | undefined {
  const path = `${context.prefix}${field.name}`
  if (value === undefined || value === null) return undefined
  if (field.type === 'group' || field.type === 'tab') {
    const inside = { ...context, fields: field.flattenedFields, prefix: `${path}.` }
    return isRecord(value) ? rowFault(value, inside) : `${path} must be an object.`
  }
  if (field.type === 'array') return arrayFault(value, path, { ...context, fields: field.flattenedFields })
  if (field.type === 'richText') {
    if (!isRecord(value) || !isNode(value.root, context.isId)) return `${path} must be a Lexical document.`
    const fault = linkFault(value.root)
    return fault === undefined ? undefined : `${path}: ${fault}`
  }
  const kind = kindOf(field, context.isId)
  if (!kind) return undefined
  const hasMany = 'hasMany' in field && field.hasMany === true
  if (hasMany !== Array.isArray(value)) return hasMany ? `${path} must be a list.` : `${path} must be ${kind.name}, not a list.`
  const values: unknown[] = [value].flat()
  if (!values.every(kind.accepts)) return `${path} must be ${kind.name}${hasMany ? ' in each place' : ''}.`
  if (kind.refersTo !== undefined) {
    for (const id of values) context.references.push({ path, collection: kind.refersTo, id: String(id) })
  }
  return undefined
}

function arrayFault(value: unknown, path: string, context: Context): string | undefined {
  // The admin UI sends how many rows there are in place of none.
  if (value === 0) return undefined
  if (!Array.isArray(value)) return `${path} must be a list.`
  for (const [index, row] of value.entries()) {
    const prefix = `${path}.${index}.`
    const fault = isRecord(row) ? rowFault(row, { ...context, prefix }) : `${path}.${index} must be an object.`
    if (fault !== undefined) return fault
  }
  return undefined
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
      if (typeof field.relationTo !== 'string') return undefined
      return { name: `the id of a document in ${field.relationTo}`, accepts: (value) => isText(value) && isId(value), refersTo: field.relationTo }
    default:
      return undefined
  }
}

/** Whether this can be a node of a Lexical document, with everything in it. */
function isNode(node: unknown, isId: IsId): boolean {
  const pending = [node]
  while (pending.length > 0) {
    const each = pending.pop()
    if (!isRecord(each) || !isText(each.type)) return false
    if (each.type === 'root' && !Array.isArray(each.children)) return false
    if (/^(inlineB|b)lock$/.test(each.type) && !isRecord(each.fields)) return false
    if (each.type === 'upload' && isText(each.value) && !isId(each.value)) return false
    if (each.children === undefined) continue
    if (!Array.isArray(each.children)) return false
    pending.push(...each.children)
  }
  return true
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
