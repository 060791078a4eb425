import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bridge } from '../../../src/delivery/bridge'
import { IDLE, openToy } from './support/toyApp'
import type { Toy } from './support/toyApp'

const PATH = '/api/articles/0b5c0000-0000-4000-8000-000000000001'
const ID = PATH.slice(-36)
const OTHER = '/api/tags'

const GONE = { errors: [{ message: 'The database does not answer. Nothing was saved; try again in a moment.' }] }

let toy: Toy
let isUp: boolean

afterEach(() => toy.close())

/** Starts a newsroom whose database answers while `isUp`; it is opened by the first poll that finds the database there. */
async function start(): Promise<void> {
  toy = openToy({
    app: (request, response) => void response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ of: request.url })),
    isOpen: false,
    open: () => {
      if (isUp) bridge().source = { ...IDLE, ping: () => Promise.resolve(isUp) }
      return Promise.resolve()
    },
  })
  await toy.delivery.poll()
}

async function becomes(state: 'up' | 'down'): Promise<void> {
  isUp = state === 'up'
  await toy.delivery.poll()
}

async function expectRefusal(method: string, path: string): Promise<void> {
  const { body, headers, status } = await toy.ask(path, { method, ...(method === 'GET' ? {} : { body: '{}' }) })
  expect([status, Object.fromEntries(headers)['retry-after'], JSON.parse(body.toString())]).toEqual([503, '2', GONE])
}

async function expectHealth(state: 'up' | 'down'): Promise<void> {
  const { status, text } = await toy.get('/api/health')
  if (state === 'up') expect(status).toBe(200)
  else expect([status, JSON.parse(text)]).toEqual([503, { status: 'error', database: 'down', version: expect.any(String) }])
}

describe('while the database does not answer', () => {
  beforeEach(async () => {
    isUp = true
    await start()
    await toy.get(PATH)
    await toy.get('/feeds/rss.xml')
  })

  it('what was read before is served, marked stale', async () => {
    await becomes('down')
    for (const path of [PATH, '/feeds/rss.xml']) {
      const { header, status, text } = await toy.get(path)
      expect([status, text]).toEqual([200, JSON.stringify({ of: path })])
      expect(header('Cache-Status')).toMatch(/^Dateline; hit; ttl=-?\d+; detail="stale/)
      expect(header('Cache-Control')).toBe('public, max-age=0, s-maxage=0, stale-while-revalidate=5, stale-if-error=86400')
    }
    expect(toy.renders()).toBe(2)
  })

  it('everything else is refused, writes too, and the app is not asked', async () => {
    await becomes('down')
    for (const path of [OTHER, '/api/users/me', '/admin']) await expectRefusal('GET', path)
    for (const method of ['PATCH', 'DELETE']) await expectRefusal(method, PATH)
    await expectRefusal('POST', '/api/graphql')
    await expectHealth('down')
    expect(toy.renders()).toBe(2)
  })

  it('what changed is shown as it was, and what was withdrawn is not shown', async () => {
    toy.change({ tags: ['articles', ID] })
    await becomes('down')
    expect((await toy.get(PATH)).status).toBe(200)
    toy.change({ tags: ['articles', ID], removes: true })
    await expectRefusal('GET', PATH)
  })

  it('a database that is back is found', async () => {
    await becomes('down')
    await expectRefusal('GET', OTHER)
    await becomes('up')
    expect((await toy.get(OTHER)).status).toBe(200)
    expect((await toy.get(PATH)).header('Cache-Status')).toBe('Dateline; hit')
    await expectHealth('up')
  })
})

describe('a process that starts while the database does not answer', () => {
  beforeEach(async () => {
    isUp = false
    await start()
  })

  it('refuses everything, and says so', async () => {
    await expectRefusal('GET', PATH)
    await expectRefusal('PATCH', PATH)
    await expectHealth('down')
    expect(toy.renders()).toBe(0)
  })

  it('finds it when it comes up', async () => {
    await becomes('up')
    expect((await toy.get(PATH)).status).toBe(200)
    await expectHealth('up')
  })
})
