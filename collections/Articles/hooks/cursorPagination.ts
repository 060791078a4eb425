import { APIError } from 'payload'
import type { CollectionAfterOperationHook, CollectionBeforeOperationHook, PaginatedDocs, Where } from 'payload'
import { CURSOR_SORT, cursorAt, readCursor, whereAfter, writeCursor } from '../../../src/validation/cursor'
import type { Cursor } from '../../../src/validation/cursor'
import type { Article } from '../../../src/payload-types'

/** Marks the one read of a request that pages through the articles, and says where it continues. */
const WALK = Symbol('walk')

type Walk = { after: Cursor | undefined; limit: number }

type ReadArgs = {
  currentDepth?: number
  id?: unknown
  limit?: number
  select?: Record<string, unknown>
  where?: Where | null
  [WALK]?: Walk
}

/** How many articles a step hands out when the client does not say. */
const DEFAULT_LIMIT = 10

/**
 * `?after=` on the list: the next articles after a cursor, newest first, however deep, without counting and skipping
 * what came before. An empty `after` begins.
 */
export const readAfterCursor: CollectionBeforeOperationHook<'articles'> = ({ args, operation, req }) => {
  const { after, limit, page, sort } = req.query
  if (operation !== 'read' || req.payloadAPI !== 'REST' || after === undefined) return args
  if (!isRead(args) || 'id' in args || args.currentDepth !== undefined || req.context.isWalking) return args
  req.context.isWalking = true
  if (sort !== undefined || page !== undefined) throw refused('after goes through articles newest first: leave sort and page out.')
  const cursor = typeof after === 'string' ? readCursor(after) : undefined
  if (after !== '' && !cursor) throw refused('after is not a cursor: give nextCursor of the answer before, or nothing to begin.')
  const walk: Walk = { after: cursor, limit: Number(limit ?? DEFAULT_LIMIT) }
  return Object.assign({}, args, {
    [WALK]: walk,
    // One more than is handed out tells whether there is a next page.
    limit: walk.limit + 1,
    pagination: false,
    select: args.select && withPlace(args.select),
    sort: CURSOR_SORT,
    where: { and: [...(args.where ? [args.where] : []), whereAfter(cursor)] },
  })
}

/** Hands out a step of the walk, with the cursor of the next. */
export const addNextCursor: CollectionAfterOperationHook<'articles'> = ({ args, operation, result }) => {
  const walk = isRead(args) ? args[WALK] : undefined
  if (operation !== 'find' || !walk || !isPage(result)) return result
  const docs = result.docs.slice(0, walk.limit)
  const hasNextPage = result.docs.length > walk.limit
  const placed = docs.flatMap(({ createdAt, id, publishedAt }) => (publishedAt ? [{ createdAt, id, publishedAt }] : []))
  const next = cursorAt(placed, walk.after)
  const nextCursor = hasNextPage && next ? writeCursor(next) : null
  return Object.assign({}, result, { docs, limit: walk.limit, hasNextPage, nextCursor, totalDocs: docs.length })
}

function isRead(args: object): args is ReadArgs {
  return 'collection' in args
}

function isPage(result: unknown): result is PaginatedDocs<Article> {
  return typeof result === 'object' && result !== null && 'docs' in result
}

/** The fields asked for and those a cursor is made of. */
function withPlace(select: Record<string, unknown>): Record<string, unknown> {
  const { createdAt: _createdAt, publishedAt: _publishedAt, ...rest } = select
  return Object.values(rest).includes(false) ? rest : { ...rest, createdAt: true, publishedAt: true }
}

function refused(message: string): Error {
  return new APIError(message, 400, undefined, true)
}
