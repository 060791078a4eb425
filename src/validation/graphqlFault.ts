import { GraphQLError, Kind, OperationTypeNode, parse, visit } from 'graphql'
import type { DocumentNode, FieldNode, FragmentDefinitionNode, SelectionNode, SelectionSetNode, ValueNode } from 'graphql'
import { isDeeper } from '../text/depth'
import { TEXTUAL } from './conditions'

/** How much one GraphQL request may ask. */
export const GRAPHQL_LIMITS = {
  /** Names, braces and the like (`maxTokens` of the parser). */
  tokens: 5_000,
  /** Fields inside fields. */
  depth: 12,
  /** Fields under another name. */
  aliases: 30,
  /** `@include`, `@skip` and the like. */
  directives: 30,
  /** Fields at the top: questions in one request. */
  roots: 20,
  /** Fields with every fragment written out. */
  fields: 1_000,
  /** Lists and objects inside each other, in an argument or in the variables: the text of an article takes two for each of its levels. */
  nesting: 128,
  /** Names and items of lists in the variables, texts of articles apart: the schema looks at each three times. */
  values: 5_000,
  /** Values in the answer, as far as the sizes of pages tell; a text counts {@link TEXT_COST}. */
  cost: 20_000,
  /** Documents in the answer, in the same way; and those of the fields at the top, without what is joined to them. */
  documents: 10_000,
  pages: 2_000,
  /** Lists that the database is asked for, those joined to each document of a page too. */
  lists: 200,
  /** Names in the conditions of all fields together. */
  conditions: 5_000,
  /** Of these, comparisons that look through texts. */
  textual: 1_000,
} as const

/** The same for who does not sign in: what an answer may cost a stranger (`GROWTH_COSTS=1`, tests/int/fuzz/growth.test.ts). */
export const STRANGERS_LIMITS = { ...GRAPHQL_LIMITS, conditions: 200, cost: 10_000, documents: 2_000, lists: 30, pages: 300, roots: 10, textual: 12 } as const

/** What a whole text counts: 400 of the sample's cost a stranger's request 200 ms of processor time (`GROWTH_COSTS=1`, as above). */
const TEXT_COST = 50

/** The text of an article, in what it is called in the schema. */
const TEXT = 'body'

type Limits = Readonly<Record<keyof typeof GRAPHQL_LIMITS, number>>

/** A list that names no size has so many documents, as Payload answers it; one whose size is not known here, so many. */
const USUAL_PAGE = 10
const LARGEST_PAGE = 100

type Request = { query: string; variables?: unknown }

/** What a document asks, all operations together and fragments written out; whether it is of a page, which holds `docs`. */
type Size = { depth: number; fields: number; cost: number; documents: number; lists: number; pages: number; isPage: boolean }

/**
 * What is wrong with a GraphQL request before the schema is asked, or undefined. It takes time in proportion to the
 * document, whatever its fragments would grow to.
 */
export function graphqlFault({ query, variables }: Request, limits: Limits = GRAPHQL_LIMITS): string | undefined {
  let document: DocumentNode
  try {
    document = parse(query, { maxTokens: limits.tokens, noLocation: true })
  } catch (error) {
    if (error instanceof GraphQLError) return tooLongOr(error.message, limits)
    // A document of a hundred thousand braces overflows the parser's stack.
    if (error instanceof RangeError) return TOO_DEEP(limits.depth)
    throw error
  }
  if (isDeeper(variables, limits.nesting + 1)) return tooNested(limits)
  if (isLarger(variables, limits.values)) return `The variables of this query are too many: at most ${limits.values} names and items of lists, texts of articles apart.`
  const given = isRecord(variables) ? variables : {}
  return argumentFault(document, limits) ?? whereFault(document, given, limits) ?? operationFault(document) ?? countFault(document, limits) ?? conditionFault(document, given) ?? sizeFault(document, given, limits)
}

const TOO_DEEP = (depth: number) => `This query is too deep: at most ${depth} fields stand inside each other.`

function tooLongOr(message: string, { tokens }: Limits): string {
  return message.includes('token limit') || message.includes(`${tokens} tokens`) ? `This query is too long: send at most ${tokens} tokens.` : message
}

function tooNested({ nesting }: Limits): string {
  return `The arguments of this query are too deep: at most ${nesting} lists and objects stand inside each other.`
}

/** Whether the variables hold more than so much. The text of an article, which the schema takes as it is, counts as one value. */
function isLarger(variables: unknown, most: number): boolean {
  const pending = [variables]
  let count = 0
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next !== 'object' || next === null || 'root' in next) continue
    const values: unknown[] = Object.values(next)
    count += values.length
    if (count > most) return true
    for (const value of values) if (typeof value === 'object' && value !== null) pending.push(value)
  }
  return false
}

function argumentFault(document: DocumentNode, limits: Limits): string | undefined {
  let depth = 0
  let deepest = 0
  const level = {
    enter: () => {
      depth += 1
      deepest = Math.max(deepest, depth)
    },
    leave: () => {
      depth -= 1
    },
  }
  visit(document, { ListValue: level, ObjectValue: level })
  return deepest > limits.nesting ? tooNested(limits) : undefined
}

/** Conditions take time again in each field that is given them. */
function whereFault(document: DocumentNode, variables: Readonly<Record<string, unknown>>, { conditions, textual }: Limits): string | undefined {
  const count = { names: 0, textual: 0 }
  const note = (name: string) => {
    count.names += 1
    if (TEXTUAL.has(name)) count.textual += 1
  }
  visit(document, {
    Argument: ({ name, value }) => {
      if (name.value !== 'where') return
      visit(value, {
        ObjectField: ({ name: { value: written } }) => note(written),
        Variable: ({ name: { value: given } }) => noteNames(variables[given], note),
      })
    },
  })
  if (count.textual > textual) return `This query has too many conditions that look through texts (${[...TEXTUAL].join(', ')}): at most ${textual}. A search finds words faster.`
  return count.names > conditions ? `This query has too many conditions: at most ${conditions} names stand in them, those of all fields together.` : undefined
}

/** No deeper than `nesting`, and no more than `values`. */
function noteNames(value: unknown, note: (name: string) => void): void {
  if (typeof value !== 'object' || value === null) return
  if (!Array.isArray(value)) Object.keys(value).forEach(note)
  for (const each of Object.values(value)) noteNames(each, note)
}

/** What Payload's measure of complexity fails on before the schema's own rules can say what is wrong. */
function operationFault({ definitions }: DocumentNode): string | undefined {
  const hasSubscription = definitions.some((each) => each.kind === Kind.OPERATION_DEFINITION && each.operation === OperationTypeNode.SUBSCRIPTION)
  return hasSubscription ? 'There is nothing to subscribe to: send a query or a mutation.' : undefined
}

/** The same of the conditions of `@skip` and `@include`. */
function conditionFault(document: DocumentNode, variables: Readonly<Record<string, unknown>>): string | undefined {
  const defaults = new Map<string, unknown>()
  let fault: string | undefined
  const isTruth = (value: ValueNode | undefined) =>
    value?.kind === Kind.VARIABLE ? typeof (variables[value.name.value] ?? defaults.get(value.name.value)) === 'boolean' : value?.kind === Kind.BOOLEAN
  visit(document, {
    VariableDefinition: ({ defaultValue, variable }) => {
      if (defaultValue?.kind === Kind.BOOLEAN) defaults.set(variable.name.value, defaultValue.value)
    },
    Directive: ({ arguments: given, name }) => {
      const isConditional = name.value === 'skip' || name.value === 'include'
      if (isConditional && !isTruth(given?.find((each) => each.name.value === 'if')?.value)) fault = `@${name.value} needs a condition that is true or false.`
    },
  })
  return fault
}

/** Counts what is in the document itself. */
function countFault(document: DocumentNode, limits: Limits): string | undefined {
  const counts = { aliases: 0, directives: 0, roots: 0 }
  const count = ({ selections }: SelectionSetNode) => {
    for (const selection of selections) {
      counts.directives += selection.directives?.length ?? 0
      if (selection.kind === Kind.FIELD && selection.alias) counts.aliases += 1
      if ('selectionSet' in selection && selection.selectionSet) count(selection.selectionSet)
    }
  }
  for (const definition of document.definitions) {
    counts.directives += ('directives' in definition ? definition.directives?.length : undefined) ?? 0
    if (definition.kind === Kind.OPERATION_DEFINITION) counts.roots += definition.selectionSet.selections.length
    if ('selectionSet' in definition) count(definition.selectionSet)
  }
  if (counts.aliases > limits.aliases) return `This query has too many aliases: at most ${limits.aliases} fields are asked under another name.`
  if (counts.directives > limits.directives) return `This query has too many directives: write at most ${limits.directives}.`
  if (counts.roots > limits.roots) return `This query asks too much at once: at most ${limits.roots} fields stand at the top.`
  return undefined
}

/** Measures what the document grows to when its fragments are written out; each is measured once. */
function sizeFault(document: DocumentNode, variables: Readonly<Record<string, unknown>>, limits: Limits): string | undefined {
  const fragments = new Map(document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [])))
  const measure = measurer(fragments, variables)
  for (const definition of document.definitions) {
    if (!('selectionSet' in definition)) continue
    const size = measure(definition.selectionSet)
    if (size === 'cyclic') return 'A fragment of this query contains itself.'
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue
    if (size.depth > limits.depth) return TOO_DEEP(limits.depth)
    if (size.fields > limits.fields) return `This query asks for too many fields: at most ${limits.fields}, with its fragments written out.`
    if (size.cost > limits.cost || size.documents > limits.documents || size.lists > limits.lists || size.pages > limits.pages) return 'This query asks for too much: ask for smaller pages with limit, or for fewer fields.'
  }
  return undefined
}

function measurer(fragments: ReadonlyMap<string, FragmentDefinitionNode>, variables: Readonly<Record<string, unknown>>) {
  const known = new Map<string, Size | 'cyclic'>()

  function ofSet({ selections }: SelectionSetNode): Size | 'cyclic' {
    const sum = { depth: 0, fields: 0, cost: 0, documents: 0, lists: 0, pages: 0, isPage: false }
    for (const selection of selections) {
      const size = ofSelection(selection)
      if (size === 'cyclic') return size
      sum.depth = Math.max(sum.depth, size.depth)
      sum.fields += size.fields
      sum.cost += size.cost
      sum.documents += size.documents
      sum.lists += size.lists
      sum.pages += size.pages
      sum.isPage ||= size.isPage
    }
    return sum
  }

  function ofSelection(selection: SelectionNode): Size | 'cyclic' {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value)
    if (selection.kind === Kind.INLINE_FRAGMENT) return ofSet(selection.selectionSet)
    const { selectionSet } = selection
    const isPage = selection.name.value === 'docs'
    if (!selectionSet) return { depth: 1, fields: 1, cost: selection.name.value === TEXT ? TEXT_COST : 1, documents: 0, lists: 0, pages: 0, isPage: false }
    const inner = ofSet(selectionSet)
    if (inner === 'cyclic') return inner
    // Introspection is deep by nature, and its answer is always the same.
    if (selection.name.value.startsWith('__')) return { depth: 1, fields: inner.fields + 1, cost: 1, documents: 0, lists: 0, pages: 0, isPage: false }
    const page = pageSize(selection, inner.isPage, variables)
    return { depth: inner.depth + 1, fields: inner.fields + 1, cost: 1 + inner.cost * page, documents: isPage ? inner.documents + 1 : inner.documents * page, lists: (inner.isPage ? 1 : 0) + inner.lists * page, pages: page, isPage }
  }

  function ofFragment(name: string): Size | 'cyclic' {
    const size = known.get(name)
    if (size !== undefined) return size
    const fragment = fragments.get(name)
    // What is not there, the schema's own rules name.
    if (!fragment) return { depth: 0, fields: 0, cost: 0, documents: 0, lists: 0, pages: 0, isPage: false }
    // A fragment that is asked for before it has been measured contains itself.
    known.set(name, 'cyclic')
    const measured = ofSet(fragment.selectionSet)
    known.set(name, measured)
    return measured
  }

  return ofSet
}

/** How many documents a field answers: one, unless it is a page, which holds `docs`. */
function pageSize({ arguments: given }: FieldNode, isPage: boolean, variables: Readonly<Record<string, unknown>>): number {
  const limit = given?.find(({ name }) => name.value === 'limit')?.value
  if (!limit) return isPage ? USUAL_PAGE : 1
  const size = limit.kind === Kind.VARIABLE ? variables[limit.name.value] : limit.kind === Kind.INT ? Number(limit.value) : undefined
  return typeof size === 'number' && size >= 1 && size <= LARGEST_PAGE ? size : LARGEST_PAGE
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
