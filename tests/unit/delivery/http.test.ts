import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { codingFor } from '../../../src/delivery/encoding'
import { isNotModified, lastModifiedOf, preconditionOf } from '../../../src/delivery/conditional'
import { openToy } from './support/toyApp'
import type { Toy } from './support/toyApp'

const TEXT = JSON.stringify({ docs: Array.from({ length: 50 }, (_, at) => ({ headline: `Story number ${at}` })), hasNextPage: false })
const SITE = 'https://www.example.com'

let toy: Toy
beforeEach(() => {
  toy = openToy({ app: (_request, response) => void response.writeHead(200, { 'Content-Type': 'application/json' }).end(TEXT), settings: { allowedOrigins: [SITE] } })
})
afterEach(() => {
  toy.close()
})

describe('a kept answer', () => {
  it('has a strong tag, and is not sent again to who has it', async () => {
    const first = await toy.get('/api/articles')
    const etag = first.header('ETag') ?? ''
    expect(etag).toMatch(/^"[\w-]{43}"$/)
    for (const tag of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await toy.get('/api/articles', { 'if-none-match': tag })
      expect([again.status, again.text, again.header('ETag'), again.header('Content-Type')]).toEqual([304, '', etag, undefined])
    }
    expect((await toy.get('/api/articles', { 'if-none-match': '"other"' })).status).toBe(200)
  })

  it('says how it may be kept, and how it was come by', async () => {
    const first = await toy.get('/api/articles')
    expect(first.header('Cache-Control')).toBe('public, max-age=0, s-maxage=5, stale-while-revalidate=5, stale-if-error=86400')
    expect([first.header('Cache-Status'), first.header('Age')]).toEqual(['Dateline; fwd=uri-miss; stored', undefined])
    expect((await toy.get('/api/articles')).header('Cache-Status')).toBe('Dateline; hit')
  })

  it('answers HEAD with the same headers and no body', async () => {
    await toy.get('/api/articles')
    const head = await toy.ask('/api/articles', { method: 'HEAD' })
    expect([head.status, head.body.length]).toEqual([200, 0])
    expect(Object.fromEntries(head.headers)).toMatchObject({ 'content-length': String(TEXT.length), 'content-type': 'application/json' })
  })

  it('is compressed for who takes it, with a tag of its own', async () => {
    const tags = new Set<string | undefined>()
    const codings = { br: brotliDecompressSync, gzip: gunzipSync }
    for (const [coding, decode] of Object.entries(codings)) {
      const rendered = await toy.ask('/api/articles', { headers: { 'accept-encoding': coding } })
      const headers = Object.fromEntries(rendered.headers)
      expect(decode(rendered.body).toString()).toBe(TEXT)
      expect(headers).toMatchObject({ 'content-encoding': coding, 'content-length': String(rendered.body.length), vary: 'Accept-Encoding, Origin, Authorization, Cookie' })
      tags.add(headers.etag)
      // RFC 9110 section 15.4.5: a cache takes over what a 304 says.
      const same = await toy.get('/api/articles', { 'accept-encoding': coding, 'if-none-match': headers.etag ?? '' })
      expect([same.status, same.header('Vary')]).toEqual([304, headers.vary])
    }
    tags.add((await toy.get('/api/articles')).header('ETag'))
    expect(tags.size).toBe(3)
    expect(toy.renders()).toBe(1)
  })

  it('of GraphQL says that it differs by the media type asked for', async () => {
    toy.close()
    toy = openToy({ app: (_request, response) => void response.writeHead(200, { 'Content-Type': 'application/json', Vary: 'x' }).end('{"data":{}}') })
    const answer = await toy.ask('/api/graphql?query={Articles{totalDocs}}')
    expect(answer.headers.filter(([name]) => name === 'vary')).toEqual([['vary', 'Accept-Encoding, Accept, Authorization, Cookie']])
  })

  it('is given to who asks in the absolute form, as proxies do', async () => {
    await toy.get('/api/articles')
    expect((await toy.get('http://newsroom.test/api/articles')).header('Cache-Status')).toBe('Dateline; hit')
  })

  it('tells a CDN what it shows, where one is to be purged', async () => {
    expect((await toy.get('/api/articles')).header('Surrogate-Key')).toBeUndefined()
    toy.close()
    toy = openToy({ app: (_request, response) => response.end('{"id":"64b7f1c2a9d3e85f01234567"}'), settings: { surrogateKeys: true } })
    expect((await toy.get('/api/articles?limit=1')).header('Surrogate-Key')).toBe('articles 64b7f1c2a9d3e85f01234567')
  })
})

describe('a kept answer, long after it was made', () => {
  const later = (seconds: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + seconds * 1000 })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('is as good as new for caches in front, since it is known to be current (http C1)', async () => {
    await toy.get('/api/articles')
    later(55)
    const { header } = await toy.get('/api/articles')
    expect([header('Cache-Status'), header('Age')]).toEqual(['Dateline; hit', undefined])
    expect(header('Cache-Control')).toContain('s-maxage=5,')
  })

  it('may be kept by a CDN for as long as was set (http C2)', async () => {
    await toy.close()
    toy = openToy({ app: (_request, response) => response.end('{}'), settings: { cdnSeconds: 3600 } })
    await toy.get('/api/articles')
    later(55)
    expect((await toy.get('/api/articles')).header('Cache-Control')).toContain('s-maxage=3600,')
  })

  it('may be kept until what it shows changes by itself, and no longer (http C2)', async () => {
    await toy.close()
    const start = Date.now()
    toy = openToy({
      app: (_request, response) => response.end('{}'),
      settings: { cdnSeconds: 3600 },
      source: { moments: () => Promise.resolve([{ at: start + 90_000, tags: ['articles'] }]) },
    })
    later(30)
    expect(Number(/s-maxage=(\d+)/.exec((await toy.get('/api/articles')).header('Cache-Control') ?? '')?.[1])).toBeOneOf([58, 59, 60])
  })

  it('says how old it is while nobody knows whether it still holds (http C1)', async () => {
    await toy.close()
    let isUp = true
    toy = openToy({ app: (_request, response) => response.end('{}'), source: { ping: () => Promise.resolve(isUp) } })
    await toy.get('/api/articles')
    isUp = false
    await toy.delivery.poll()
    later(40)
    const { header } = await toy.get('/api/articles')
    expect(Number(header('Age'))).toBeOneOf([40, 41])
    expect(header('Cache-Control')).toContain('s-maxage=0,')
  })

  it('was modified when its content was, not when it was rendered again (code F9)', async () => {
    const first = Date.now()
    await toy.get('/feeds/rss.xml')
    later(65)
    const again = await toy.get('/feeds/rss.xml')
    expect([again.header('Cache-Status'), toy.renders()]).toEqual(['Dateline; fwd=stale; stored', 2])
    const date = again.header('Last-Modified') ?? ''
    expect(Date.parse(date)).toBe(Math.floor(first / 1000) * 1000)
    expect((await toy.get('/feeds/rss.xml', { 'if-modified-since': date })).status).toBe(304)
    toy.change({ tags: ['articles'] })
    expect((await toy.get('/feeds/rss.xml', { 'if-modified-since': date })).status).toBe(304)
  })
})

describe('a condition on what is read (http H2)', () => {
  it.each([
    [{ 'if-match': '"another"' }, 412],
    [{ 'if-match': '*' }, 200],
    [{ 'if-unmodified-since': new Date(0).toUTCString() }, 412],
    [{ 'if-unmodified-since': 'no date' }, 200],
    [{ 'if-match': '*', 'if-unmodified-since': new Date(0).toUTCString() }, 200],
    [{ 'if-match': '"another"', 'if-none-match': '*' }, 412],
  ])('%o: %i', async (headers, status) => {
    await toy.get('/api/articles')
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 5000 })
    expect((await toy.get('/api/articles', headers)).status).toBe(status)
    vi.useRealTimers()
  })

  it('that names this version is met', async () => {
    const etag = (await toy.get('/api/articles')).header('ETag') ?? ''
    expect((await toy.get('/api/articles', { 'if-match': `"x", ${etag}` })).status).toBe(200)
    expect((await toy.get('/api/articles', { 'if-match': `W/${etag}` })).status).toBe(412)
    expect(preconditionOf({ 'if-unmodified-since': new Date(20_000).toUTCString() }, { etag: 'x', lastModified: 10_000 })).toBeUndefined()
  })
})

describe('a request', () => {
  it.each(['TRACE', 'PROPFIND', 'FOO'])('of a method that nobody knows is refused: %s', async (method) => {
    const answer = await toy.ask('/api/articles', { method })
    expect([answer.status, Object.fromEntries(answer.headers).allow]).toEqual([405, 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS'])
    expect(toy.renders()).toBe(0)
  })

  it.each([
    ['PUT', '/admin', 'GET, HEAD, POST, OPTIONS'],
    ['PATCH', '/', 'GET, HEAD, OPTIONS'],
    ['POST', '/', 'GET, HEAD, OPTIONS'],
    ['POST', '/sitemap.xml', 'GET, HEAD, OPTIONS'],
    ['POST', '/feeds/rss.xml', 'GET, HEAD, OPTIONS'],
    ['DELETE', '/articles/ferry', 'GET, HEAD, OPTIONS'],
    ['POST', '/share/x', 'GET, HEAD, OPTIONS'],
    ['DELETE', '/api/health', 'GET, HEAD, OPTIONS'],
    ['PUT', '/api/graphql', 'GET, HEAD, POST, OPTIONS'],
    ['PATCH', '/api/graphql/', 'GET, HEAD, POST, OPTIONS'],
    ['DELETE', '/api/graphql', 'GET, HEAD, POST, OPTIONS'],
  ])('by which something would be changed is refused where nothing can be, and told what can: %s %s (http H1)', async (method, path, allow) => {
    const answer = await toy.ask(path, { method })
    expect([answer.status, Object.fromEntries(answer.headers).allow]).toEqual([405, allow])
    expect(toy.renders()).toBe(0)
  })

  it.each(['[::1', 'a b', 'a/b', 'a?b', 'user@a', 'a:b', '%%', 'one.test, two.test'])('to no host is refused: %s', async (host) => {
    expect((await toy.get('/api/articles', { host })).status).toBe(400)
    expect((await toy.get('/admin/login', { host })).status).toBe(400)
    expect(toy.renders()).toBe(0)
  })

  it.each(['newsroom.test', 'newsroom.test:8080', '[::1]:3000', '127.0.0.1', 'xn--fiqs8s.test', ''])('to a host is answered: %s', async (host) => {
    expect((await toy.get('/api/articles', { host })).status).toBe(200)
  })

  it('for what the server can do at all is told the methods', async () => {
    const { headers, status } = await toy.ask('*', { method: 'OPTIONS' })
    expect([status, Object.fromEntries(headers).allow]).toEqual([204, 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS'])
  })

  it('for the head of an answer that is not kept is a GET to the app', async () => {
    await toy.close()
    toy = openToy({ app: ({ method }, response) => void response.writeHead(method === 'GET' ? 200 : 404).end('{}') })
    expect((await toy.ask('/api/users/me', { method: 'HEAD' })).status).toBe(200)
  })
})

describe('another origin', () => {
  it('may read what is public, without a login', async () => {
    const { header } = await toy.get('/api/articles', { origin: 'https://elsewhere.test' })
    expect([header('Access-Control-Allow-Origin'), header('Access-Control-Allow-Credentials')]).toEqual(['*', undefined])
  })

  it('may use a login where it is named', async () => {
    const { header } = await toy.get('/api/articles', { origin: SITE })
    expect([header('Access-Control-Allow-Origin'), header('Access-Control-Allow-Credentials')]).toEqual([SITE, 'true'])
    expect(header('Vary')).toContain('Origin')
    const own = await toy.get('/api/users/me', { origin: SITE, cookie: 'payload-token=x' })
    expect([own.header('Access-Control-Allow-Origin'), own.header('Vary')]).toEqual([SITE, 'Origin'])
  })

  it('may not otherwise', async () => {
    const own = await toy.get('/api/users/me', { origin: 'https://elsewhere.test', cookie: 'payload-token=x' })
    expect(own.header('Access-Control-Allow-Origin')).toBeUndefined()
  })

  it('learns beforehand what it may send', async () => {
    const preflight = async (origin: string) => {
      const { headers, status } = await toy.ask('/api/articles', { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'PATCH' } })
      return { status, ...Object.fromEntries(headers) }
    }
    expect(await preflight(SITE)).toMatchObject({ status: 204, 'access-control-allow-origin': SITE, 'access-control-allow-methods': expect.stringContaining('PATCH') })
    const other = await preflight('https://elsewhere.test')
    expect(other).toMatchObject({ status: 204, 'access-control-allow-origin': '*', 'access-control-allow-methods': 'GET, HEAD' })
    expect(other).not.toHaveProperty('access-control-allow-credentials')
  })
})

describe('the coding', () => {
  it.each([
    [undefined, undefined],
    ['', undefined],
    ['gzip', 'gzip'],
    ['gzip, deflate, br', 'br'],
    ['br;q=0.1, gzip', 'gzip'],
    ['*', 'br'],
    ['br;q=0, *', 'gzip'],
    ['identity, gzip;q=0.5', undefined],
    ['BR', 'br'],
  ])('for %s is %s', (header, coding) => {
    expect(codingFor(header)).toBe(coding)
  })

  it('is found in whatever a client writes', () => {
    fc.assert(
      fc.property(fc.string(), (header) => {
        expect([undefined, 'br', 'gzip']).toContain(codingFor(header))
      }),
    )
  })
})

describe('a date', () => {
  it('is told only when no other version can share it', () => {
    expect(lastModifiedOf(10_300, 10_900)).toBeUndefined()
    expect(lastModifiedOf(10_300, 11_000)).toBe(10_000)
  })

  it('counts only without a tag', () => {
    const since = new Date(10_000).toUTCString()
    const validators = { etag: 'x', lastModified: 10_000 }
    expect(isNotModified({ 'if-modified-since': since }, validators)).toBe(true)
    expect(isNotModified({ 'if-modified-since': since, 'if-none-match': '"y"' }, validators)).toBe(false)
    expect(isNotModified({ 'if-modified-since': 'yesterday' }, validators)).toBe(false)
    expect(isNotModified({ 'if-modified-since': since }, { etag: 'x', lastModified: undefined })).toBe(false)
  })
})
