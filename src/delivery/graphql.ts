import { createHash } from 'node:crypto'
import { parse, print, visit } from 'graphql'
import type { DocumentNode, OperationDefinitionNode } from 'graphql'
import { isDeeper } from '../text/depth'
import type { Model } from './model'

/** More than this no request needs, and the app refuses it (src/guard): to normalize it would take time by the square, or end the stack. */
const MAX_TOKENS = 5_000
const MAX_NODE_DEPTH = 120
const MAX_VARIABLE_DEPTH = 32

/** A GraphQL request as GraphQL over HTTP sends it (https://graphql.github.io/graphql-over-http/draft/). */
type GraphQLRequest = { query: string; operationName: string | undefined; variables: Readonly<Record<string, unknown>> }

/** What a GraphQL request is, and how its answer is kept. */
export type GraphQLReading =
  | { kind: 'query'; key: string; tags: readonly string[]; body: string }
  /** A mutation, introspection, a subscription, or no GraphQL at all: answered, never kept. */
  | { kind: 'other' }

/** Reads a request from the body of a POST. */
export function readGraphQLBody(text: string, model: Model): GraphQLReading {
  const value = parseJson(text)
  if (!isObject(value)) return { kind: 'other' }
  return read(value.query, value.operationName, value.variables, model)
}

/** Reads a request from the parameters of a GET. */
export function readGraphQLParams(params: readonly (readonly [string, string])[], model: Model): GraphQLReading {
  const { operationName, query, variables }: Partial<Record<string, string>> = Object.fromEntries(params)
  const given = variables ? parseJson(variables) : {}
  return given === undefined ? { kind: 'other' } : read(query, operationName || undefined, given, model)
}

function read(query: unknown, operationName: unknown, variables: unknown, model: Model): GraphQLReading {
  if (typeof query !== 'string') return { kind: 'other' }
  if (variables !== undefined && variables !== null && !isObject(variables)) return { kind: 'other' }
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string') return { kind: 'other' }
  if (isDeeper(variables, MAX_VARIABLE_DEPTH)) return { kind: 'other' }
  const request = { query, operationName: operationName ?? undefined, variables: isObject(variables) ? variables : {} }
  const document = parseDocument(query)
  const operation = document && operationOf(document, request.operationName)
  if (!document || !operation) return { kind: 'other' }
  if (operation.operation !== 'query') return { kind: 'other' }
  const tags = collectionsIn(document, request, model)
  if (!tags) return { kind: 'other' }
  return { kind: 'query', key: keyOf(document, request), tags, body: JSON.stringify(request) }
}

function keyOf(document: DocumentNode, { operationName, variables }: GraphQLRequest): string {
  const text = JSON.stringify([print(document), operationName ?? '', sorted(variables)])
  return createHash('sha256').update(text).digest('base64url')
}

/**
 * The collections a document may show, or undefined when it is introspection or touches what is not public. Fields of
 * the model are known by name; a field at the top that is not known counts as everything.
 */
function collectionsIn(document: DocumentNode, request: GraphQLRequest, model: Model): string[] | undefined {
  const tags = new Set<string>()
  let isKept = true
  visit(document, {
    Field({ name: { value } }) {
      if (value.startsWith('__') && value !== '__typename') isKept = false
      // Payload's own top-level fields for accounts, permissions and versions.
      if (/^(?:me|initialized|docAccess|version|versions)[A-Z]|^Access$/.test(value)) isKept = false
      for (const target of model.relations.get(value) ?? []) tags.add(target)
    },
    OperationDefinition({ selectionSet: { selections } }) {
      for (const selection of selections) {
        const name = selection.kind === 'Field' ? selection.name.value : ''
        for (const slug of rootCollections(name, model)) tags.add(slug)
      }
    },
    // draft: true and trash: true ask for what is not public, and by variable perhaps.
    Argument({ name, value }) {
      if ((name.value === 'draft' || name.value === 'trash') && !(value.kind === 'BooleanValue' && !value.value)) isKept = false
    },
  })
  if (!isKept) return undefined
  return looksAcross(request) ? [...model.collections] : [...tags]
}

/** Whether a filter or an order may look into related documents: those are written as paths; a search looks for their names. */
function looksAcross({ query, variables }: GraphQLRequest): boolean {
  const text = `${query}${JSON.stringify(variables)}`
  return /\w(?:\.|__)[a-z]|\bsearch\b/i.test(text.replaceAll('__typename', ''))
}

/** `Articles`, `Article` and `countArticles` show articles. */
function rootCollections(name: string, model: Model): readonly string[] {
  const bare = name.replace(/^(?:count|all)/, '').toLowerCase()
  const plurals = [bare, `${bare}s`, `${bare}es`, bare.replace(/y$/, 'ies')]
  const known = model.collections.filter((slug) => plurals.includes(slug.replaceAll('-', '')))
  return known.length > 0 ? known : model.collections
}

function operationOf(document: DocumentNode, name: string | undefined): OperationDefinitionNode | undefined {
  const operations = document.definitions.filter((definition) => definition.kind === 'OperationDefinition')
  if (name !== undefined) return operations.find((operation) => operation.name?.value === name)
  return operations.length === 1 ? operations[0] : undefined
}

function parseDocument(query: string): DocumentNode | undefined {
  try {
    const document = parse(query, { noLocation: true, maxTokens: MAX_TOKENS })
    return isDeepDocument(document) ? undefined : document
  } catch {
    return undefined
  }
}

function isDeepDocument(document: DocumentNode): boolean {
  let depth = 0
  let deepest = 0
  visit(document, {
    enter: () => {
      depth += 1
      deepest = Math.max(deepest, depth)
    },
    leave: () => {
      depth -= 1
    },
  })
  return deepest > MAX_NODE_DEPTH
}

/** The same value with every object's keys in order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (!isObject(value)) return value
  const keys = Object.keys(value).sort()
  return Object.fromEntries(keys.map((key) => [key, sorted(value[key])]))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
