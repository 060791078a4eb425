import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'

let newsroom: TestNewsroom
let lines: string[] = []
const write = process.stderr.write.bind(process.stderr)
const level = process.env.LOG_LEVEL

beforeAll(async () => {
  process.env.LOG_LEVEL = 'info'
  process.stderr.write = (chunk: string | Uint8Array) => {
    lines.push(chunk.toString())
    return true
  }
  newsroom = await openNewsroom({ delivery: {}, guard: { trustedProxies: 1 } })
})
afterAll(async () => {
  process.stderr.write = write
  process.env.LOG_LEVEL = level
  await newsroom.close()
})
beforeEach(() => {
  lines = []
})

const get = (path: string, headers: Record<string, string> = {}) => fetch(newsroom.url + path, { headers: { 'X-Forwarded-For': '192.0.2.7', ...headers } })

it('each refusal in the log says which request it was, by whom, and by which id (http L1)', async () => {
  const response = await get('/api/articles?where[nope][equals]=nachtigall')
  const id = response.headers.get('X-Request-Id')
  expect([response.status, id]).toEqual([400, expect.stringMatching(/^[\w-]{36}$/)])
  const logged = lines.filter((line) => line.includes('400: '))
  expect(logged).toHaveLength(1)
  expect(JSON.parse(logged[0] ?? '')).toMatchObject({ requestId: id, method: 'GET', path: '/api/articles', address: '192.0.2.7' })
  expect(lines.join('')).not.toContain('?where')
})

it('each answer has an id of its own, what is kept too', async () => {
  const ids = new Set<string | null>()
  for (const path of ['/api/articles', '/api/articles', '/', '/api/health', '/nothing', '/api/nothing']) ids.add((await get(path)).headers.get('X-Request-Id'))
  expect([ids.size, ids.has(null)]).toEqual([6, false])
})

it('the id of a trusted proxy is taken over when it is short and safe', async () => {
  const idFor = async (given: string) => (await get('/api/articles?where[nope][equals]=x', { 'X-Request-Id': given })).headers.get('X-Request-Id')
  expect(await idFor('req-1.a:B_2')).toBe('req-1.a:B_2')
  expect(lines.join('')).toContain('"requestId":"req-1.a:B_2"')
  for (const given of ['x'.repeat(65), 'a b', '"}{', 'é', 'a,b', '']) expect(await idFor(given)).toMatch(/^[\w-]{36}$/)
})

describe('what a limit refuses', () => {
  const refused: [what: string, status: number, path: string, send: () => Promise<Response>][] = [
    ['a body that is too large', 413, '/api/users/login', () => fetch(`${newsroom.url}/api/users/login?secret=nachtigall`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: `"${'nachtigall'.repeat(200_000)}"` })],
    ['an address that is too long', 414, '/api/articles', () => get(`/api/articles?secret=nachtigall${'x'.repeat(14_000)}`)],
    ['a query with too many parameters', 400, '/api/articles', () => get(`/api/articles?secret=nachtigall${'&a=1'.repeat(1_001)}`)],
    ['a page of another site', 403, '/api/articles', () => fetch(`${newsroom.url}/api/articles?secret=nachtigall`, { method: 'POST', headers: { Origin: 'https://nachtigall.example', 'Sec-Fetch-Site': 'cross-site' } })],
    ['a GraphQL query that is too deep', 400, '/api/graphql', () => fetch(`${newsroom.url}/api/graphql`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ query: `{ nachtigall ${'{ a '.repeat(30)}${'}'.repeat(30)} }` }) })],
    ['a GraphQL query that cannot be read', 400, '/api/graphql', () => fetch(`${newsroom.url}/api/graphql`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ query: '{ login(password: "x") nachtigall: }' }) })],
  ]

  it.each(refused)('is logged in one line, without what was sent: %s', async (_what, status, path, send) => {
    const response = await send()
    await response.text()
    expect(response.status).toBe(status)
    const warnings = lines.filter((line) => line.includes('"level":40'))
    expect(warnings).toHaveLength(1)
    const { msg, ...line } = JSON.parse(warnings[0] ?? '') as Record<string, unknown>
    expect(line).toMatchObject({ level: 40, status, path, requestId: response.headers.get('X-Request-Id') })
    expect(msg).toMatch(/^[A-Z].*\.$/)
    expect(lines.join('')).not.toContain('nachtigall')
  })

  it('is logged too where an account or an address has done it too often, and no flood of it is', async () => {
    const login = () => fetch(`${newsroom.url}/api/users/login`, { method: 'POST', headers: { 'Content-Type': 'application/json', 'X-Forwarded-For': '192.0.2.8' }, body: JSON.stringify({ email: 'nachtigall@newsroom.test', password: 'wrong' }) })
    let last = await login()
    for (let tried = 0; tried < 100; tried += 1) last = await login()
    expect(last.status).toBe(429)
    const warnings = lines.filter((line) => line.includes('"status":429'))
    expect(JSON.parse(warnings[0] ?? '')).toMatchObject({ level: 40, method: 'POST', path: '/api/users/login', address: '192.0.2.8', msg: expect.stringContaining('Too many requests') })
    expect(warnings.length).toBeLessThanOrEqual(120)
    expect(warnings.join('')).not.toContain('nachtigall')
  })

  it('is not logged at a level that leaves warnings out', async () => {
    process.env.LOG_LEVEL = 'error'
    await (await get(`/api/articles?a=${'x'.repeat(14_000)}`)).text()
    process.env.LOG_LEVEL = 'info'
    expect(lines.filter((line) => line.includes('"level":40'))).toEqual([])
  })
})
