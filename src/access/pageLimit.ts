import { APIError } from 'payload'
import type { CollectionBeforeOperationHook, Config } from 'payload'

/** The most documents one answer holds. */
export const MAX_PAGE_LIMIT = 100

/**
 * What is wrong with a page size asked for from outside, or undefined when it is in order.
 *
 * @param limit as the client sent it
 * @param mayAskForAll whether 0 ("everything") is allowed: the admin UI needs it to empty the trash
 */
export function pageLimitFault(limit: unknown, mayAskForAll: boolean): string | undefined {
  if (limit === undefined || limit === null || limit === '') return undefined
  const size = Number(limit)
  if (mayAskForAll && size === 0) return undefined
  if (Array.isArray(limit) || !Number.isInteger(size) || size < 1 || size > MAX_PAGE_LIMIT) {
    return `limit must be a whole number from 1 to ${MAX_PAGE_LIMIT}; ask for further documents with page.`
  }
  return undefined
}

/** Refuses reads through REST and GraphQL, joins included, that ask for too large a page. */
const refuseLargePages: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation !== 'read' || req.payloadAPI === 'local') return
  const joins = 'joins' in args && args.joins ? Object.values(args.joins) : []
  const limits: unknown[] = [
    'limit' in args ? args.limit : undefined,
    req.payloadAPI === 'REST' ? req.query.limit : undefined,
    ...joins.map((join: unknown) => (isObject(join) ? join.limit : undefined)),
  ]
  for (const limit of limits) {
    const fault = pageLimitFault(limit, Boolean(req.user))
    if (fault) throw new APIError(fault, 400, undefined, true)
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** Payload plugin: {@link MAX_PAGE_LIMIT} for every collection, those of other plugins included. */
export function limitPages(config: Config): Config {
  return {
    ...config,
    collections: config.collections?.map((collection) => ({
      ...collection,
      hooks: {
        ...collection.hooks,
        beforeOperation: [...(collection.hooks?.beforeOperation ?? []), refuseLargePages],
      },
    })),
  }
}
