import { APIError } from 'payload'
import type { CollectionBeforeDeleteHook } from 'payload'
import { usesOf } from '../usage'

/** As many documents are named; the others are counted. */
const NAMED = 3

/** A picture that is used stays: without it an article would have a hole, or none of what it was published with. */
export const preventDeleteInUse: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const uses = await usesOf(id, { payload: req.payload, req })
  if (uses.length === 0) return
  const names = uses.slice(0, NAMED).map(({ title }) => `“${title}”`).join(', ')
  const more = uses.length > NAMED ? ` and ${String(uses.length - NAMED)} more` : ''
  throw new APIError(`This picture is used: ${names}${more}. Take it out there first.`, 409, undefined, true)
}
