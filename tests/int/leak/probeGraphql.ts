import type { Client } from '../../helpers/client'
import { inGraphql } from '../../helpers/ids'
import { emailOf, versionOf } from './probe'
import type { Attempt } from './probe'

/** Tries an operation over GraphQL. */
export async function byGraphql(client: Client, { id, operation, payload, sample, slug, transport }: Attempt): Promise<boolean> {
  const { many, one } = sample.names
  const draft = slug === 'articles' ? ', draft: true' : ''
  const it = inGraphql(id)
  const update = (data: object, more: string) =>
    ask(client, `mutation ($data: mutation${one}UpdateInput!) { update${one}(id: ${it}, data: $data${more}) { id } }`, { data })
  switch (operation) {
    case 'read': {
      if (transport === 'GraphQL, one') return ask(client, `{ ${one}(id: ${it}, draft: true, trash: true) { id } }`)
      const [name, asked] = transport === 'GraphQL, count' ? [`count${many}`, 'totalDocs'] : [many, 'docs { id }']
      return ask(client, `{ ${name}(where: { id: { equals: ${it} } }, draft: true, trash: true) { ${asked} } }`)
    }
    case 'read versions':
      return transport === 'GraphQL, one'
        ? ask(client, `{ version${one}(id: ${inGraphql(await versionOf(payload, id))}, trash: true) { id } }`)
        : ask(client, `{ versions${many}(where: { parent: { equals: ${it} } }, trash: true) { docs { id } } }`)
    case 'create':
      return ask(client, `mutation ($data: mutation${one}Input!) { create${one}(data: $data${draft}) { id } }`, { data: sample.fresh() })
    case 'update':
      return update(sample.change, draft)
    case 'publish':
      return update({ _status: 'published' }, '')
    case 'trash':
      return update({ deletedAt: new Date().toISOString() }, '')
    case 'untrash':
      return update({ deletedAt: null }, ', trash: true')
    case 'duplicate':
      return ask(client, `mutation ($data: mutation${one}Input!) { duplicate${one}(id: ${it}, data: $data) { id } }`, { data: sample.fresh() })
    case 'restore version':
      return ask(client, `mutation { restoreVersion${one}(id: ${inGraphql(await versionOf(payload, id))}, draft: true) { id } }`)
    case 'delete':
      return ask(client, `mutation { delete${one}(id: ${it}, trash: true) { id } }`)
    case 'unlock':
      return ask(client, `mutation ($email: String!) { unlock${one}(email: $email) }`, { email: await emailOf(payload, id) })
    default:
      throw new Error(`There is no way to ${operation} by GraphQL.`)
  }
}

async function ask(client: Client, query: string, variables: Record<string, unknown> = {}): Promise<boolean> {
  const { data, errors } = await client.graphql<Record<string, unknown>>(query, variables)
  if (errors?.some(({ message }) => /not allowed|not found|there is no document/i.test(message))) return false
  if (errors || !data) throw new Error(`Neither done nor forbidden: ${JSON.stringify(errors)}`)
  const [found] = Object.values(data)
  if (typeof found !== 'object' || found === null) return found !== null && found !== false
  if ('docs' in found && Array.isArray(found.docs)) return found.docs.length > 0
  return !('totalDocs' in found) || found.totalDocs !== 0
}
