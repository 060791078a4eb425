import { Forbidden } from 'payload'
import type { Endpoint } from 'payload'
import { asksAs, personOf } from '../../src/access/person'
import { slugs } from '../../src/options/slugs'
import { isWithdrawalWaiting } from '../../src/desk/waitingKills'
import { bodyOf } from '../../src/validation/bodyOf'
import { textOf } from './takeDown/asked'
import { writeEvents } from './writeEvents'

/**
 * `POST /api/articles/:id/dismiss-withdrawal` with `{note?}`: an editor decides that readers keep a story which an import did
 * not withdraw. It leaves the desk until its source sends another withdrawal. Answers `{dismissed}`: whether one was waiting.
 */
export const dismissWithdrawalEndpoint: Endpoint = {
  path: '/:id/dismiss-withdrawal',
  method: 'post',
  handler: async (req) => {
    const person = personOf(req)
    if (!person || !asksAs('editor', req)) throw new Forbidden(req.t)
    const note = textOf((await bodyOf(req, ['note'])).note, 'note')
    const { id } = await req.payload.findByID({ collection: slugs.articles, id: String(req.routeParams?.id ?? ''), depth: 0, draft: true, overrideAccess: false, req, select: {} })
    const dismissed = await isWithdrawalWaiting(id, req)
    if (dismissed) await writeEvents(req, id, { events: [{ kind: 'withdrawal', from: 'notWithdrawn', to: 'dismissed' }], note, person })
    return Response.json({ dismissed })
  },
}
