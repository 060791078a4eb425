import { setImmediate as tick } from 'node:timers/promises'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { openToy } from './support/toyApp'
import type { Toy } from './support/toyApp'

let toy: Toy
afterEach(() => {
  toy.close()
})

/** An app whose answer is a JSON list with a number that grows whenever it is asked. */
function counting(): Toy {
  let count = 0
  return openToy({
    app: (_request, response) => {
      count += 1
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ count, docs: [], hasNextPage: false }))
    },
  })
}

describe('crowds', () => {
  it('a thousand first requests for one page cost one render', async () => {
    toy = openToy({
      app: async (_request, response) => {
        await tick()
        response.end('{}')
      },
    })
    const answers = await Promise.all(Array.from({ length: 1000 }, () => toy.get('/api/articles')))
    expect(toy.renders()).toBe(1)
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  })

  it('those who find no place in the queue are told when to come again', async () => {
    let release: () => void = () => undefined
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    toy = openToy({
      app: async (_request, response) => {
        await held
        response.end('{}')
      },
    })
    const answers = Array.from({ length: 3000 }, (_, at) => toy.get(`/api/articles?page=${at}`))
    const refused = await Promise.race(answers.slice(-1))
    expect([refused.status, refused.header('Retry-After')]).toEqual([503, '1'])
    release()
    const statuses = (await Promise.all(answers)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(32 + 2048)
  })

  it('what is kept never takes more than it may', async () => {
    toy = openToy({ app: (_request, response) => response.end('x'.repeat(10_000)), settings: { cacheBytes: 200_000 } })
    for (let page = 0; page < 100; page += 1) await toy.get(`/api/articles?page=${page}`)
    const { bytes, entries, tags } = toy.delivery.stats()
    expect(bytes).toBeLessThanOrEqual(200_000)
    expect(entries).toBeGreaterThan(5)
    expect(tags).toBe(1)
  })

  it('long addresses count as well, and so do the words by which an answer is found again', async () => {
    toy = openToy({ app: (_request, response) => response.end('{}'), settings: { cacheBytes: 400_000 } })
    for (let page = 0; page < 100; page += 1) {
      const url = `/api/articles?page=${page}&${'/'.repeat(3000)}`
      await toy.get(url)
      await toy.get(url.replaceAll('/', '%2f'))
    }
    const { aliases, bytes, entries } = toy.delivery.stats()
    expect(bytes).toBeLessThanOrEqual(400_000)
    expect(entries).toBeGreaterThan(5)
    expect(entries * 9000).toBeLessThan(400_000)
    expect(aliases * 3000).toBeLessThan(50_000)
  })

  it('nothing is kept where nothing may be', async () => {
    toy = openToy({ app: (_request, response) => response.end('{}'), settings: { cacheBytes: 0 } })
    for (const renders of [1, 2]) {
      expect((await toy.get('/api/articles')).status).toBe(200)
      expect(toy.renders()).toBe(renders)
    }
  })

  it('an answer that is too large goes through whole, and is not kept', async () => {
    const text = 'y'.repeat(3 * 1024 * 1024)
    toy = openToy({ app: (_request, response) => response.end(text) })
    for (const renders of [2, 3]) {
      expect((await toy.get('/api/articles')).text).toBe(text)
      expect(toy.renders()).toBe(renders)
    }
    expect(toy.delivery.stats().entries).toBe(0)
  })
})

describe('faults of the app', () => {
  it('a render that throws is an error for that request only', async () => {
    toy = openToy({
      app: (request, response) => {
        if (request.url === '/api/tags') throw new Error('Oh no.')
        response.end('{}')
      },
    })
    expect((await toy.get('/api/tags')).status).toBe(500)
    expect((await toy.get('/api/articles')).status).toBe(200)
    expect(toy.failures).toEqual([new Error('Oh no.')])
  })

  it('an old answer is better than an error, unless it showed what is gone', async () => {
    let isBroken = false
    toy = openToy({ app: (_request, response) => void response.writeHead(isBroken ? 500 : 200).end(isBroken ? 'Oh no.' : 'Fine.') })
    await toy.get('/api/articles')
    isBroken = true
    toy.change({ tags: ['articles'] })
    const old = await toy.get('/api/articles')
    expect([old.status, old.text]).toEqual([200, 'Fine.'])
    expect(old.header('Cache-Status')).toMatch(/^Dateline; hit; ttl=-\d+; detail="stale/)
    toy.change({ tags: ['articles'], removes: true })
    expect((await toy.get('/api/articles')).status).toBe(500)
  })

  it('an answer with a cookie, or one the app forbids to store, is not kept', async () => {
    toy = openToy({
      app: (request, response) => void response.writeHead(200, request.url === '/api/tags' ? { 'Set-Cookie': 'a=b' } : { 'Cache-Control': 'no-store' }).end('{}'),
    })
    for (const path of ['/api/tags', '/api/tags', '/api/articles', '/api/articles']) await toy.get(path)
    expect(toy.renders()).toBe(4)
  })
})

describe('requests', () => {
  it('get what the app makes of the words that their answers are kept by', async () => {
    toy = openToy({ app: (request, response) => response.end(JSON.stringify(request.url)) })
    for (const url of ['/%61pi/articles?b=2&a[x]=%31', '/api/articles?a%5bx%5d=1&b=2']) {
      expect((await toy.get(url)).text).toBe('"/api/articles?a%5Bx%5D=1&b=2"')
    }
    expect(toy.renders()).toBe(1)
  })

  it('of GraphQL by GET are answered in the media type asked for', async () => {
    toy = openToy({ app: (request, response) => void response.writeHead(200, { 'Content-Type': request.headers.accept ?? '' }).end('{"data":{}}') })
    const url = '/api/graphql?query={Tags{totalDocs}}'
    for (const accept of ['application/json', 'application/graphql-response+json', 'application/json']) {
      expect((await toy.get(url, { accept })).header('Content-Type')).toBe(accept)
    }
    expect(toy.renders()).toBe(2)
  })

  it('without a readable address are refused', async () => {
    toy = counting()
    for (const url of ['*', '/api/%ff', '/api/articles?a=%C0%AF']) expect((await toy.get(url)).status).toBe(400)
    expect(toy.renders()).toBe(0)
  })

  it('with too much to say are refused', async () => {
    toy = openToy({ app: (_request, response) => response.end('{}'), settings: { bodyBytes: 1000 } })
    const { status } = await toy.ask('/api/articles', { method: 'POST', body: 'x'.repeat(1001) })
    expect(status).toBe(413)
    const graphql = { method: 'POST', headers: { 'content-type': 'application/json' }, body: 'x'.repeat(300_000) }
    expect((await toy.ask('/api/graphql', graphql)).status).toBe(413)
  })

  it('of another host have answers of their own', async () => {
    toy = counting()
    await toy.get('/api/articles')
    await toy.get('/api/articles', { host: 'evil.test' })
    expect(toy.renders()).toBe(2)
  })
})

it('nobody is ever shown what was there before a change they may know of', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.array(fc.constantFrom('read', 'write'), { minLength: 3, maxLength: 25 }), async (scheduler, steps) => {
      let stored = 0
      let told = 0
      const run = openToy({
        // Reads the database, then takes its time.
        app: async (_request, response) => {
          await scheduler.schedule(Promise.resolve(), 'before the read')
          const seen = stored
          await scheduler.schedule(Promise.resolve(), 'after the read')
          response.end(JSON.stringify({ seen }))
        },
      })
      const { sequence } = { sequence: steps.map((step) => ({ step })) }
      const all = sequence.map(async ({ step }, at) => {
        await scheduler.schedule(Promise.resolve(), `${step} ${at}`)
        if (step === 'write') {
          stored += 1
          const mine = stored
          await scheduler.schedule(Promise.resolve(), 'before the hook')
          run.change({ tags: ['articles'] })
          told = Math.max(told, mine)
          return
        }
        const known = told
        const { text } = await run.get('/api/articles')
        const answer: unknown = JSON.parse(text)
        expect(answer).toEqual({ seen: expect.toSatisfy((seen: number) => seen >= known) })
      })
      await scheduler.waitFor(Promise.all(all))
      run.close()
    }),
    { numRuns: 300 },
  )
  toy = counting()
})
