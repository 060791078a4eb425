import { GraphQLError } from 'graphql'
import type { ASTVisitor, ValidationContext } from 'graphql'
import { APIError } from 'payload'
import type { CollectionBeforeOperationHook, CollectionConfig, Config, PayloadRequest } from 'payload'
import { isNewsrooms } from '../options/ofNewsroom'

/** The most documents one answer holds. */
export const MAX_PAGE_LIMIT = 100

/** The most documents of joins that one answer holds, those of every document of its page together. */
const MAX_JOINED = 1_000

/** A page that names no size has so many documents. */
const USUAL_PAGE = 10

/** What is wrong with a page size as a client sent it, or undefined when it is in order. */
export function pageLimitFault(limit: unknown): string | undefined {
  if (limit === undefined || limit === null) return undefined
  const isNumeral = typeof limit === 'number' || (typeof limit === 'string' && /^\d+$/.test(limit))
  const size = isNumeral ? Number(limit) : NaN
  if (!Number.isInteger(size) || size < 1 || size > MAX_PAGE_LIMIT) {
    return `limit must be a whole number from 1 to ${MAX_PAGE_LIMIT}; ask for further documents with page.`
  }
  return undefined
}

/** Refuses REST reads of the newsroom, joins included, that ask for too large a page; a read that names no size gets the largest. */
const holdToPageLimit: CollectionBeforeOperationHook = ({ args, operation, overrideAccess, req }) => {
  if (operation !== 'read' || req.payloadAPI === 'local' || isOwn(args, overrideAccess) || isAdminUi(req)) return args
  const isOne = 'id' in args
  if (req.payloadAPI === 'REST') refuseLargePages(isOne ? { joins: req.query.joins, limit: 1 } : req.query)
  if (isOne) return args
  const asksForAll = args.limit === 0 || (args.limit === undefined && args.pagination === false)
  return asksForAll ? { ...args, limit: MAX_PAGE_LIMIT } : args
}

/**
 * Whether a read is one of Payload's own, such as of the user who asks (which comes before it is known who asks) or of
 * relations to be populated (which has a current depth).
 */
function isOwn(args: { currentDepth?: number | undefined }, overrideAccess: boolean | undefined): boolean {
  return args.currentDepth !== undefined || ('id' in args && overrideAccess === true)
}

function refuseLargePages(query: PayloadRequest['query']): void {
  const joins = isObject(query.joins) ? Object.values(query.joins) : []
  const limits = [query.limit, ...joins.map((join) => (isObject(join) ? join.limit : undefined))]
  for (const limit of limits) {
    const fault = pageLimitFault(limit)
    if (fault) throw new APIError(fault, 400, undefined, true)
  }
  const [page = USUAL_PAGE, ...joined] = limits.map((limit) => (limit === undefined || limit === null ? undefined : Number(limit)))
  const most = page * joined.reduce<number>((sum, limit) => sum + (limit ?? 0), 0)
  if (most > MAX_JOINED) throw new APIError(`This asks for too much at once: limit times that of joins may be ${MAX_JOINED} at most.`, 400, undefined, true)
}

/** The admin UI signs in by cookie, and asks for 250 at a time, or for all to empty the trash. */
export function isAdminUi(req: PayloadRequest): boolean {
  return Boolean(req.user) && !req.headers.has('Authorization')
}

/** The same rule for every `limit` of a GraphQL query, at any depth, written in place or given as a variable. */
function graphqlPageLimit(variables: Readonly<Record<string, unknown>>) {
  return (context: ValidationContext): ASTVisitor => ({
    Argument(node) {
      if (node.name.value !== 'limit') return
      const { value } = node
      const limit =
        value.kind === 'Variable' ? variables[value.name.value] : value.kind === 'IntValue' ? Number(value.value) : undefined
      const fault = pageLimitFault(limit)
      if (fault) context.reportError(new GraphQLError(fault, { nodes: node, extensions: { statusCode: 400 } }))
    },
  })
}

/** Payload plugin: {@link MAX_PAGE_LIMIT} for the newsroom's collections on REST, and for every collection on GraphQL, where one query reads many. */
export function limitPages(config: Config): Config {
  return {
    ...config,
    collections: config.collections?.map((collection) => (isNewsrooms(collection) ? held(collection) : collection)),
    graphQL: {
      ...config.graphQL,
      validationRules: (args) => [
        ...(config.graphQL?.validationRules?.(args) ?? []),
        graphqlPageLimit(isObject(args.variableValues) ? args.variableValues : {}),
      ],
    },
  }
}

function held(collection: CollectionConfig): CollectionConfig {
  return { ...collection, hooks: { ...collection.hooks, beforeOperation: [...(collection.hooks?.beforeOperation ?? []), holdToPageLimit] } }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
