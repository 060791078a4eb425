import { NotFound } from 'payload'
import type { CollectionSlug, Endpoint, SanitizedCollectionConfig, SanitizedConfig, Where } from 'payload'
import { isReadable } from '../access/isReadable'

const PREFERENCES = 'payload-preferences'
const VERSIONS = /^\/versions(?:\/|$)/

/**
 * Answers 404 where Payload has an address and nothing behind it, and would speak of a failure: the versions of
 * collections that keep none, preferences that nobody has, and collections that have no addresses at all.
 */
export function disableEndpoints(config: SanitizedConfig): void {
  for (const collection of config.collections) {
    collection.endpoints = (collection.endpoints || []).flatMap((endpoint) => leadingSomewhere(endpoint, collection))
  }
}

function leadingSomewhere(endpoint: Endpoint, { slug, versions }: SanitizedCollectionConfig): Endpoint[] {
  if (!versions && VERSIONS.test(endpoint.path)) return []
  if (endpoint.path === '/access/:id?') return [onlyReadable(endpoint, slug)]
  return [slug === PREFERENCES && endpoint.method === 'delete' && endpoint.path === '/:key' ? onlyKept(endpoint) : endpoint]
}

/** What may be done with a document that the caller may not read is not told: the answer would tell that there is one. */
function onlyReadable(endpoint: Endpoint, slug: CollectionSlug): Endpoint {
  return {
    ...endpoint,
    handler: async (req) => {
      const id = req.routeParams?.id
      if (typeof id === 'string' && !(await isReadable(id, slug, req))) throw new NotFound(req.t)
      return endpoint.handler(req)
    },
  }
}

/** Payload deletes without having looked, which SQLite fails on. */
function onlyKept(endpoint: Endpoint): Endpoint {
  return {
    ...endpoint,
    handler: async (req) => {
      const { payload, routeParams, user } = req
      const where: Where = {
        and: [{ key: { equals: routeParams?.key } }, { 'user.value': { equals: user?.id } }, { 'user.relationTo': { equals: user?.collection } }],
      }
      if (user && (await payload.count({ collection: PREFERENCES, overrideAccess: true, req, where })).totalDocs === 0) throw new NotFound(req.t)
      return endpoint.handler(req)
    },
  }
}
