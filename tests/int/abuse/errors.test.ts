import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Refusal } from '../../helpers/articles'
import { reader, signIn } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'

/** What tells of the inside: stacks, files, databases and their statements. */
const INSIDE = /node_modules|\/(?:src|tmp|work|home|root)\/|\.[jt]sx?:\d|\bat \S+ \(|\bstack\b|SQLITE|SELECT |INSERT |MongoServer|E11000|Cast to|libsql|drizzle|mongoose/i

let newsroom: TestNewsroom
let askers: Record<'a reader' | 'an editor', Client>

beforeAll(async () => {
  newsroom = await openNewsroom({ guard: {} })
  askers = { 'a reader': reader(newsroom.url), 'an editor': await signIn(newsroom, 'editor') }
})
afterAll(() => newsroom.close())

const long = 'x'.repeat(5000)
const NOWHERE = [
  ['GET', '/api/nothing'],
  ['GET', '/api/nothing/at/all?secret=canary'],
  ['POST', '/api/nothing'],
  ['DELETE', '/api/globals/nothing'],
  ['GET', '/api/articles/1/2/3/4'],
  ['GET', '/api/%3Cscript%3Ealert(1)%3C%2Fscript%3E'],
  ['GET', '/api/graphql-playground'],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__'].map((name) => ['GET', `/api/${name}`] as const),
  ...['POST', 'PATCH', 'PUT', 'DELETE'].map((method) => [method, '/api/constructor'] as const),
  ['GET', `/api/${long}`],
] as const

describe.each(['a reader', 'an editor'] as const)('to %s', (who) => {
  it.each(NOWHERE)('%s %s is nowhere, in JSON, and the address is not repeated', async (method, path) => {
    const { body, headers, status } = await askers[who].send<Refusal>(method, path)
    expect([status, body]).toEqual([404, { errors: [{ message: 'There is nothing at this address.' }] }])
    expect(headers.get('Content-Type')).toContain('application/json')
  })

  it('a method that an address does not take is a 405 that names those it takes', async () => {
    const { body, headers, status } = await askers[who].send<Refusal>('PUT', '/api/users/login')
    expect([status, typeof body.errors[0]?.message, headers.get('Allow')]).toEqual([405, 'string', expect.stringContaining('POST')])
  })

  it.each([
    ['GET', '/api/articles/not-an-id'],
    ['GET', '/api/articles?where[nothing][equals]=1'],
    ['GET', "/api/articles?where[slug][equals]=';DROP TABLE articles;--&sort=';"],
    ['GET', '/api/articles?where[and]=1&where[or][0]=x'],
    ['GET', '/api/articles?where={"a":'],
    ['GET', '/api/articles?limit=1e309&page=-1'],
    ['GET', '/api/articles?select[__proto__][x]=1&populate[constructor]=1&depth=NaN&limit=-1'],
    ['PATCH', '/api/articles/%00'],
    ['POST', '/api/articles'],
    ['POST', '/api/users/login'],
    ['POST', '/api/users/forgot-password'],
    ['POST', '/api/users/reset-password'],
    ['POST', '/api/users/unlock'],
    ['POST', '/api/users/verify/x'],
    ['POST', '/api/media'],
    ['DELETE', '/api/articles?where[nothing][exists]=true'],
    ['PATCH', '/api/users'],
    ['GET', '/api/media/file/..%2f..%2fpackage.json'],
    ['GET', '/api/media/paste-url?src=http://169.254.169.254/'],
    ['POST', '/api/import?publish=perhaps'],
  ] as const)('%s %s is refused with a reason, and nothing of the inside', async (method, path) => {
    const { body, headers, status } = await askers[who].send<Refusal>(method, path, method === 'GET' ? undefined : { email: { $gt: '' }, token: [1], headline: 5, id: {} })
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
    expect(typeof body.errors[0]?.message).toBe('string')
    expect(JSON.stringify(body)).not.toMatch(INSIDE)
    expect(headers.get('Content-Type')).toContain('application/json')
  })

  it.each([
    ['{ Nothing }', {}],
    ['{ Article(id: "x") { slug } }', {}],
    ['query ($id: String!) { Article(id: $id) { slug } }', { id: { $gt: '' } }],
    ['query ($w: Article_where) { Articles(where: $w) { totalDocs } }', { w: { AND: 5 } }],
    ['mutation { createArticle(data: {}) { id } }', {}],
    ['mutation { updateUser(id: "x", data: {}) { id } }', {}],
  ])('GraphQL %s shows nothing of the inside', async (query, variables) => {
    const { errors, status } = await askers[who].graphql(query, variables)
    expect(status).toBeLessThan(500)
    expect(errors?.length).toBeGreaterThan(0)
    expect(JSON.stringify(errors)).not.toMatch(INSIDE)
  })

  it('a body that is no JSON is a 400, and a 415 where it would be a query', async () => {
    const overrides = [['X-Nothing', 400], ['X-Payload-HTTP-Method-Override', 415], ['X-HTTP-Method-Override', 415]] as const
    for (const [name, refused] of overrides) {
      const { body, status } = await askers[who].sendBody<Refusal>('/api/articles', '{"a":', { 'Content-Type': 'application/json', [name]: 'GET' })
      expect([status, typeof body.errors[0]?.message]).toEqual([refused, 'string'])
    }
  })
})
