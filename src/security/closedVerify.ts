import type { CollectionConfig, Endpoint } from 'payload'
import { errorAnswer } from '../validation/routeHandler'

const nothingToVerify: Endpoint = { path: '/verify/:id', method: 'post', handler: () => errorAnswer(404, 'There is nothing at this address.') }

/** Payload has logins confirm their address here also where that is not asked of them, and fails with 500. */
export function closeVerify(collection: CollectionConfig): CollectionConfig['endpoints'] {
  const { auth, endpoints = [] } = collection
  const asks = typeof auth === 'object' && Boolean(auth.verify)
  return auth && !asks && endpoints !== false ? [nothingToVerify, ...endpoints] : endpoints
}
