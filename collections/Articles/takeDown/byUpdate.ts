import type { Endpoint, PayloadRequest, SanitizedConfig } from 'payload'
import { asksAs } from '../../../src/access/person'
import { shownArticle } from '../hooks/shownArticle'
import { unpublish, withdraw } from './endpoints'

/**
 * Answers `PATCH /api/articles/:id` of what readers have as `/withdraw` does when it says `pubStatus: "canceled"` (and a
 * `notice`), and as `/unpublish` when it says `_status: "draft"` and nothing else. The admin UI's own Unpublish sends the
 * latter. Payload would validate every field first, and withdraw a newer draft instead of what readers have.
 */
export function takeDownByUpdate(config: SanitizedConfig): SanitizedConfig {
  const articles = config.collections.find(({ slug }) => slug === 'articles')
  if (articles?.endpoints) articles.endpoints = articles.endpoints.map((endpoint) => (endpoint.method === 'patch' && endpoint.path === '/:id' ? unlessTakeDown(endpoint) : endpoint))
  return config
}

function unlessTakeDown(endpoint: Endpoint): Endpoint {
  return {
    ...endpoint,
    handler: async (req) => {
      const kind = req.query.draft === 'true' ? undefined : takeDownIn(await sentJson(req))
      const isShown = async () => (await shownArticle(String(req.routeParams?.id ?? ''), req))?._status === 'published'
      if (!kind || !asksAs('editor', req) || !(await isShown())) return endpoint.handler(req)
      return kind === 'withdraw' ? withdraw(req) : unpublish(req)
    },
  }
}

/** The body, which stays to be read again. */
async function sentJson(req: PayloadRequest): Promise<unknown> {
  if (req.headers.get('Content-Type')?.split(';', 1)[0] !== 'application/json') return undefined
  const text = await req.text?.()
  req.text = () => Promise.resolve(text ?? '')
  try {
    return JSON.parse(text ?? '')
  } catch {
    return undefined
  }
}

function takeDownIn(data: unknown): 'unpublish' | 'withdraw' | undefined {
  if (typeof data !== 'object' || data === null) return undefined
  const names = Object.keys(data).filter((name) => name !== 'note')
  if ('_status' in data && data._status === 'draft' && names.length === 1) return 'unpublish'
  const isWithdrawn = 'pubStatus' in data && data.pubStatus === 'canceled' && names.every((name) => name === 'pubStatus' || name === 'notice')
  return isWithdrawn ? 'withdraw' : undefined
}
