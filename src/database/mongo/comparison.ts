import type { BaseDatabaseAdapter, Where } from 'payload'
import { OPPOSITES } from '../conditions/comparison'
import type { Engine } from '../conditions/comparison'

/** True of every document, and of none. */
const EVERY: Where = { id: { exists: true } }
const NONE: Where = { id: { exists: false } }

/**
 * What MongoDB answers differently: Payload looks up the other documents of a relation by `not_equals` too, which finds
 * documents with some other value, and drops an `exists` on them; and an empty list exists there.
 */
export function mongoComparison(find: BaseDatabaseAdapter['find']): Engine {
  return async ({ field, list, operator, path, through, value }, _, req) => {
    const plain: Where = { [path]: { [operator]: value } }
    if (through) {
      const opposite = OPPOSITES[operator]
      if (field?.type === 'join' || (opposite === undefined && operator !== 'exists')) return plain
      const isNegative = opposite !== undefined || value === false
      const where: Where = { [through.path]: opposite === undefined ? { exists: true } : { [opposite]: value } }
      const { docs } = await find<{ id: string }>({ collection: through.collection, limit: 0, pagination: false, req, select: { id: true }, where })
      if (docs.length === 0) return isNegative ? EVERY : NONE
      return { [through.relation]: { [isNegative ? 'not_in' : 'in']: docs.map(({ id }) => id) } }
    }
    if (operator !== 'exists' || list === undefined || field?.type === 'join') return plain
    const isEmpty: Where = { or: [plain, { [list]: { equals: [] } }] }
    if (value === false) return isEmpty
    const isFilled: Where = { and: [plain, { [list]: { not_equals: [] } }] }
    return isFilled
  }
}
