import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterEach, expect, it } from 'vitest'
import { openToy } from './support/toyApp'
import type { Toy } from './support/toyApp'

let toy: Toy
let cdn: Server
afterEach(() => {
  toy.close()
  cdn.close()
})

/** A CDN that notes what it is told, and refuses so many times first. */
async function open(refusals = 0): Promise<{ keys: string | undefined; authorization: string | undefined; body: unknown }[]> {
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
  toy = openToy({ app: (_request, response) => response.end('{}'), settings: { purge: { url, token: 'secret' } } })
  return heard
}

it('a CDN is told what to purge, with all that changes meanwhile at once', async () => {
  const heard = await open()
  for (const id of ['1', '2', '3']) toy.change({ tags: ['articles', id] })
  await expect.poll(() => heard.length, { timeout: 100_000 }).toBe(2)
  expect(heard[0]).toEqual({ keys: 'articles 1', authorization: 'Bearer secret', body: { all: false, keys: ['articles', '1'] } })
  expect(heard[1]?.body).toEqual({ all: false, keys: ['articles', '2', '3'] })
})

it('it is told again when it refuses', async () => {
  const heard = await open(1)
  toy.change({ tags: 'all' })
  await expect.poll(() => heard.map(({ body }) => body), { timeout: 100_000 }).toEqual([{ all: true, keys: [] }])
  expect(toy.failures).toEqual([])
})
