import type { Target } from './target'

/** What a page, a feed or a sitemap takes. */
const READ = ['GET', 'HEAD', 'OPTIONS'] as const

/** Addresses under /api that are no part of the REST API, whose routes know only the methods they have. */
const ROUTES: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['graphql', ['GET', 'HEAD', 'POST', 'OPTIONS']],
  ['graphql-playground', READ],
  ['health', READ],
])

/**
 * The methods that an address takes, or undefined where the app behind says so: the REST API, and what belongs to Next. The
 * admin UI calls the server by POST.
 */
export function methodsOf({ segments }: Target): readonly string[] | undefined {
  const [room = '', name = '', ...more] = segments
  if (room === 'api') return more.some(Boolean) ? undefined : ROUTES.get(name)
  if (room === 'admin') return ['GET', 'HEAD', 'POST', 'OPTIONS']
  return room.startsWith('_') ? ['GET', 'HEAD', 'POST', 'OPTIONS'] : READ
}
