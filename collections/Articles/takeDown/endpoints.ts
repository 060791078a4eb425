import { Forbidden, parseParams } from 'payload'
import type { Endpoint, PayloadRequest } from 'payload'
import { slugs } from '../../../src/options/slugs'
import { bodyOf } from '../../../src/validation/bodyOf'
import { asksAs } from '../../../src/access/person'
import { textOf, withdrawal } from './asked'
import type { Asked } from './asked'
import { takeDown } from './takeDown'
import type { TakeDown } from './takeDown'

/**
 * - `POST /api/articles/:id/withdraw` with `{notice?, note?}`: withdraws an article; readers get 410 and the notice
 * - `POST /api/articles/:id/unpublish` with `{note?}`: takes it away from readers, who get 404
 *
 * Both answer `{doc, message}` with the newest version of the article.
 */
export const takeDownEndpoints: Endpoint[] = [
  takesDown('/:id/withdraw', ['notice', 'note'], ({ notice }) => withdrawal(notice)),
  takesDown('/:id/unpublish', ['note'], () => ({ _status: 'draft' })),
]

function takesDown(path: `/${string}`, names: readonly string[], changeIn: (data: Readonly<Record<string, unknown>>) => TakeDown): Endpoint {
  return {
    path,
    method: 'post',
    handler: async (req) => {
      if (!asksAs('editor', req)) throw new Forbidden(req.t)
      // A revision does not count: what others saved meanwhile keeps no story before readers.
      const data = await bodyOf(req, [...names, 'revision'])
      return answerTakeDown(String(req.routeParams?.id ?? ''), { change: changeIn(data), note: textOf(data.note, 'note') ?? null }, req)
    },
  }
}

/** Takes an article away from readers, and answers with its newest version. */
export async function answerTakeDown(id: string, { change, note }: Asked, req: PayloadRequest): Promise<Response> {
  await takeDown(id, change, note, req)
  return Response.json({ doc: await newest(id, req), message: messageOf(change) })
}

/** The newest version of an article, as much of it as the query of a request asks for. */
export function newest(id: string, req: PayloadRequest): Promise<unknown> {
  const { depth, populate, select, trash } = parseParams({ ...req.query })
  return req.payload.findByID({ collection: slugs.articles, id, draft: true, overrideAccess: false, req, ...(depth !== undefined && { depth }), ...(populate && { populate }), ...(select && { select }), ...(trash !== undefined && { trash }) })
}

function messageOf(change: TakeDown): string {
  if ('_status' in change) return 'Unpublished. Readers no longer have it.'
  return change.pubStatus === 'canceled' ? 'Withdrawn. Readers no longer have it.' : 'Held back. Readers no longer have it.'
}
