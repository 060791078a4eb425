import { Forbidden } from 'payload'
import type { Endpoint } from 'payload'
import { asksAs, personOf } from '../../src/access/person'
import { slugs } from '../../src/options/slugs'
import { isKillWaiting } from '../../src/desk/waitingKills'
import { bodyOf } from '../../src/validation/bodyOf'
import { textOf } from './takeDown/asked'
import { writeEvents } from './writeEvents'

/**
 * `POST /api/articles/:id/keep` with `{note?}`: an editor has looked at a withdrawal that no import carried out, and readers
 * keep the story. It leaves the desk until its source sends another. Answers `{kept}`: whether one had waited.
 */
export const keepEndpoint: Endpoint = {
  path: '/:id/keep',
  method: 'post',
  handler: async (req) => {
    const person = personOf(req)
    if (!person || !asksAs('editor', req)) throw new Forbidden(req.t)
    const note = textOf((await bodyOf(req, ['note'])).note, 'note')
    const { id } = await req.payload.findByID({ collection: slugs.articles, id: String(req.routeParams?.id ?? ''), depth: 0, draft: true, overrideAccess: false, req, select: {} })
    const kept = await isKillWaiting(id, req)
    if (kept) await writeEvents(req, id, { events: [{ kind: 'withdrawal', from: 'notWithdrawn', to: 'kept' }], note, person })
    return Response.json({ kept })
  },
}
