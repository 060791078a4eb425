import { APIError, Forbidden } from 'payload'
import type { Endpoint } from 'payload'
import { bodyOf } from '../validation/bodyOf'
import { asksAs } from '../access/person'
import { mergeTerms } from './mergeTerms'
import type { TermKind } from './mergeTerms'

/**
 * `POST /api/tags/:id/merge` and `/api/authors/:id/merge`, for editors: `{ "into": id }` puts another one in its place
 * everywhere, and removes it. Answers how many articles were moved.
 */
export function mergeEndpoint(kind: TermKind): Endpoint {
  return {
    path: '/:id/merge',
    method: 'post',
    handler: async (req) => {
      if (!asksAs('editor', req)) throw new Forbidden(req.t)
      const from = req.routeParams?.id
      const { into } = await bodyOf(req, ['into'])
      if (typeof from !== 'string' || typeof into !== 'string') {
        throw new APIError('Say what to merge it into: {"into": "the id of the one that stays"}.', 400, undefined, true)
      }
      return Response.json({ moved: await mergeTerms(req.payload, { from, into, kind }) })
    },
  }
}
