import { createHash } from 'node:crypto'

/** A file that readers and machines fetch again and again. */
export type Publication = {
  body: string
  contentType: string
  /** When what it shows was last changed; left out when nothing tells. */
  lastModified?: Date | undefined
}

/** Caches may keep it, and ask each time whether it still holds: what is withdrawn is gone at once. */
const CACHE_CONTROL = 'public, no-cache'

/** Milliseconds after which a change is no longer in the same second as the next. */
const SETTLED_MS = 2000

/** Answers with a publication: 304 to who has it already, 404 when there is none. */
export function answerPublication(publication: Publication | undefined, request: Request): Response {
  if (!publication) return new Response('Not found.\n', { status: 404, headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
  const { body, contentType } = publication
  const lastModified = settled(publication)
  const etag = `"${createHash('sha256').update(body).digest('base64url')}"`
  const headers = new Headers({ 'Cache-Control': CACHE_CONTROL, ETag: etag })
  if (lastModified) headers.set('Last-Modified', lastModified.toUTCString())
  if (isFresh(request.headers, etag, lastModified)) return new Response(null, { status: 304, headers })
  headers.set('Content-Type', contentType)
  return new Response(body, { headers })
}

/** Refuses a request, with what to change in it, as the REST API does. */
export function refuse(message: string): Response {
  return Response.json({ errors: [{ message }] }, { status: 400 })
}

/** A date of whole seconds tells nothing of a second that is not over yet (RFC 9110, 8.8.2.2). */
function settled({ lastModified }: Publication): Date | undefined {
  return lastModified && Date.now() - lastModified.getTime() >= SETTLED_MS ? lastModified : undefined
}

/**
 * Whether the client has this very version (RFC 9110, 13.2.2: the date counts only without a tag).
 *
 * The date must be the same, not merely later: when the newest article is deleted, the date goes back.
 */
function isFresh(request: Headers, etag: string, lastModified: Date | undefined): boolean {
  const tags = request.get('If-None-Match')
  if (tags !== null) return tags.split(',').some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, '')))
  return lastModified !== undefined && request.get('If-Modified-Since') === lastModified.toUTCString()
}
