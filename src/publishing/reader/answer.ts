import { createLocalReq } from 'payload'
import type { Payload, PayloadRequest } from 'payload'
import { markupOf } from '../../reader/markup'
import { readSite } from '../../settings'
import { answerPublication } from '../publication'
import { findPage } from './findPage'
import type { Found } from './findPage'

const HTML = 'text/html; charset=utf-8'

/** Answers a reader with a page: of what is public, whoever asks; caches may keep it and ask each time whether it holds. */
export async function answerReader(request: Request, payload: Payload): Promise<Response> {
  if (!readSite(process.env).hasReader) return answerPublication(undefined, request)
  const { pathname, searchParams } = new URL(request.url)
  const req: PayloadRequest = await createLocalReq({}, payload)
  return send(await findPage({ path: pathname, page: searchParams.get('page') }, req), request)
}

async function send(found: Found, request: Request): Promise<Response> {
  if (found.status === 301) return new Response(null, { status: 301, headers: { Location: found.location } })
  const body = await markupOf(found.page)
  if (found.status === 200) return answerPublication({ body, contentType: HTML }, request)
  return new Response(body, { status: found.status, headers: { 'Cache-Control': 'public, no-cache', 'Content-Type': HTML } })
}
