/** A file that readers and machines fetch again and again. */
export type Publication = { body: string; contentType: string }

/**
 * Caches may keep it, and ask each time whether it still holds: what is withdrawn is gone at once. What is in front of
 * the app (src/delivery) gives it its validators, and answers who has it already.
 */
const CACHE_CONTROL = 'public, no-cache'

/** Answers with a publication, or 404 when there is none. */
export function answerPublication(publication: Publication | undefined): Response {
  if (!publication) return new Response('Not found.\n', { status: 404, headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
  const { body, contentType } = publication
  return new Response(body, { headers: { 'Cache-Control': CACHE_CONTROL, 'Content-Type': contentType } })
}

/** Refuses a request, with what to change in it, as the REST API does. */
export function refuse(message: string): Response {
  return Response.json({ errors: [{ message }] }, { status: 400 })
}
