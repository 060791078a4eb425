import { createServer } from 'node:http'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { createDelivery } from '../../src/delivery/delivery'
import type { Delivery } from '../../src/delivery/delivery'
import { DELIVERY_DEFAULTS } from '../../src/delivery/settings'
import type { DeliverySettings } from '../../src/delivery/settings'
import { requestCheck } from '../../src/security/requestCheck'
import { withSecurityHeaders } from '../../src/security/headers'
import { GUARD_DEFAULTS, isHttps } from '../../src/security/settings'
import { withRequestContext } from '../../src/requestContext'
import type { GuardSettings } from '../../src/security/settings'

/** The app's routes, answering real HTTP requests. */
export type ServedRoutes = {
  /** Where they answer, without a slash at the end. */
  url: string
  close: () => Promise<void>
  /** What stands in front of them, where that was asked for. */
  delivery: Delivery | undefined
}

/** What Next gives a route: the rest of its path, under the name its folder has. */
type Params = { slug: string[]; path: string[]; file: string; id: string; token: string }
type RouteHandler = (request: Request, context: { params: Promise<Params> }) => Promise<Response> | Response
const METHODS = ['DELETE', 'GET', 'OPTIONS', 'PATCH', 'POST', 'PUT'] as const
type RouteModule = Partial<Record<(typeof METHODS)[number], RouteHandler>>

/** Serves the app's own routes, as Next does; behind delivery when settings for it are given. */
export async function serveRoutes(
  settings?: Partial<DeliverySettings>,
  guard?: Partial<GuardSettings>,
): Promise<ServedRoutes> {
  const rest: RouteModule = await import('../../src/app/(payload)/api/[...slug]/route')
  const graphql: RouteModule = await import('../../src/app/(payload)/api/graphql/route')
  const health: RouteModule = await import('../../src/app/(payload)/api/health/route')
  const feeds: RouteModule = await import('../../src/app/(feeds)/feeds/[...path]/route')
  const sitemaps: RouteModule = await import('../../src/app/(feeds)/sitemaps/[file]/route')
  const routes: Record<string, RouteModule> = {
    '/api/graphql': graphql,
    '/api/health': health,
    '/news-sitemap.xml': await import('../../src/app/(feeds)/news-sitemap.xml/route'),
    '/robots.txt': await import('../../src/app/(feeds)/robots.txt/route'),
    '/sitemap.xml': await import('../../src/app/(feeds)/sitemap.xml/route'),
  }
  const pages: RouteModule = await import('../../src/app/(reader)/[[...path]]/route')
  const preview: RouteModule = await import('../../src/app/(reader)/preview/articles/[id]/route')
  const share: RouteModule = await import('../../src/app/(reader)/share/[token]/route')
  const folders: Record<string, RouteModule> = { api: rest, feeds, preview, share, sitemaps }

  const app: RequestListener = (incoming, outgoing) => {
    const routeOf = (pathname: string) => routes[pathname] ?? folders[pathname.split('/')[1] ?? ''] ?? pages
    answer(incoming, outgoing, routeOf).catch((error: unknown) => {
      if (outgoing.headersSent) outgoing.destroy()
      else outgoing.writeHead(500).end(String(error))
    })
  }
  const guarding = { ...GUARD_DEFAULTS, ...guard }
  const check = guard && requestCheck({ ...guarding, allowedOrigins: settings?.allowedOrigins ?? [] })
  const guarded = guard ? withSecurityHeaders(app, { isDev: false, isHttps: isHttps(guarding) }) : app
  const delivery = settings && createDelivery({ ...(check ? { check } : {}), app: guarded, settings: { ...DELIVERY_DEFAULTS, ...settings }, log: console.error })
  const server = createServer(withRequestContext(delivery?.listener ?? app, guarding))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The test server has no port.')
  return {
    delivery,
    url: `http://127.0.0.1:${address.port}`,
    close: async () => {
      await delivery?.close()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
    },
  }
}

async function answer(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  routeOf: (pathname: string) => RouteModule,
): Promise<void> {
  const url = new URL(incoming.url ?? '/', `http://${incoming.headers.host ?? 'localhost'}`)
  const method = incoming.method ?? 'GET'
  const known = METHODS.find((each) => each === method)
  const handler = known && routeOf(url.pathname)[known]
  if (!handler) {
    outgoing.writeHead(405).end()
    return
  }
  const hasBody = method !== 'GET' && method !== 'HEAD'
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) {
    for (const each of [value].flat()) if (each !== undefined) headers.append(name, each)
  }
  const body = hasBody ? await buffer(incoming) : null
  const request = new Request(url, { method, headers, body })
  const path = url.pathname.split('/').slice(2).map(decodeURIComponent)
  const last = path.at(-1) ?? ''
  const response = await handler(request, { params: Promise.resolve({ slug: path, path, file: path.join('/'), id: last, token: last }) })
  outgoing.writeHead(response.status, [...response.headers].flat())
  outgoing.end(Buffer.from(await response.arrayBuffer()))
}
