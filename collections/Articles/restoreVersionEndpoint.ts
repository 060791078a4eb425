import { restoreVersionOperation } from 'payload'
import type { Endpoint } from 'payload'
import { slugs } from '../../src/options/slugs'
import { bodyOf } from '../../src/validation/bodyOf'
import { asksAs } from '../../src/access/person'

/**
 * `POST /api/articles/versions/:id`: restores a version. A draft is restored as a draft, whether or not the request says
 * so: the admin UI asks for `draft=false`, which would take the published version away from readers.
 */
export const restoreVersionEndpoint: Endpoint = {
  path: '/versions/:id',
  method: 'post',
  handler: async (req) => {
    // People who may not are told so below.
    if (asksAs('editor', req)) await bodyOf(req, [])
    const id = String(req.routeParams?.id ?? '')
    const found = await req.payload.findVersionByID({ collection: slugs.articles, id, depth: 0, disableErrors: true, overrideAccess: false, req, user: req.user })
    const draft = String(req.query.draft) === 'true' || found?.version._status === 'draft'
    const depth = Number(req.query.depth ?? NaN)
    const collection = req.payload.collections[slugs.articles]
    const restored = await restoreVersionOperation({ collection, draft, id, req, ...(Number.isInteger(depth) ? { depth } : {}) })
    return Response.json({ ...restored, message: req.t('version:restoredSuccessfully') })
  },
}
