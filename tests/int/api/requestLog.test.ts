import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
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
