import type { Payload } from 'payload'
import type { Role } from '../../../src/articles/roles'
import { client, reader } from '../../helpers/client'
import type { Client } from '../../helpers/client'

/** Somebody of the desk, signed in, with the byline that is theirs. */
export type Colleague = Client & { id: string; byline: string; headers: Record<string, string> }

type Newsroom = { payload: Payload; url: string }

/** Makes a login with a role and a byline, and signs in with it. */
export async function hire({ payload, url }: Newsroom, role: Role, name: string): Promise<Colleague> {
  const login = { email: `${crypto.randomUUID()}@newsroom.test`, password: crypto.randomUUID() }
  const author = await payload.create({ collection: 'authors', data: { name, role: 'journalist', slug: '' }, overrideAccess: true })
  const user = await payload.create({
    collection: 'users',
    data: { ...login, name, roles: [role], author: author.id },
    overrideAccess: true,
  })
  const { body, status } = await reader(url).send<{ token?: string }>('POST', '/api/users/login', login)
  if (status !== 200 || body.token === undefined) throw new Error(`Signing in failed with ${status}.`)
  const headers = { Authorization: `JWT ${body.token}` }
  return { ...client(url, headers), id: user.id, byline: author.id, headers }
}
