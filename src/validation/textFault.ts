import type { LexicalRichTextAdapter } from '@payloadcms/richtext-lexical'
import { flattenAllFields } from 'payload'
import type { FlattenedField, PayloadRequest, RichTextField } from 'payload'
import { slugs } from '../options/slugs'
import { isDeeper } from '../text/depth'
import { MAX_CHARACTERS, MAX_NODES } from '../text/size'
import { linkFault } from './linkFault'
import { nodeValueFault } from './nodeValues'
import { isAdminUi } from './pageLimit'

/** How many nodes may stand inside each other: each list within a list takes two. Payload recurses into them. */
const MAX_NODE_LEVELS = 60

/** How deep the value of a property may be that is neither a node nor the fields of one. */
const MAX_PROPERTY_LEVELS = 8

/** Properties of nodes that are texts wherever they stand. */
const TEXTS = ['format', 'listType', 'mode', 'rel', 'relationTo', 'style', 'tag', 'target', 'text', 'title', 'url'] as const

/** What may hold anything: other code looks at these. */
const OPEN = new Set(['children', 'fields', 'value'])

/** What every editor has, whatever its features. */
const BASIC = ['linebreak', 'paragraph', 'tab', 'text']

/** What stands within a line. */
const INLINE = new Set(['autolink', 'inlineBlock', 'linebreak', 'link', 'tab', 'text'])

/** CSS of a node, which no feature of the editor writes: it could cover the whole page of the person who opens the text. */
export const STYLES = ['style', 'textStyle'] as const

type Node = Readonly<Record<string, unknown>>

type Rules = {
  editor: RichTextField['editor']
  isId: (value: string) => boolean
  req: PayloadRequest
  /** Is told of each picture and article that the text refers to. */
  refer: (collection: string, id: string) => void
  /** What is wrong with the fields of a link or block. */
  rowFault: (row: Node, fields: readonly FlattenedField[]) => string | undefined
}

/**
 * What is wrong with a Lexical document as a client sent it, or undefined: what its nodes hold has the types that sites
 * and Payload rely on, and nothing is deeper than they can follow.
 */
export function textFault(text: unknown, rules: Rules): string | undefined {
  if (!isRecord(text) || !isRecord(text.root) || !Array.isArray(text.root.children)) return NO_TEXT
  const { root, ...rest } = text
  if (isDeeper(rest, MAX_PROPERTY_LEVELS)) return TOO_DEEP
  const [stray] = isAdminUi(rules.req) ? [] : Object.keys(rest)
  if (stray !== undefined) return `it has a root and nothing beside it: leave ${stray.slice(0, 50)} out.`
  const types = typesOf(rules.editor)
  const pending: { level: number; node: unknown; parent: string | undefined; path: string }[] = [{ level: 1, node: root, parent: undefined, path: 'root' }]
  let count = 0
  let characters = 0
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { level, node, parent, path } = next
    count += 1
    if (count > MAX_NODES) return `it is too long: it may have ${MAX_NODES} paragraphs, links and the like.`
    if (level > MAX_NODE_LEVELS) return TOO_DEEP
    if (!isRecord(node)) return NO_TEXT
    characters += typeof node.text === 'string' ? node.text.length : 0
    if (characters > MAX_CHARACTERS) return `it is too long: it may have ${MAX_CHARACTERS.toLocaleString('en')} characters.`
    const { type } = node
    if (typeof type !== 'string') return NO_TEXT
    const fault = placeFault({ parent, path, type }, types) ?? nodeFault(node, type, rules) ?? (isAdminUi(rules.req) ? undefined : programsFault(node, type, { path, rules }))
    if (fault !== undefined) return fault
    if (node.children === undefined) continue
    if (!Array.isArray(node.children)) return NO_TEXT
    for (const [index, child] of node.children.entries()) pending.push({ level: level + 1, node: child, parent: type, path: `${path}.children.${String(index)}` })
  }
  return linkFault(root)
}

const NO_TEXT = 'it must be a Lexical document.'
const TOO_DEEP = `it is too deep: at most ${MAX_NODE_LEVELS} lists, quotes and links may stand inside each other. Make it flatter.`

/** The types of nodes that an editor knows; undefined where it cannot be asked. It cannot open a text with any other. */
function typesOf(editor: RichTextField['editor']): ReadonlySet<string> | undefined {
  if (!isLexical(editor)) return undefined
  const { nodes } = editor.editorConfig.features
  return new Set([...BASIC, ...nodes.map(({ node }) => ('with' in node ? node.replace : node).getType())])
}

/** A node that an editor does not know, or not in this place. */
function placeFault({ parent, path, type }: { parent: string | undefined; path: string; type: string }, types: ReadonlySet<string> | undefined): string | undefined {
  const named = `a node of type ${type.slice(0, 50)} (${path})`
  if (parent === undefined) return type === 'root' ? undefined : `its root must be a node of type root, not ${type.slice(0, 50)}.`
  if (types && !types.has(type)) return `${named} cannot stand here: the editor has ${[...types].join(', ')}.`
  if ((type === 'listitem') !== (parent === 'list')) return type === 'listitem' ? `${named} must stand in a list.` : `${named} cannot stand in a list: put it into a listitem.`
  return parent === 'root' && INLINE.has(type) ? `${named} must stand in a paragraph or another block.` : undefined
}

function nodeFault(node: Node, type: string, rules: Rules): string | undefined {
  // Lexical keeps the format of a text as a number, that of a paragraph as a word.
  const wrong = TEXTS.find((name) => isPresent(node[name]) && typeof node[name] !== 'string' && !(name === 'format' && typeof node[name] === 'number'))
  if (wrong !== undefined) return `${wrong} of a node of type ${type.slice(0, 50)} must be a text.`
  if (Object.entries(node).some(([name, value]) => !OPEN.has(name) && isDeeper(value, MAX_PROPERTY_LEVELS))) return TOO_DEEP
  if (type === 'upload' && !isReference(node.value, rules.isId)) return 'a picture must be given by its id.'
  return fieldsFault(node, type, rules)
}

/** What the editor never makes, and would show otherwise than it was sent, or could not publish. */
function programsFault(node: Node, type: string, { path, rules }: { path: string; rules: Rules }): string | undefined {
  const named = `a node of type ${type} (${path})`
  if (STYLES.some((name) => isPresent(node[name]) && node[name] !== '')) return `the style of ${named} is not kept: leave it out.`
  if (type === 'tab' && isPresent(node.text) && node.text !== '\t') return `${named} has no text of its own: put it into a node of type text.`
  const wrong = nodeValueFault(node, type)
  if (wrong !== undefined) return `of ${named}, ${wrong}.`
  if (type === 'listitem' && isPresent(node.value) && !Number.isInteger(node.value)) return `value of ${named} must be a whole number.`
  if (type === 'heading') return headingFault(node, named, rules)
  if (type === 'upload') return uploadFault(node, named, rules)
  if (type === 'link' || type === 'autolink') return linkFieldsFault(node.fields, named, rules)
  return undefined
}

/** The sizes of headings that an editor has are known to its own check, which waits for nothing. */
function headingFault(node: Node, named: string, { editor }: Rules): string | undefined {
  if (!isLexical(editor)) return undefined
  const checks = editor.editorConfig.features.validations.get('heading') ?? []
  const results: unknown[] = checks.map((check) => check({ node } as unknown as Parameters<typeof check>[0]))
  const fault = results.find((result) => typeof result === 'string')
  return fault === undefined ? undefined : `${named} cannot be published. ${String(fault)}`
}

function uploadFault({ relationTo, value }: Node, named: string, { refer, req }: Rules): string | undefined {
  const { collections } = req.payload
  const uploads = Object.values(collections).flatMap(({ config }) => (config.upload ? [config.slug] : []))
  if (!uploads.some((slug) => slug === relationTo)) return `relationTo of ${named} must be ${uploads.join(' or ')}.`
  refer(String(relationTo), String(isRecord(value) ? value.id : value))
  return undefined
}

function linkFieldsFault(fields: unknown, named: string, { refer }: Rules): string | undefined {
  if (!isRecord(fields)) return `${named} needs fields, such as {"linkType": "custom", "url": "https://example.com"}.`
  const { doc, linkType, url } = fields
  if (linkType !== 'internal') return typeof url === 'string' && url !== '' ? undefined : `${named} needs a url in its fields.`
  if (!isRecord(doc) || !isPresent(doc.value)) return `${named} needs a doc in its fields, such as {"relationTo": "${slugs.articles}", "value": "…"}.`
  if (typeof doc.relationTo === 'string') refer(doc.relationTo, String(isRecord(doc.value) ? doc.value.id : doc.value))
  return undefined
}

/** The fields of a link or a block are held to their definitions, as those of a document are. */
function fieldsFault(node: Node, type: string, rules: Rules): string | undefined {
  const isBlock = type === 'block' || type === 'inlineBlock'
  if (!isRecord(node.fields)) return isBlock || isPresent(node.fields) ? `the fields of a node of type ${type.slice(0, 50)} must be an object.` : undefined
  if (isDeeper(node.fields, MAX_PROPERTY_LEVELS)) return TOO_DEEP
  const fields = fieldsOf(type, node.fields, rules)
  if (fields) return strayFault(node.fields, fields) ?? rules.rowFault(node.fields, fields)
  return isBlock ? 'there is no block of this type.' : undefined
}

/** What is in no definition is stored, too. */
function strayFault(given: Node, fields: readonly FlattenedField[]): string | undefined {
  const known = new Set(fields.map(({ name }) => name))
  const stray = Object.entries(given).find(([name, value]) => !known.has(name) && typeof value === 'object' && value !== null)
  return stray && `${stray[0].slice(0, 50)} must be a text, a number, true or false.`
}

function fieldsOf(type: string, given: Node, { editor, req }: Rules): readonly FlattenedField[] | undefined {
  if (!isLexical(editor)) return undefined
  const { getSubFields } = editor.editorConfig.features
  // A link that the editor made by itself has the fields of any other.
  const find = getSubFields?.get(type === 'autolink' ? 'link' : type)
  const node = { fields: given, type, version: 1 }
  const fields = find?.({ node, req })
  return fields ? flattenAllFields({ cache: true, fields }) : undefined
}

function isLexical(editor: unknown): editor is LexicalRichTextAdapter {
  return typeof editor === 'object' && editor !== null && 'editorConfig' in editor
}

/** The id of a document, or the document itself, as answers hold it. */
export function isReference(value: unknown, isId: (value: string) => boolean): boolean {
  const id = isRecord(value) ? value.id : value
  return (typeof id === 'string' || typeof id === 'number') && isId(String(id))
}

function isPresent(value: unknown): boolean {
  return value !== undefined && value !== null
}

function isRecord(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
