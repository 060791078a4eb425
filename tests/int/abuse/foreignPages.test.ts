import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Refusal } from '../../helpers/articles'
import { client, signInByCookie, tokenOf } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'

const ALLOWED = 'https://www.example.com'
const EVIL = 'https://evil.example'

let newsroom: TestNewsroom
let token: string

beforeAll(async () => {
  newsroom = await openNewsroom({ guard: { serverOrigin: 'https://cms.example.com' }, delivery: { allowedOrigins: [ALLOWED] } })
  token = await tokenOf(newsroom, 'editor')
})
afterAll(() => newsroom.close())

function page(origin: string, headers: Record<string, string> = { Cookie: `payload-token=${token}` }) {
  return client(newsroom.url, { Origin: origin, ...headers })
}

describe('a page of another site', () => {
  it.each([
    ['POST', '/api/articles?draft=true'],
    ['POST', '/api/graphql'],
    ['DELETE', '/api/articles?where[slug][exists]=true'],
    ['POST', '/api/users/logout'],
    ['POST', '/admin'],
  ])('cannot have an editor’s browser %s %s', async (method, path) => {
    const { body, status } = await page(EVIL).send<Refusal>(method, path, { headline: 'Mine' })
    expect([status, body.errors[0]?.message]).toEqual([403, 'Pages of other sites may not write here: add their origin to ALLOWED_ORIGINS.'])
  })

  it('cannot sign its visitor in as somebody else', async () => {
    const form = new URLSearchParams({ email: 'a@b.test', password: 'a long password' })
    const { status } = await fetch(`${newsroom.url}/api/users/login`, { method: 'POST', body: form, headers: { Origin: EVIL } })
    expect(status).toBe(403)
  })

  it('may ask what everybody may', async () => {
    const { data, status } = await page(EVIL, {}).graphql('{ Articles { totalDocs } }')
    expect([status, data]).toEqual([200, { Articles: { totalDocs: 0 } }])
  })

  it('is not told that it may send a login, or read an answer that was made for one', async () => {
    const preflight = await fetch(`${newsroom.url}/api/articles`, {
      method: 'OPTIONS',
      headers: { Origin: EVIL, 'Access-Control-Request-Method': 'PATCH', 'Access-Control-Request-Headers': 'authorization' },
    })
    expect(preflight.headers.get('Access-Control-Allow-Methods')).not.toContain('PATCH')
    expect(preflight.headers.get('Access-Control-Allow-Headers')).not.toMatch(/authorization/i)
    const { headers } = await page(EVIL).get('/api/users/me')
    expect([headers.get('Access-Control-Allow-Origin'), headers.get('Access-Control-Allow-Credentials')]).toEqual([null, null])
  })
})

describe('a page of an allowed site', () => {
  it('writes with its visitor’s login', async () => {
    const { headers, status } = await page(ALLOWED).send('POST', '/api/articles?draft=true', { headline: 'Ours' })
    expect([status, headers.get('Access-Control-Allow-Origin'), headers.get('Access-Control-Allow-Credentials')]).toEqual([201, ALLOWED, 'true'])
  })
})

describe('the admin UI', () => {
  it.each([() => newsroom.url, () => 'https://cms.example.com'])('writes from its own address', async (origin) => {
    expect((await page(origin()).send('POST', '/api/articles?draft=true', { headline: 'Ours' })).status).toBe(201)
    const admin = await signInByCookie(newsroom, 'editor')
    expect((await admin.send('POST', '/api/articles?draft=true', { headline: 'Ours' })).status).toBe(201)
  })
})
