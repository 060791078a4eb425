import type { FlattenedField } from 'payload'
import { STYLES } from './textFault'
import { inOneLine } from '../text/oneLine'

type Data = Readonly<Record<string, unknown>>

/**
 * A document as a client sent it, as Payload takes it:
 * - null clears a group or a list as it clears a field; Payload takes a group for an object, and keeps a list as it is stored
 * - a document that is referred to may be sent as it was read, at any depth; Payload takes its id alone
 * - a text of one line has one; Payload keeps what a form could not have sent
 * - a rich text without a paragraph is none, as the editor cannot open it, and its nodes have no CSS
 */
export function dataAsStored(data: Data, fields: readonly FlattenedField[]): Record<string, unknown> {
  const stored: Record<string, unknown> = { ...data }
  for (const field of fields) {
    const value = data[field.name]
    if (field.type === 'group' || field.type === 'tab') {
      if (value === null) stored[field.name] = nothingIn(field.flattenedFields)
      else if (isRecord(value)) stored[field.name] = dataAsStored(value, field.flattenedFields)
    } else if (value === null && (field.type === 'array' || ('hasMany' in field && field.hasMany))) {
      stored[field.name] = []
    } else if (field.type === 'array' && Array.isArray(value)) {
      stored[field.name] = value.map((row: unknown) => (isRecord(row) ? dataAsStored(row, field.flattenedFields) : row))
    } else if (field.type === 'richText') {
      if (isRecord(value) && isRecord(value.root)) stored[field.name] = isEmpty(value.root) ? null : nodeAsStored(value)
    } else if (field.type === 'text' && value !== undefined) {
      stored[field.name] = Array.isArray(value) ? value.map(oneLineOnly) : oneLineOnly(value)
    } else if (field.type === 'relationship' || field.type === 'upload') {
      if (value !== undefined) stored[field.name] = Array.isArray(value) ? value.map(idOnly) : idOnly(value)
    }
  }
  return stored
}

function isEmpty({ children }: Data): boolean {
  return Array.isArray(children) && children.length === 0
}

/** No deeper than `textFault` lets pass. */
function nodeAsStored(node: Data): Data {
  const { children, fields, indent, root, type } = node
  const own = STYLES.filter((name) => typeof node[name] === 'string' && node[name] !== '')
  return {
    ...node,
    ...Object.fromEntries(own.map((name) => [name, ''])),
    // The editor opens no list whose items do not say how far in they are.
    ...(type === 'listitem' && (indent === undefined || indent === null) ? { indent: 0 } : {}),
    ...(isRecord(fields) && isRecord(fields.doc) ? { fields: { ...fields, doc: idOnly(fields.doc) } } : {}),
    ...(isRecord(root) ? { root: nodeAsStored(root) } : {}),
    ...(Array.isArray(children) ? { children: children.map((child: unknown) => (isRecord(child) ? nodeAsStored(child) : child)) } : {}),
  }
}

function nothingIn(fields: readonly FlattenedField[]): Record<string, unknown> {
  return dataAsStored(Object.fromEntries(fields.map(({ name }) => [name, null])), fields)
}

function oneLineOnly(value: unknown): unknown {
  return typeof value === 'string' ? inOneLine(value) : value
}

/** One of several collections is told as `{relationTo, value}`. */
function idOnly(value: unknown): unknown {
  if (!isRecord(value)) return value
  return 'relationTo' in value ? { ...value, value: idOnly(value.value) } : value.id
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
