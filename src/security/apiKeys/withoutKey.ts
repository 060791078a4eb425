import { slugs } from '../../options/slugs'
import type { ApiContext, RouteHandler } from '../../validation/routeHandler'
import { keyCollection } from './key'

/** Asks a route without the API key that a request is sent with: a key is for the newsroom, and says nothing to what a project made itself. */
export function withoutKey(handler: RouteHandler<ApiContext>): RouteHandler<ApiContext> {
  return (request, context) => {
    if (keyCollection(request.headers) !== slugs.apiClients) return handler(request, context)
    const { body, method, signal, url } = request
    const headers = new Headers(request.headers)
    headers.delete('Authorization')
    const init: RequestInit & { duplex: 'half' } = { body, duplex: 'half', headers, method, signal }
    return handler(new Request(url, init), context)
  }
}
