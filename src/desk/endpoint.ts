import { APIError, Forbidden } from 'payload'
import type { Endpoint } from 'payload'
import { personOf } from '../access/person'
import { readDeskFilters } from './filters'
import { readDesk } from './readDesk'

/**
 * `GET /api/desk`: the desk of the person who is signed in. `section`, `author` and `tag` (ids) and
 * `mine=true` narrow it down; `today` is when the day began for that person.
 */
export const deskEndpoint: Endpoint = {
  path: '/desk',
  method: 'get',
  handler: async (req) => {
    if (!personOf(req)) throw req.user ? new Forbidden(req.t) : new APIError('Sign in to see the desk.', 401, undefined, true)
    const filters = readDeskFilters(req.searchParams)
    if ('fault' in filters) throw new APIError(filters.fault, 400, undefined, true)
    return Response.json(await readDesk(filters, req), { headers: { 'Cache-Control': 'private, no-store' } })
  },
}
