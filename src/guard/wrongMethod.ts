import type { Endpoint, SanitizedConfig } from 'payload'
import { holdsErrors } from './plainErrors'
import type { RouteHandler } from './routeHandler'

/**
 * Answers 405 and names the methods that are there (RFC 9110 section 15.5.6), where Payload says of an address with another
 * method that it does not exist.
 */
export function answerWrongMethod<Context>(config: Promise<SanitizedConfig>, handler: RouteHandler<Context>): RouteHandler<Context> {
  return async (request, context) => {
    const response = await handler(request, context)
    if (response.status !== 404 || (await holdsErrors(response))) return response
    const methods = methodsAt(new URL(request.url).pathname, await config)
    if (methods.size === 0 || methods.has(request.method)) return response
    const allow = [...methods].join(', ')
    return Response.json({ errors: [{ message: `This address takes ${allow}, not ${request.method}.` }] }, { status: 405, headers: { Allow: allow } })
  }
}

/** The methods that an address of the REST API takes; none where there is nothing. */
export function methodsAt(pathname: string, { collections, endpoints, routes }: Pick<SanitizedConfig, 'collections' | 'endpoints' | 'routes'>): Set<string> {
  const api = `${routes.api}/`
  if (!pathname.startsWith(api)) return new Set()
  const segments = pathname.slice(api.length).split('/')
  const collection = collections.find(({ slug }) => slug === segments[0])
  const here: readonly Endpoint[] = (collection ? collection.endpoints : endpoints) || []
  const rest = collection ? segments.slice(1) : segments
  const methods = here.filter(({ path }) => leadsTo(path, rest)).map(({ method }) => method.toUpperCase())
  return new Set(methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])))
}

/** Whether a path of an endpoint (`/:id/versions`) leads to these segments. */
function leadsTo(path: string, segments: readonly string[]): boolean {
  const pattern = path.split('/').filter(Boolean)
  const given = segments.filter(Boolean)
  return pattern.length === given.length && pattern.every((part, at) => part.startsWith(':') || part === given[at])
}
