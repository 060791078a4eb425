import { Forbidden } from 'payload'
import type { Endpoint, PayloadRequest } from 'payload'
import { bodyOf } from '../../src/validation/bodyOf'
import { asksAs } from '../../src/access/person'
import { answerBySlug } from '../../src/formats/syndication/articleBySlug'
import { answerArticle } from '../../src/formats/syndication/articleFormats'
import type { ArticleFormatName } from '../../src/formats/syndication/articleFormats'
import { visibilityEndpoint } from '../../src/desk/standing'
import { dismissWithdrawalEndpoint } from './dismissWithdrawal'
import { originalEndpoint } from './originalEndpoint'
import { restoreVersionEndpoint } from './restoreVersionEndpoint'
import { schedule, unschedule } from './schedule/schedule'
import { takeDownEndpoints } from './takeDown/endpoints'

/**
 * - `GET /api/articles/by-slug/:slug`: the article, 301 to its new slug, or 410 when it is withdrawn
 * - `GET /api/articles/:id/ninjs` and `/jsonld`: the article in a format; `:id` is an id or a slug
 * - `GET /api/articles/:id/original`: the copy it was made of
 * - `POST /api/articles/versions/:id`: restores a version, a draft as a draft
 * - `POST /api/articles/:id/withdraw` and `/unpublish`: takes it away from readers at once
 * - `POST /api/articles/:id/dismiss-withdrawal`: readers keep it, although its source may withdraw it
 * - `GET /api/articles/:id/visibility`: whether readers can see it, and from or until when
 * - `POST /api/articles/:id/schedule` with `{type, at}`: publishes or unpublishes it then; `DELETE` takes that off, with `{type}` one
 *   of the two
 */
export const articleEndpoints: Endpoint[] = [
  { path: '/by-slug/:slug', method: 'get', handler: answerBySlug },
  format('ninjs'),
  format('jsonld'),
  originalEndpoint,
  restoreVersionEndpoint,
  ...takeDownEndpoints,
  dismissWithdrawalEndpoint,
  visibilityEndpoint,
  {
    path: '/:id/schedule',
    method: 'post',
    handler: async (req) => {
      if (!asksAs('editor', req)) throw new Forbidden(req.t)
      const { at, type } = await bodyOf(req, ['type', 'at'])
      const scheduled = await schedule({ article: articleOf(req), type, at }, req)
      return Response.json({ scheduled }, { status: 201 })
    },
  },
  {
    path: '/:id/schedule',
    method: 'delete',
    handler: async (req) => {
      if (!asksAs('editor', req)) throw new Forbidden(req.t)
      const { type } = await bodyOf(req, ['type'])
      return Response.json({ removed: await unschedule({ article: articleOf(req), type }, req) })
    },
  },
]

function format(name: ArticleFormatName): Endpoint {
  return { path: `/:id/${name}`, method: 'get', handler: (req) => answerArticle(name, req) }
}

function articleOf(req: PayloadRequest): string {
  return String(req.routeParams?.id ?? '')
}
