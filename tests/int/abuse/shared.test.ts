import type { RateLimiterAbstract } from 'rate-limiter-flexible'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import { sharedCounter } from '../../../src/database/sharedCounter'
import { redisCounter } from '../../../src/security/redis'

const LIMIT = { times: 3, seconds: 60 }

let newsroom: TestNewsroom

beforeAll(async () => {
  newsroom = await openNewsroom()
})
afterAll(() => newsroom.close())

/** How many of so many acts at once two processes let through. */
async function allowed(acts: number, processes: readonly RateLimiterAbstract[], whose: string): Promise<number> {
  const results = await Promise.allSettled(
    Array.from({ length: acts }, (_, n) => processes[n % processes.length]?.consume(whose)),
  )
  return results.filter(({ status }) => status === 'fulfilled').length
}

describe.runIf(process.env.TEST_ENGINE !== 'sqlite')('processes on one server (only on MongoDB and PostgreSQL)', () => {
  it('count together, and forget together', async () => {
    const make = await sharedCounter(newsroom.payload)
    const processes = [0, 1].flatMap(() => make?.('login-account', LIMIT) ?? [])
    expect(processes).toHaveLength(2)
    expect(await allowed(10, processes, 'ann')).toBe(3)
    expect(await allowed(10, processes, 'ben')).toBe(3)
    await Promise.all(processes.map((each) => each.delete('ann')))
    expect(await allowed(1, processes, 'ann')).toBe(1)
  })
})

describe.runIf(process.env.TEST_ENGINE === 'sqlite')('a process on SQLite (only on SQLite)', () => {
  it('counts for itself', async () => {
    expect(await sharedCounter(newsroom.payload)).toBeUndefined()
  })
})

describe.runIf(process.env.TEST_REDIS_URL)('processes on one Redis (only with TEST_REDIS_URL)', () => {
  it('count together', async () => {
    const servers = await Promise.all([0, 1].map(() => redisCounter(process.env.TEST_REDIS_URL ?? '', () => undefined)))
    const processes = servers.map(({ counter }) => counter('login-account', LIMIT))
    await expect.poll(() => servers.every(({ isReady }) => isReady())).toBe(true)
    expect(await allowed(10, processes, crypto.randomUUID())).toBe(3)
    for (const { close } of servers) close()
  })
})

describe('without the Redis it was told of', () => {
  it('a process counts for itself', async () => {
    const failures: string[] = []
    const { close, counter } = await redisCounter('redis://127.0.0.1:1', (message) => failures.push(message))
    expect(await allowed(10, [counter('login-account', LIMIT)], 'ann')).toBe(3)
    await expect.poll(() => failures).toContain('Redis does not answer: requests are counted by this process alone')
    close()
  })
})
