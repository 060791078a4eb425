import type { Payload } from 'payload'
import type { Client } from '../../helpers/client'
import type { Sample, Slug } from './samples'
import type { Operation } from './table'

/** How something is tried. */
export const TRANSPORTS = ['REST', 'REST, many', 'GraphQL'] as const
export type Transport = (typeof TRANSPORTS)[number]

export type Attempt = {
  slug: Slug
  operation: Operation
  transport: Transport
  sample: Sample
  /** The document it is tried on; for what makes a new one, none. */
  id: string
  payload: Payload
}

/** Whether there is a way to try this at all: several are not made at once, nor logins changed. */
export function isTriable(slug: Slug, operation: Operation, transport: Transport): boolean {
  if (transport !== 'REST, many') return true
  if (slug === 'users' && operation !== 'read') return false
  return !['create', 'duplicate', 'restore version'].includes(operation)
}

/**
 * Tries an operation as a client.
 *
 * @returns whether it was done
 * @throws when the answer is neither that it was done nor that it is not allowed
 */
export async function isAllowed(client: Client, attempt: Attempt): Promise<boolean> {
  return attempt.transport === 'GraphQL' ? byGraphql(client, attempt) : byRest(client, attempt)
}

async function byRest(client: Client, { id, operation, payload, sample, slug, transport }: Attempt): Promise<boolean> {
  const path = `/api/${slug}`
  const where = { id: { equals: id } }
  const isMany = transport === 'REST, many'
  const [target, query] = isMany ? [path, { where, draft: true, trash: true }] : [`${path}/${id}`, { draft: true, trash: true }]
  const change = (data: object, draft: boolean) => client.send('PATCH', target, data, { ...query, draft })
  switch (operation) {
    case 'read':
      return verdict(await client.get(target, query))
    case 'read versions':
      return isMany
        ? verdict(await client.get(`${path}/versions`, { where: { parent: { equals: id } }, trash: true }))
        : verdict(await client.get(`${path}/versions/${await versionOf(payload, id)}`))
    case 'create':
      return verdict(await client.send('POST', path, sample.fresh(), { draft: slug === 'articles' }))
    case 'update':
      return verdict(await change(sample.change, slug === 'articles'))
    case 'publish':
      return verdict(await change({ _status: 'published' }, false))
    case 'trash':
      return verdict(await change({ deletedAt: new Date().toISOString() }, false))
    case 'duplicate':
      return verdict(await client.send('POST', `${path}/${id}/duplicate`, {}))
    case 'restore version':
      return verdict(await client.send('POST', `${path}/versions/${await versionOf(payload, id)}`, {}, { draft: true }))
    case 'delete':
      return verdict(await client.send('DELETE', target, undefined, query))
  }
}

/** What an answer of REST says; of many, whether there was one. */
function verdict({ body, status }: { status: number; body: Record<string, unknown> }): boolean {
  if (status === 403 || status === 404) return false
  const docs: unknown = body.docs
  const errors: unknown = body.errors
  if (status === 400 && Array.isArray(docs) && docs.length === 0 && JSON.stringify(errors).includes('not allowed')) return false
  if (status >= 300) throw new Error(`Neither done nor forbidden: ${status} ${JSON.stringify(body)}`)
  return !Array.isArray(docs) || docs.length > 0
}

async function byGraphql(client: Client, { id, operation, payload, sample, slug }: Attempt): Promise<boolean> {
  const { many, one } = sample.names
  const draft = slug === 'articles' ? ', draft: true' : ''
  const update = (data: object, more: string) => ask(client, `mutation ($id: String!, $data: mutation${one}UpdateInput!) { update${one}(id: $id, data: $data${more}) { id } }`, { id, data })
  switch (operation) {
    case 'read':
      return ask(client, `query ($id: String!) { ${many}(where: { id: { equals: $id } }, draft: true, trash: true) { docs { id } } }`, { id })
    case 'read versions':
      return ask(client, `query ($id: JSON) { versions${many}(where: { parent: { equals: $id } }, trash: true) { docs { id } } }`, { id })
    case 'create':
      return ask(client, `mutation ($data: mutation${one}Input!) { create${one}(data: $data${draft}) { id } }`, { data: sample.fresh() })
    case 'update':
      return update(sample.change, draft)
    case 'publish':
      return update({ _status: 'published' }, '')
    case 'trash':
      return update({ deletedAt: new Date().toISOString() }, '')
    case 'duplicate':
      return ask(client, `mutation ($id: String!, $data: mutation${one}Input!) { duplicate${one}(id: $id, data: $data) { id } }`, { id, data: sample.fresh() })
    case 'restore version':
      return ask(client, `mutation ($id: String) { restoreVersion${one}(id: $id, draft: true) { id } }`, { id: await versionOf(payload, id) })
    case 'delete':
      return ask(client, `mutation ($id: String!) { delete${one}(id: $id) { id } }`, { id })
  }
}

async function ask(client: Client, query: string, variables: Record<string, unknown>): Promise<boolean> {
  const { data, errors } = await client.graphql<Record<string, unknown>>(query, variables)
  if (errors?.some(({ message }) => /not allowed|not found/i.test(message))) return false
  if (errors || !data) throw new Error(`Neither done nor forbidden: ${JSON.stringify(errors)}`)
  const [found] = Object.values(data)
  const docs: unknown = typeof found === 'object' && found !== null && 'docs' in found ? found.docs : undefined
  return Array.isArray(docs) ? docs.length > 0 : found !== null
}

async function versionOf(payload: Payload, id: string): Promise<string> {
  const { docs } = await payload.findVersions({ collection: 'articles', depth: 0, limit: 1, trash: true, where: { parent: { equals: id } } })
  return String(docs[0]?.id)
}
