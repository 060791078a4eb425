import type { Payload } from 'payload'
import type { Client } from '../../helpers/client'
import { houseCopy } from '../../helpers/imports'
import { byGraphql } from './probeGraphql'
import type { Sample, Slug } from './samples'
import type { Operation } from './table'

/** How something is tried. */
export type Transport = 'GraphQL' | 'GraphQL, count' | 'GraphQL, one' | 'REST' | 'REST, count' | 'REST, many'

export type Attempt = {
  slug: Slug
  operation: Operation
  transport: Transport
  sample: Sample
  /** The document it is tried on; for what makes a new one, none. */
  id: string
  payload: Payload
}

/** What has one way only: no GraphQL, and one at a time. */
const REST_ONLY: readonly Operation[] = ['feeds', 'import', 'import published', 'jsonld', 'new key', 'ninjs', 'upload']
const ONE_AT_A_TIME: readonly Operation[] = ['create', 'duplicate', 'restore version', 'unlock']

/** The ways there are to try this. */
export function transportsOf(slug: Slug, operation: Operation): readonly Transport[] {
  // Payload shows what it keeps for itself in REST alone.
  return slug.startsWith('payload-') ? allOf(slug, operation).filter((way) => way.startsWith('REST')) : allOf(slug, operation)
}

function allOf(slug: Slug, operation: Operation): readonly Transport[] {
  if (operation === 'read') return ['REST', 'REST, many', 'REST, count', 'GraphQL', 'GraphQL, one', 'GraphQL, count']
  if (operation === 'read versions') return ['REST', 'REST, many', 'GraphQL', 'GraphQL, one']
  if (REST_ONLY.includes(operation)) return ['REST']
  // Logins are changed one at a time.
  return ONE_AT_A_TIME.includes(operation) || slug === 'users' ? ['REST', 'GraphQL'] : ['REST', 'REST, many', 'GraphQL']
}

/**
 * Tries an operation as a client.
 *
 * @returns whether it was done
 * @throws when the answer is neither that it was done nor that it is not allowed
 */
export async function isAllowed(client: Client, attempt: Attempt): Promise<boolean> {
  return attempt.transport.startsWith('GraphQL') ? byGraphql(client, attempt) : byRest(client, attempt)
}

async function byRest(client: Client, { id, operation, payload, sample, slug, transport }: Attempt): Promise<boolean> {
  const path = `/api/${slug}`
  const where = { id: { equals: id } }
  const isMany = transport === 'REST, many'
  const [target, query] = isMany ? [path, { where, draft: true, trash: true }] : [`${path}/${id}`, { draft: true, trash: true }]
  const change = (data: object, draft: boolean) => client.send('PATCH', target, data, { ...query, draft })
  switch (operation) {
    case 'read':
      return verdict(transport === 'REST, count' ? await client.get(`${path}/count`, { where, trash: true }) : await client.get(target, query))
    case 'read versions':
      return isMany
        ? verdict(await client.get(`${path}/versions`, { where: { parent: { equals: id } }, trash: true }))
        : verdict(await client.get(`${path}/versions/${await versionOf(payload, id)}`))
    case 'feeds':
      return JSON.stringify((await client.get('/feeds/feed.json')).body).includes(`/${await slugOf(payload, id)}"`)
    case 'jsonld':
    case 'ninjs':
      return verdict(await client.get(`${path}/${id}/${operation}`))
    case 'create':
      return verdict(await client.send('POST', path, sample.fresh(), { draft: slug === 'articles' }))
    case 'upload':
      return verdict(await client.sendBody(path, await formOf(sample)))
    case 'update':
      return verdict(await change(sample.change, slug === 'articles'))
    case 'publish':
      return verdict(await change({ _status: 'published' }, false))
    case 'trash':
      return verdict(await change({ deletedAt: new Date().toISOString() }, false))
    case 'untrash':
      return verdict(await change({ deletedAt: null }, false))
    case 'duplicate':
      return verdict(await client.send('POST', `${path}/${id}/duplicate`, {}))
    case 'restore version':
      return verdict(await client.send('POST', `${path}/versions/${await versionOf(payload, id)}`, {}, { draft: true }))
    case 'delete':
      return verdict(await client.send('DELETE', target, undefined, query))
    case 'unlock':
      return verdict(await client.send('POST', `${path}/unlock`, { email: await emailOf(payload, id) }))
    case 'new key':
      return verdict(await client.send('POST', `${path}/${id}/key`))
    case 'import':
    case 'import published':
      return verdict(await client.sendBody(`/api/import?publish=${String(operation === 'import published')}`, houseCopy({ headline: crypto.randomUUID() })))
  }
}

/** What an answer of REST says; of many, whether there was one. */
function verdict({ body, status }: { status: number; body: Record<string, unknown> }): boolean {
  if (status === 401 || status === 403 || status === 404) return false
  const { docs, errors, totalDocs }: Record<string, unknown> = body
  if (status === 400 && Array.isArray(docs) && docs.length === 0 && JSON.stringify(errors).includes('not allowed')) return false
  // A reference to what may not be read is answered as one to nothing.
  if (status === 400 && JSON.stringify(errors).includes('there is no document')) return false
  if (status >= 300) throw new Error(`Neither done nor forbidden: ${status} ${JSON.stringify(body)}`)
  return Array.isArray(docs) ? docs.length > 0 : totalDocs !== 0
}

async function formOf({ file, fresh }: Sample): Promise<FormData> {
  const form = new FormData()
  form.set('_payload', JSON.stringify(fresh()))
  if (file) form.set('file', new Blob([new Uint8Array(await file())], { type: 'image/png' }), `${crypto.randomUUID()}.png`)
  return form
}

export async function versionOf(payload: Payload, id: string): Promise<string> {
  const { docs } = await payload.findVersions({ collection: 'articles', depth: 0, limit: 1, trash: true, where: { parent: { equals: id } } })
  return docs[0]?.id ?? ''
}

export async function emailOf(payload: Payload, id: string): Promise<string> {
  return (await payload.findByID({ collection: 'users', id, depth: 0 })).email
}

async function slugOf(payload: Payload, id: string): Promise<string> {
  return (await payload.findByID({ collection: 'articles', id, depth: 0, trash: true })).slug
}
