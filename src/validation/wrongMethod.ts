import type { Endpoint, SanitizedConfig } from 'payload'
import type { RouteHandler } from './routeHandler'

/**
 * Answers 405 and names the methods that are there (RFC 9110 section 15.5.6), where Payload says of an address with another
 * method that it does not exist, or takes the name of an endpoint for the id of a document.
 */
export function answerWrongMethod<Context>(config: Promise<SanitizedConfig>, handler: RouteHandler<Context>): RouteHandler<Context> {
  return async (request, context) => {
    const methods = methodsAt(new URL(request.url).pathname, await config)
    if (methods.size === 0 || methods.has(request.method)) return handler(request, context)
    const allow = [...methods].join(', ')
    return Response.json({ errors: [{ message: `This address takes ${allow}, not ${request.method}.` }] }, { status: 405, headers: { Allow: allow } })
  }
}

/** The methods that an address of the REST API supports; none if there is nothing. The name of an endpoint is not an id. */
function methodsAt(pathname: string, { collections, endpoints, routes }: Pick<SanitizedConfig, 'collections' | 'endpoints' | 'routes'>): Set<string> {
  const api = `${routes.api}/`
  if (!pathname.startsWith(api)) return new Set()
  const segments = pathname.slice(api.length).split('/')
  const collection = collections.find(({ slug }) => slug === segments[0])
  const here: readonly Endpoint[] = (collection ? collection.endpoints : endpoints) || []
  const rest = collection ? segments.slice(1) : segments
  const leading = here.filter(({ path }) => leadsTo(path, rest))
  const most = Math.max(...leading.map(({ path }) => namesIn(path)))
  const methods = leading.filter(({ path }) => namesIn(path) === most).map(({ method }) => method.toUpperCase())
  return new Set(methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])))
}

/** How many parts of a path are names, not ids. */
function namesIn(path: string): number {
  return path.split('/').filter((part) => part !== '' && !part.startsWith(':')).length
}

/** Whether a path of an endpoint (`/:id/versions`, `/access/:id?`) leads to these segments. */
function leadsTo(path: string, segments: readonly string[]): boolean {
  const pattern = path.split('/').filter(Boolean)
  const given = segments.filter(Boolean)
  const isOneLess = pattern.at(-1)?.endsWith('?') === true && pattern.length === given.length + 1
  if (isOneLess) pattern.pop()
  return pattern.length === given.length && pattern.every((part, at) => part.startsWith(':') || part === given[at])
}
