import type { AfterErrorHook } from 'payload'

/**
 * A change of many documents that is refused as a whole names the documents it changed: none. Payload's lists look there
 * first, and without it tell an unknown error in place of the reason.
 */
export const explainBulkErrors: AfterErrorHook = ({ collection, req, result }) => {
  const isBulk = collection && req.routeParams?.id === undefined && (req.method === 'PATCH' || req.method === 'DELETE')
  return isBulk ? { response: { ...result, docs: [] } } : undefined
}
