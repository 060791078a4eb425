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
