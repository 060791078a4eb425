import { addDataAndFileToRequest } from 'payload'
import type { Endpoint, PayloadRequest } from 'payload'
import { answerArticle } from '../../src/publishing/articleFormats'
import type { ArticleFormatName } from '../../src/publishing/articleFormats'
import { schedule, unschedule } from './schedule/schedule'

/**
 * `GET /api/articles/:id/ninjs` and `/jsonld`; `:id` is an id or a slug. `POST /api/articles/:id/schedule` with
 * `{type, at}` schedules that it is published or unpublished, `DELETE` takes that off.
 */
export const articleEndpoints: Endpoint[] = [
  format('ninjs'),
  format('jsonld'),
  {
    path: '/:id/schedule',
    method: 'post',
    handler: async (req) => {
      await addDataAndFileToRequest(req)
      const scheduled = await schedule({ article: articleOf(req), type: req.data?.type, at: req.data?.at }, req)
      return Response.json({ scheduled }, { status: 201 })
    },
  },
  {
    path: '/:id/schedule',
    method: 'delete',
    handler: async (req) => Response.json({ removed: await unschedule({ article: articleOf(req) }, req) }),
  },
]

function format(name: ArticleFormatName): Endpoint {
  return { path: `/:id/${name}`, method: 'get', handler: (req) => answerArticle(name, req) }
}

function articleOf(req: PayloadRequest): string {
  return String(req.routeParams?.id ?? '')
}
