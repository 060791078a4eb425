import { APIError } from 'payload'
import type { Endpoint } from 'payload'
import { slugs } from '../../src/options/slugs'
import { bodyOf } from '../../src/validation/bodyOf'
import { asksAs } from '../../src/access/person'

/** `POST /api/api-clients/:id/key`: replaces the key of a client, by admins. The old one is good for nothing from then on. */
export const newKeyEndpoint: Endpoint = {
  path: '/:id/key',
  method: 'post',
  handler: async (req) => {
    if (asksAs('admin', req)) await bodyOf(req, [])
    const id = req.routeParams?.id
    if (typeof id !== 'string') throw new APIError('Which API client?', 400, undefined, true)
    const { key } = await req.payload.update({
      collection: slugs.apiClients,
      id,
      context: { wantsNewKey: true },
      data: {},
      depth: 0,
      overrideAccess: false,
      req,
      user: req.user,
    })
    return Response.json({ key })
  },
}
