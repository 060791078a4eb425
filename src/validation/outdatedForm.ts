import { APIError } from 'payload'
import type { CollectionBeforeChangeHook } from 'payload'
import { isAdminUi } from './pageLimit'

const OUTDATED = 'This was saved since you opened it. Copy what you typed, reload the page and make your changes again, so that none is lost.'

/**
 * Refuses, with 409, a form of the admin UI that was opened before the document was last saved. A form sends every field as
 * it was when it was opened, and would undo what others have changed since. Its `updatedAt` says when that was. Programs get
 * 400 for an `updatedAt` that is not the stored one (`unstored.ts`).
 */
export const refuseOutdatedForm: CollectionBeforeChangeHook = ({ data, operation, originalDoc, req }) => {
  const isForm = req.payloadAPI === 'REST' && isAdminUi(req)
  if (operation === 'update' && isForm && isOther(data.updatedAt, (originalDoc as { updatedAt?: unknown } | undefined)?.updatedAt)) throw new APIError(OUTDATED, 409, undefined, true)
  return data as Record<string, unknown>
}

function isOther(one: unknown, other: unknown): boolean {
  return typeof one === 'string' && typeof other === 'string' && new Date(one).getTime() !== new Date(other).getTime()
}
