import type { Client } from '../../helpers/client'
import { emailOf, versionOf } from './probe'
import type { Attempt } from './probe'

/** Tries an operation over GraphQL. */
export async function byGraphql(client: Client, { id, operation, payload, sample, slug, transport }: Attempt): Promise<boolean> {
  const { many, one } = sample.names
  const draft = slug === 'articles' ? ', draft: true' : ''
  const update = (data: object, more: string) =>
    ask(client, `mutation ($id: String!, $data: mutation${one}UpdateInput!) { update${one}(id: $id, data: $data${more}) { id } }`, { id, data })
  switch (operation) {
    case 'read': {
      if (transport === 'GraphQL, one') return ask(client, `query ($id: String!) { ${one}(id: $id, draft: true, trash: true) { id } }`, { id })
      const [name, asked] = transport === 'GraphQL, count' ? [`count${many}`, 'totalDocs'] : [many, 'docs { id }']
      return ask(client, `query ($id: String!) { ${name}(where: { id: { equals: $id } }, draft: true, trash: true) { ${asked} } }`, { id })
    }
    case 'read versions':
      return transport === 'GraphQL, one'
        ? ask(client, `query ($id: String!) { version${one}(id: $id, trash: true) { id } }`, { id: await versionOf(payload, id) })
        : ask(client, `query ($id: JSON) { versions${many}(where: { parent: { equals: $id } }, trash: true) { docs { id } } }`, { id })
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
      return ask(client, `mutation ($id: String!, $data: mutation${one}Input!) { duplicate${one}(id: $id, data: $data) { id } }`, { id, data: sample.fresh() })
    case 'restore version':
      return ask(client, `mutation ($id: String) { restoreVersion${one}(id: $id, draft: true) { id } }`, { id: await versionOf(payload, id) })
    case 'delete':
      return ask(client, `mutation ($id: String!) { delete${one}(id: $id, trash: true) { id } }`, { id })
    case 'unlock':
      return ask(client, `mutation ($email: String!) { unlock${one}(email: $email) }`, { email: await emailOf(payload, id) })
    default:
      throw new Error(`There is no way to ${operation} by GraphQL.`)
  }
}

async function ask(client: Client, query: string, variables: Record<string, unknown>): Promise<boolean> {
  const { data, errors } = await client.graphql<Record<string, unknown>>(query, variables)
  if (errors?.some(({ message }) => /not allowed|not found|there is no document/i.test(message))) return false
  if (errors || !data) throw new Error(`Neither done nor forbidden: ${JSON.stringify(errors)}`)
  const [found] = Object.values(data)
  if (typeof found !== 'object' || found === null) return found !== null && found !== false
  if ('docs' in found && Array.isArray(found.docs)) return found.docs.length > 0
  return !('totalDocs' in found) || found.totalDocs !== 0
}
