import type { Payload } from 'payload'
import { currentOptions } from '../../options/current'
import { slugs } from '../../options/slugs'
import type { ApiClient } from '../../payload-types'
import { hashKey, sentKey } from './key'

/** Whose key a request is sent with, or why the key is no good. */
export type Found = { client: ApiClient } | { fault: string }

/** Looks up who a request comes from by its key; undefined when it is sent without one. */
export async function findClient(headers: Headers, { db }: Pick<Payload, 'db'>): Promise<Found | undefined> {
  const sent = sentKey(headers)
  if (sent === undefined) return undefined
  const { apiClients, disabled } = currentOptions()
  if (apiClients === false || apiClients?.disabled || disabled) return { fault: 'This server takes no API keys.' }
  if (sent === 'unreadable') return { fault: `The API key cannot be read: send "Authorization: ${slugs.apiClients} API-Key <key>".` }
  const client = await db.findOne<ApiClient>({ collection: slugs.apiClients, req: {}, where: { keyHash: { equals: hashKey(sent.key) } } })
  if (!client) return { fault: 'This API key is not known: it was replaced, its client was deleted, or it is misspelt.' }
  const fault = faultOf(client, new Date())
  return fault === undefined ? { client } : { fault }
}

function faultOf({ disabled, expiresAt }: ApiClient, now: Date): string | undefined {
  if (disabled) return 'This API client is disabled: an admin can enable it.'
  if (expiresAt && new Date(expiresAt) <= now) return 'This API key has expired: an admin can set a later date.'
  return undefined
}
