import { createLocalReq } from 'payload'
import type { Payload } from 'payload'
import { markupOf } from '../markup'
import { currentOptions } from '../../options/current'
import { answerPublication } from '../../formats/syndication/publication'
import { findPreview, findShared } from './findDraftPage'
import type { PrivatePage } from './findDraftPage'
import { findPage } from './findPage'

const HTML = 'text/html; charset=utf-8'

/** Answers a reader with a page: of what is public, the same for every caller; caches may keep it and ask each time whether it holds. */
export async function answerReader(request: Request, payload: Payload): Promise<Response> {
  if (currentOptions().site.hasReader === false) return answerPublication(undefined)
  const { pathname, searchParams } = new URL(request.url)
  const found = await findPage({ path: pathname, page: searchParams.get('page') }, await createLocalReq({}, payload))
  if (found.status === 301) return new Response(null, { status: 301, headers: { Location: found.location } })
  const body = await markupOf(found.page)
  if (found.status === 200) return answerPublication({ body, contentType: HTML })
  return new Response(body, { status: found.status, headers: { 'Cache-Control': 'public, no-cache', 'Content-Type': HTML } })
}

/** What is not for everybody is kept nowhere, found by no search engine, and its address told to no other site. */
const PRIVATE = {
  'Cache-Control': 'private, no-store',
  'Content-Type': HTML,
  'Referrer-Policy': 'no-referrer',
  'X-Robots-Tag': 'noindex, nofollow',
}

/** Answers somebody of the desk, signed in by cookie, with the newest version of an article as readers would see it. */
export async function answerPreview(id: string, request: Request, payload: Payload): Promise<Response> {
  const { user } = await payload.auth({ headers: request.headers })
  return answerPrivately(await findPreview(id, await createLocalReq(user ? { user } : {}, payload)))
}

/** Answers a request by a share link. */
export async function answerShared(token: string, payload: Payload): Promise<Response> {
  return answerPrivately(await findShared(token, await createLocalReq({}, payload)))
}

async function answerPrivately({ page, status }: PrivatePage): Promise<Response> {
  return new Response(await markupOf(page), { status, headers: PRIVATE })
}
