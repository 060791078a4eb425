import { addDataAndFileToRequest, APIError } from 'payload'
import type { Endpoint, PayloadRequest } from 'payload'
import { takeDown } from './takeDown'
import type { TakeDown } from './takeDown'

/** Longer texts are no notice. */
const MAX_TEXT = 5_000

/**
 * - `POST /api/articles/:id/withdraw` with `{notice?, note?}`: withdraws an article; readers get 410 and the notice
 * - `POST /api/articles/:id/unpublish` with `{note?}`: takes it away from readers, who get 404
 *
 * Both answer `{doc, message}` with the newest version of the article.
 */
export const takeDownEndpoints: Endpoint[] = [
  { path: '/:id/withdraw', method: 'post', handler: withdraw },
  { path: '/:id/unpublish', method: 'post', handler: unpublish },
]

export async function withdraw(req: PayloadRequest): Promise<Response> {
  const notice = await textIn(req, 'notice')
  return answer({ pubStatus: 'canceled', ...(notice === undefined ? {} : { notice }) }, 'Withdrawn. Readers no longer have it.', req)
}

export function unpublish(req: PayloadRequest): Promise<Response> {
  return answer({ _status: 'draft' }, 'Unpublished. Readers no longer have it.', req)
}

async function answer(change: TakeDown, message: string, req: PayloadRequest): Promise<Response> {
  const id = String(req.routeParams?.id ?? '')
  const note = await textIn(req, 'note')
  await takeDown(id, change, note ?? null, req)
  const doc = await req.payload.findByID({ collection: 'articles', id, depth: 0, draft: true, overrideAccess: false, req })
  return Response.json({ doc, message })
}

async function textIn(req: PayloadRequest, name: string): Promise<string | undefined> {
  if (req.data === undefined) await addDataAndFileToRequest(req)
  const value: unknown = req.data?.[name]
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'string') throw new APIError(`${name} must be a text.`, 400, undefined, true)
  if (value.length > MAX_TEXT) throw new APIError(`${name} is too long: write at most ${String(MAX_TEXT)} characters.`, 400, undefined, true)
  return value.trim() || undefined
}
