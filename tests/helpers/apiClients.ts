import type { Payload } from 'payload'
import type { Scope } from '../../src/access/scopes'
import type { ApiClient } from '../../src/payload-types'
import { client } from './client'
import type { Client } from './client'

/** A program with an API key, and the key. */
export type Program = Client & { id: string; key: string; headers: Record<string, string> }

/** Makes an API client with these scopes, and speaks as it. */
export async function aProgram({ payload, url }: { payload: Payload; url: string }, scopes: Scope[], more: Partial<ApiClient> = {}): Promise<Program> {
  const { id, key } = await payload.create({ collection: 'api-clients', data: { name: 'A program', scopes, ...more }, overrideAccess: true })
  if (!key) throw new Error('The API client was given no key.')
  return { ...programWith(url, key), id, key }
}

/** Speaks with a key, good or not. */
export function programWith(url: string, key: string): Client & { headers: Record<string, string> } {
  const headers = { Authorization: `api-clients API-Key ${key}` }
  return { ...client(url, headers), headers }
}
