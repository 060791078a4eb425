import { stringify } from 'qs-esm'
import type { Payload, Where } from 'payload'
import type { Role } from '../../src/articles/roles'

/** What came back: the status and the parsed body. */
export type Answer<Body = Record<string, unknown>> = { status: number; body: Body; headers: Headers }

type Newsroom = { payload: Payload; url: string }

type Query = { where?: Where; [parameter: string]: unknown }

/** Somebody who talks to the newsroom over HTTP: an anonymous reader, or a person who is signed in. */
export type Client = {
  get: <Body = Record<string, unknown>>(path: string, query?: Query) => Promise<Answer<Body>>
  send: <Body = Record<string, unknown>>(method: string, path: string, body?: unknown, query?: Query) => Promise<Answer<Body>>
  /** Posts a body as it is: text, or a form with files. */
  sendBody: <Body = Record<string, unknown>>(
    path: string,
    body: FormData | Blob | string,
    headers?: Record<string, string>,
  ) => Promise<Answer<Body>>
  graphql: <Data = Record<string, unknown>>(
    query: string,
    variables?: Record<string, unknown>,
  ) => Promise<{ status: number; headers: Headers; data: Data | null | undefined; errors: readonly { message: string; extensions?: { statusCode?: number } }[] | undefined }>
}

/** A reader without a login. */
export function reader(url: string): Client {
  return client(url, {})
}

/** Makes a login with a role and signs in with it through the API. */
export async function signIn(newsroom: Newsroom, role: Role): Promise<Client> {
  return client(newsroom.url, { Authorization: `JWT ${await tokenOf(newsroom, role)}` })
}

/** The same the way the admin UI does it: with a cookie, from a page of this newsroom. */
export async function signInByCookie(newsroom: Newsroom, role: Role): Promise<Client> {
  return client(newsroom.url, { Cookie: `payload-token=${await tokenOf(newsroom, role)}`, 'Sec-Fetch-Site': 'same-origin' })
}

/** Makes a login with a role and gives its token. */
export async function tokenOf({ payload, url }: Newsroom, role: Role): Promise<string> {
  const login = { email: `${role}-${crypto.randomUUID()}@newsroom.test`, password: crypto.randomUUID() }
  await payload.create({ collection: 'users', data: { ...login, name: `The ${role}`, roles: [role] }, overrideAccess: true })
  const { body, status } = await reader(url).send<{ token?: string }>('POST', '/api/users/login', login)
  if (status !== 200 || body.token === undefined) throw new Error(`Signing in failed with ${status}.`)
  return body.token
}

/** Somebody who sends these headers with every request. */
export function client(url: string, headers: Record<string, string>): Client {
  async function request<Body>(method: string, path: string, query: Query = {}, body?: unknown): Promise<Answer<Body>> {
    const response = await fetch(`${url}${path}${stringify(query, { addQueryPrefix: true })}`, {
      method,
      headers: { ...headers, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
      body: body === undefined ? null : JSON.stringify(body),
    })
    const text = await response.text()
    return { status: response.status, headers: response.headers, body: JSON.parse(text || 'null') as Body }
  }
  return {
    get: (path, query) => request('GET', path, query),
    send: (method, path, body, query) => request(method, path, query, body),
    sendBody: async <Body>(path: string, body: FormData | Blob | string, more: Record<string, string> = {}) => {
      const response = await fetch(`${url}${path}`, { method: 'POST', headers: { ...headers, ...more }, body })
      const text = await response.text()
      return { status: response.status, headers: response.headers, body: JSON.parse(text || 'null') as Body }
    },
    graphql: async <Data>(query: string, variables?: Record<string, unknown>) => {
      const { body, headers: answered, status } = await request<{ data?: Data | null; errors?: { message: string; extensions?: { statusCode?: number } }[] }>(
        'POST',
        '/api/graphql',
        {},
        { query, variables },
      )
      return { status, headers: answered, data: body.data, errors: body.errors }
    },
  }
}
