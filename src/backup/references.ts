import type { Field, FlattenedField, SanitizedConfig } from 'payload'
import { fieldShouldBeLocalized, flattenAllFields } from 'payload/shared'
import type { Doc, DocID } from './format'
import { isDoc, isDocID } from './format'

/** A relation to a document, found in another one. */
export type Reference = {
  collection: string
  id: DocID
  /** The field that it is in, such as `bylines.0.author`. */
  path: string
  /** Whether it is in a rich text or in JSON, which no database looks after. */
  isInText: boolean
}

/** Answers the id to write in its place: the same, another one, or null for none. What is in a text is not taken out. */
export type Visit = (reference: Reference) => DocID | null

type Level = { fields: readonly FlattenedField[]; data: Doc; path: string; isLocalized: boolean; isInText: boolean }

/**
 * Goes through every relation of a document, also those in rich texts and JSON, and writes what the visitor answers.
 *
 * @param fields those of its collection
 */
export function visitReferences(fields: readonly FlattenedField[], doc: Doc, config: SanitizedConfig, visit: Visit): void {
  const levels: Level[] = [{ fields, data: doc, path: '', isLocalized: false, isInText: false }]
  for (let level = levels.pop(); level; level = levels.pop()) {
    const { data, isInText, isLocalized, path } = level
    for (const field of level.fields) {
      // A list may be null in MongoDB, and not in a database of tables.
      if ((field.type === 'array' || field.type === 'blocks') && data[field.name] === null) Reflect.deleteProperty(data, field.name)
      const at = `${path}${field.name}`
      for (const [holder, key, where] of valuesOf(field, data, at, isLocalized, config)) {
        const value = holder[key]
        const nested = isLocalized || Boolean('localized' in field && field.localized)
        if (field.type === 'relationship' || field.type === 'upload') holder[key] = related(field.relationTo, value, { path: where, isInText }, visit)
        else if (field.type === 'richText' || field.type === 'json') levels.push(...(isInText ? [] : visitText(field, value, where, config, visit)))
        else levels.push(...levelsIn(field, value, where, config).map((each) => ({ ...each, isInText, isLocalized: nested })))
      }
    }
  }
}

/** Where the values of a field stand: one for each language, where it has several. */
function valuesOf(field: FlattenedField, data: Doc, path: string, parentIsLocalized: boolean, { localization }: SanitizedConfig): [Doc, string, string][] {
  const value = data[field.name]
  if (value === undefined || value === null) return []
  if (!localization || !fieldShouldBeLocalized({ field: field as Field, parentIsLocalized }) || !isDoc(value)) return [[data, field.name, path]]
  return localization.localeCodes.flatMap((code): [Doc, string, string][] => (value[code] === undefined || value[code] === null ? [] : [[value, code, `${path}.${code}`]]))
}

function levelsIn(field: FlattenedField, value: unknown, path: string, config: SanitizedConfig): Pick<Level, 'data' | 'fields' | 'path'>[] {
  if (field.type === 'group' || field.type === 'tab') return isDoc(value) ? [{ fields: field.flattenedFields, data: value, path: `${path}.` }] : []
  if ((field.type !== 'array' && field.type !== 'blocks') || !Array.isArray(value)) return []
  return value.flatMap((row: unknown, index) => {
    if (!isDoc(row)) return []
    const fields = field.type === 'array' ? field.flattenedFields : blockFields(field, row.blockType, config)
    return { fields, data: row, path: `${path}.${String(index)}.` }
  })
}

function blockFields({ blockReferences = [], blocks }: Extract<FlattenedField, { type: 'blocks' }>, type: unknown, config: SanitizedConfig): readonly FlattenedField[] {
  const named = [...blockReferences, ...blocks].map((each) => (typeof each === 'string' ? config.blocks?.find(({ slug }) => slug === each) : each))
  return named.find((block) => block?.slug === type)?.flattenedFields ?? []
}

/** In a rich text, relations to one of several collections are found by their shape: fields tell of the others. */
function related(relationTo: string | readonly string[], value: unknown, { isInText, path }: Pick<Reference, 'isInText' | 'path'>, visit: Visit): unknown {
  if (Array.isArray(value)) return value.map((each, index) => related(relationTo, each, { isInText, path: `${path}.${String(index)}` }, visit)).filter((each) => each !== null)
  if (typeof relationTo === 'string') return isDocID(value) ? visit({ collection: relationTo, id: value, path, isInText }) : value
  if (isInText || !isDoc(value) || typeof value.relationTo !== 'string' || !isDocID(value.value)) return value
  const id = visit({ collection: value.relationTo, id: value.value, path, isInText })
  return id === null ? null : { ...value, value: id }
}

/** Relations in a rich text or in JSON say what they are to: `{ relationTo, value }`. A block of a rich text has fields of its own. */
function visitText(field: FlattenedField, text: unknown, path: string, config: SanitizedConfig, visit: Visit): Level[] {
  const levels: Level[] = []
  const pending: unknown[] = [text]
  while (pending.length > 0) {
    const node = pending.pop()
    if (Array.isArray(node)) for (const each of node) pending.push(each)
    if (!isDoc(node)) continue
    const { relationTo, value } = node
    if (typeof relationTo === 'string' && isDocID(value) && config.collections.some(({ slug }) => slug === relationTo)) {
      node.value = visit({ collection: relationTo, id: value, path, isInText: true }) ?? value
    }
    const fields = fieldsOfNode(field, node)
    if (fields && isDoc(node.fields)) levels.push({ fields, data: node.fields, path: `${path}.`, isLocalized: false, isInText: true })
    for (const each of Object.values(node)) pending.push(each)
  }
  return levels
}

/** The nodes that have fields, as the editor's features say. */
type Editor = { editorConfig?: { features?: { getSubFields?: Map<string, (args: { node: Doc; req: undefined }) => Parameters<typeof flattenAllFields>[0]['fields'] | null> } } }

function fieldsOfNode(field: FlattenedField, node: Doc): FlattenedField[] | undefined {
  const editor: Editor | undefined = 'editor' in field ? (field.editor as Editor | undefined) : undefined
  const subFields = typeof node.type === 'string' ? editor?.editorConfig?.features?.getSubFields?.get(node.type) : undefined
  const fields = subFields?.({ node, req: undefined })
  return fields ? flattenAllFields({ fields }) : undefined
}
