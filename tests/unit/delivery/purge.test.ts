import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterEach, expect, it, vi } from 'vitest'
import type { Source } from '../../../src/delivery/bridge'
import { openToy } from './support/toyApp'
import type { Toy } from './support/toyApp'

let toy: Toy
let cdn: Server
afterEach(() => {
  toy.close()
  cdn.close()
})

/** A CDN that notes what it is told, and refuses so many times first. */
async function open(refusals = 0, source: Partial<Source> = {}): Promise<{ keys: string | undefined; authorization: string | undefined; body: unknown }[]> {
  const heard: Awaited<ReturnType<typeof open>> = []
  let left = refusals
  cdn = createServer((request, response) => {
    void text(request).then((body) => {
      left -= 1
      if (left < 0) heard.push({ keys: request.headers['surrogate-key']?.toString(), authorization: request.headers.authorization, body: JSON.parse(body) })
      response.writeHead(left < 0 ? 200 : 500).end()
    })
  })
  await new Promise<void>((resolve) => cdn.listen(0, '127.0.0.1', resolve))
  const address = cdn.address()
  const url = `http://127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}/purge`
  toy = openToy({ app: (_request, response) => response.end('{}'), source, settings: { purge: { url, token: 'secret' } } })
  return heard
}

it('a CDN is told what to purge, with all that changes meanwhile at once', async () => {
  const heard = await open()
  for (const id of ['1', '2', '3']) toy.change({ tags: ['articles', id] })
  await expect.poll(() => heard.length, { timeout: 100_000 }).toBe(1)
  expect(heard[0]).toEqual({ keys: 'articles 1 2 3', authorization: 'Bearer secret', body: { all: false, keys: ['articles', '1', '2', '3'] } })
})

it('it is told again when it refuses', async () => {
  const heard = await open(1)
  toy.change({ tags: 'all' })
  await expect.poll(() => heard.map(({ body }) => body), { timeout: 100_000 }).toEqual([{ all: true, keys: [] }])
  expect(toy.failures).toEqual([])
})

it('a CDN is told in portions that it takes, and again of what it did not take (code F1)', async () => {
  const heard = await open(2)
  const ids = Array.from({ length: 500 }, (_, at) => `0b5c3a52-55b7-4ea0-9d3e-${String(at).padStart(12, '0')}`)
  toy.change({ tags: ['articles', ...ids] })
  await expect.poll(() => heard.length, { timeout: 100_000 }).toBe(6)
  for (const { keys = '' } of heard) {
    expect(keys.split(' ').length).toBeLessThanOrEqual(100)
    expect(keys.length).toBeLessThan(4096)
  }
  expect(new Set(heard.flatMap(({ keys = '' }) => keys.split(' ')))).toEqual(new Set(['articles', ...ids]))
})

it('a CDN is told of what the clock publishes, when it does (http S2)', async () => {
  const heard = await open()
  toy.change({ tags: ['articles', '1'], moments: [Date.now() + 8000] })
  await expect.poll(() => heard.length, { timeout: 100_000 }).toBe(1)
  await toy.delivery.poll()
  expect(heard).toHaveLength(1)
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 9000 })
  await toy.delivery.poll()
  await toy.delivery.poll()
  vi.useRealTimers()
  await expect.poll(() => heard.length, { timeout: 100_000 }).toBe(2)
  expect(heard[1]?.body).toEqual({ all: false, keys: ['articles', '1'] })
})

it('a CDN is told of what was to be published before this process started (http S2)', async () => {
  const heard = await open(0, { moments: () => Promise.resolve([{ at: Date.now() + 8000, tags: ['articles', '2'] }]) })
  await toy.delivery.poll()
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 9000 })
  await toy.delivery.poll()
  vi.useRealTimers()
  await expect.poll(() => heard.map(({ body }) => body), { timeout: 100_000 }).toEqual([{ all: false, keys: ['articles', '2'] }])
})
