import { afterAll, beforeAll, expect, it } from 'vitest'
import { reader } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'

let newsroom: TestNewsroom

beforeAll(async () => {
  newsroom = await openNewsroom({ guard: {} })
})
afterAll(() => newsroom.close())

/** Processor time of this process, which serves, in milliseconds. */
async function costOf(act: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  await act()
  const { system, user } = process.cpuUsage(before)
  return (system + user) / 1000
}

it('a long variable of a GraphQL query costs no more than its length (security A2)', async () => {
  const anyone = reader(newsroom.url)
  const ask = (length: number) => anyone.graphql('query ($v: String) { Articles(sort: $v) { totalDocs } }', { v: 'a'.repeat(length) })
  await ask(10)
  // It took 43 seconds.
  expect(await costOf(() => ask(250_000))).toBeLessThan(2000)
})

it.each([
  ['fields', `{ Articles ${'{ docs '.repeat(2400)}`],
  ['fields that close', `{ Articles ${'{ a '.repeat(1600)}${'} '.repeat(1600)}}`],
  ['lists', `{ Articles(where: ${'['.repeat(2400)}${']'.repeat(2400)}) { totalDocs } }`],
])('deep %s in a GraphQL query are refused without being written out (security A2)', async (_, query) => {
  let status = 0
  const cost = await costOf(async () => ({ status } = await reader(newsroom.url).graphql(query)))
  expect(status).toBe(400)
  expect(cost).toBeLessThan(2000)
})

it('deep variables of a GraphQL query are refused (security A2)', async () => {
  const deep = '['.repeat(60_000) + ']'.repeat(60_000)
  const { status } = await reader(newsroom.url).sendBody('/api/graphql', `{"query":"query ($v: JSON) { Articles { totalDocs } }","variables":{"v":${deep}}}`, { 'Content-Type': 'application/json' })
  expect(status).toBe(400)
})

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded', 'X-HTTP-Method-Override': 'GET' }

it.each([
  ['more bytes than a query may have', `where[slug][in]=${'a,'.repeat(12_000_000)}`, 413],
  ['half a megabyte', `where[slug][in]=${'a,'.repeat(250_000)}`, 413],
  ['a long list', `where[slug][in]=${'a,'.repeat(30_000)}`, 400],
  ['many parameters', 'a=1&'.repeat(1001), 400],
  ['deep parameters', `where${'[and][0]'.repeat(40)}[slug][equals]=x`, 400],
  ['deep parameters, encoded', `where${'%5Band%5D%5B0%5D'.repeat(40)}[slug][equals]=x`, 400],
  ['a long name', `where[${'x'.repeat(600)}][equals]=x`, 400],
  ['deep JSON', `where=${'{"and":['.repeat(2000)}${']}'.repeat(2000)}`, 400],
])('a query of %s is refused, in the body of a POST too (security A1)', async (_, query, status) => {
  const before = process.memoryUsage.rss()
  expect((await fetch(`${newsroom.url}/api/articles`, { method: 'POST', headers: FORM, body: query }).catch(() => ({ status: 413 }))).status).toBe(status)
  expect(process.memoryUsage.rss() - before).toBeLessThan(512 * 1024 * 1024)
  expect((await reader(newsroom.url).get('/api/health')).status).toBe(200)
})

it.each([
  ['a document of a stranger', '/api/articles', {}, 65 * 1024],
  ['a login', '/api/users/login', {}, 17 * 1024],
  ['a document of somebody with a login', '/api/articles', { Authorization: 'JWT x' }, 5 * 1024 * 1024],
  ['a preference', '/api/payload-preferences/x', { Cookie: 'payload-token=x' }, 300 * 1024],
  ['a query', '/api/articles', { 'X-Payload-HTTP-Method-Override': 'GET' }, 65 * 1024],
  ['GraphQL', '/api/graphql', { Authorization: 'JWT x' }, 3 * 1024 * 1024],
])('%s that is too large is refused with 413 before it is read (security A1)', async (_, path, headers, bytes) => {
  const response = await fetch(newsroom.url + path, { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body: `"${'x'.repeat(bytes)}"` })
  expect(response.status).toBe(413)
  expect(await response.json()).toMatchObject({ errors: [{ message: expect.stringContaining('too large') as string }] })
})

it.each<Record<string, string>>([
  { 'Accept-Language': 'ko-KR, ko;q=0.9, en;q=0.5' },
  { 'Accept-Language': 'es', Cookie: 'payload-token=x; payload-lng=ko' },
])('what is refused before the app sees it is said in the language of the admin UI: %o (code F3)', async (headers) => {
  const response = await fetch(`${newsroom.url}/api/users/login`, { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body: 'x'.repeat(17 * 1024) })
  expect([response.status, await response.json()]).toEqual([413, { errors: [{ message: '요청이 너무 큽니다. 16384바이트까지 보낼 수 있습니다.' }] }])
})

it('an address that is too long gets 414 (security A1)', async () => {
  expect((await reader(newsroom.url).get(`/api/articles?where[slug][equals]=${'x'.repeat(13_000)}`)).status).toBe(414)
})

const conditions = (count: number, path: string) => Array.from({ length: count }, (_, at) => `where[and][${at}][${path}][equals]=x`).join('&')

it.each([
  ['101 words', `where[headline][like]=${'ab%20'.repeat(101)}`],
  ['1,100 words', `where[headline][like]=${'ab%20'.repeat(1100)}`],
  ['63 conditions on tags', conditions(63, 'tags.slug')],
  ['63 conditions on sections', conditions(63, 'section.slug')],
  ['101 conditions', conditions(101, 'slug')],
  ['a long pattern', `where[headline][contains]=${'x'.repeat(9000)}`],
  ['3,000 sorts', `sort=${'-slug,'.repeat(1500)}`],
  ['2,000 values', `where[slug][in]=${'a,'.repeat(2000)}`],
  ['2,000 values that are not wanted', `where[slug][not_in]=${'a,'.repeat(2000)}`],
  ['values in several lists', `where[slug][in]=${'a,'.repeat(600)}&where[id][not_in]=${'a,'.repeat(600)}`],
  ['a cursor of nonsense', `after=${'e30'.repeat(3000)}`],
  ['deep conditions', `where=${encodeURIComponent(`${'{"and":['.repeat(300)}${']}'.repeat(300)}`)}`],
  ['wide conditions', `where=${encodeURIComponent(JSON.stringify({ or: Array.from({ length: 200 }, () => ({})) }))}`],
  ['conditions of a join', `joins[articles][where][slug][in]=${'a,'.repeat(2000)}`],
])('%s are refused with 400 before the database sees them (security A14)', async (what, query) => {
  const path = what.includes('join') ? '/api/authors' : '/api/articles'
  const { body, status } = await reader(newsroom.url).get<{ errors: { message: string }[] }>(`${path}?${query}`)
  expect(status).toBe(400)
  expect(body.errors[0]?.message).toMatch(/\w/)
  if (query.startsWith('where')) expect((await reader(newsroom.url).get(`${path}/count?${query}`)).status).toBe(400)
})

it.each([300, 1500])('GraphQL conditions %i levels deep are refused with 400 (security A14)', async (levels) => {
  const anyone = reader(newsroom.url)
  const literal = `${'{AND:['.repeat(levels)}{}${']}'.repeat(levels)}`
  expect((await anyone.graphql(`{ Articles(where: ${literal}) { totalDocs } }`)).status).toBe(400)
  let where: object = {}
  for (let level = 0; level < levels; level += 1) where = { AND: [where] }
  expect((await anyone.graphql('query ($w: Article_where) { Articles(where: $w) { totalDocs } }', { w: where })).status).toBe(400)
})

it('conditions within the limits are answered (security A14)', async () => {
  const anyone = reader(newsroom.url)
  for (const query of [conditions(99, 'slug'), conditions(20, 'tags.slug'), conditions(20, 'section.slug'), `where[headline][like]=${'ab%20'.repeat(49)}`, `where[slug][in]=${'a,'.repeat(999)}`, `where[headline][contains]=${'x'.repeat(2000)}`, `sort=${'-slug,'.repeat(9)}slug`]) {
    expect({ query: query.slice(0, 80), status: (await anyone.get(`/api/articles?${query}`)).status }).toEqual({ query: query.slice(0, 80), status: 200 })
  }
})
