import type { ShareLink } from '../../payload-types'

type Answer = { doc?: ShareLink; docs?: ShareLink[]; errors?: { message: string }[] }

/**
 * The links of an article, newest first.
 *
 * @param api where the project has Payload's API
 */
export async function listLinks(api: string, article: string): Promise<ShareLink[]> {
  const query = new URLSearchParams({ depth: '0', limit: '20', sort: '-createdAt', 'where[article][equals]': article })
  return (await ask(`${api}/share-links?${query.toString()}`)).docs ?? []
}

/** Makes a link; the answer alone holds its address. */
export async function makeLink(api: string, article: string, days: number): Promise<ShareLink> {
  const expiresAt = new Date(Date.now() + days * 86_400_000).toISOString()
  const { doc } = await ask(`${api}/share-links?depth=0`, 'POST', { article, expiresAt })
  if (!doc) throw new Error('The link could not be made. Try again.')
  return doc
}

/** Ends a link now. */
export async function revokeLink(api: string, id: string): Promise<void> {
  await ask(`${api}/share-links/${id}?depth=0`, 'PATCH', { revoked: true })
}

async function ask(url: string, method = 'GET', body?: object): Promise<Answer> {
  const response = await fetch(url, {
    method,
    credentials: 'same-origin',
    ...(body ? { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } } : {}),
  })
  const answer: Answer = await response.json()
  if (!response.ok) throw new Error(answer.errors?.[0]?.message ?? 'That did not work. Try again.')
  return answer
}
