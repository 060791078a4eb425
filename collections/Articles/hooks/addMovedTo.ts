import type { CollectionAfterOperationHook, Where } from 'payload'
import { findMoved } from '../../../src/formats/syndication/findArticle'

/** A list asked for by a slug that an article had once is empty; it says in `movedTo` where the article has gone. */
export const addMovedTo: CollectionAfterOperationHook<'articles'> = async ({ args, operation, req, result }) => {
  if (operation !== 'find' || req.payloadAPI !== 'REST' || result.docs.length > 0) return result
  const slug = onlySlugOf(args.where)
  const moved = slug === undefined ? undefined : await findMoved(slug, req)
  return moved ? { ...result, movedTo: moved } : result
}

/** The slug that a filter asks for, when that is all it asks. */
function onlySlugOf(where: Where | undefined): string | undefined {
  const [condition, ...more] = Object.entries(where ?? {})
  if (!condition || more.length > 0 || condition[0] !== 'slug') return undefined
  const [, operators]: [string, unknown] = condition
  if (typeof operators !== 'object' || operators === null || !('equals' in operators)) return undefined
  return typeof operators.equals === 'string' ? operators.equals : undefined
}
