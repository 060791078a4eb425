import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { createAuthor, createSection, publishArticle } from '../../helpers/articles'
import { signIn, tokenOf } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import { ask, startNginx, startStockNginx, startVarnish, whyNot } from '../../helpers/sharedCaches'
import type { SharedCache } from '../../helpers/sharedCaches'

/** Caches as people put them in front, and what each needs to be installed. */
const CACHES = [
  { name: 'Varnish, docs/cdn/varnish.vcl', program: 'varnishd', start: startVarnish },
  { name: 'nginx, docs/cdn/nginx.conf', program: 'nginx', start: startNginx },
  { name: 'nginx as its manual sets it up', program: 'nginx', start: startStockNginx },
] as const

let newsroom: TestNewsroom
let editor: Client
let token: string
let article: string
let cache: SharedCache | undefined

beforeAll(async () => {
  newsroom = await openNewsroom({ delivery: { surrogateKeys: true } })
  editor = await signIn(newsroom, 'editor')
  token = await tokenOf(newsroom, 'editor')
  const author = (await createAuthor(editor, { name: 'Ann Ames' })).id
  const section = (await createSection(editor, 'World')).id
  article = (await publishArticle(editor, { headline: 'Open story', section, bylines: [{ author, role: 'reporter' }] })).id
})
afterEach(async () => {
  vi.useRealTimers()
  await cache?.close()
  cache = undefined
})
afterAll(() => newsroom.close())

describe.each(CACHES)('$name', ({ program, start }) => {
  const missing = whyNot(program)

  it('answers nearly all requests itself, however long ago an answer was made (http C1)', async ({ skip }) => {
    skip(missing !== undefined, missing)
    cache = await start(newsroom.url)
    const paths = ['/api/articles?depth=0', `/api/articles/${article}`, '/feeds/rss.xml', '/articles/open-story', '/api/graphql?query={Articles{totalDocs}}']
    for (const path of paths) await ask(`${newsroom.url}${path}`)
    // Nothing has changed since, and nothing is rendered again yet.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 50_000 })
    for (const path of paths) {
      const answers = []
      for (let made = 0; made < 20; made += 1) answers.push(await ask(`${cache.url}${path}`))
      expect(new Set(answers.map(({ status }) => status)), path).toEqual(new Set([200]))
      expect(answers.filter(({ isHit }) => isHit).length, path).toBeGreaterThanOrEqual(19)
    }
  })

  it('gives whoever is signed in an answer of their own, and nobody else that (http C3)', async ({ skip }) => {
    skip(missing !== undefined, missing)
    cache = await start(newsroom.url)
    const url = `${cache.url}/api/articles/${article}?depth=0`
    const fields = async (headers: Record<string, string> = {}) => Object.keys(JSON.parse((await ask(url, headers)).body) as object)
    const [open, secret] = [await fields(), await fields({ Authorization: `JWT ${token}` })]
    expect(open).not.toContain('stage')
    expect(secret).toContain('stage')
    expect(await fields({ Cookie: `payload-token=${token}` })).toEqual(secret)
    expect(await fields({ Cookie: '_ga=1' })).toEqual(open)
    expect(await fields()).toEqual(open)
    expect((await ask(url)).isHit).toBe(true)
  })

  it('gives each the coding they take', async ({ skip }) => {
    skip(missing !== undefined, missing)
    cache = await start(newsroom.url)
    for (const [accepted, coding] of [['gzip', 'gzip'], ['identity', 'identity'], ['gzip', 'gzip'], ['identity', 'identity'], ['br;q=0, gzip', 'gzip'], ['gzip;q=0.0', 'identity']] as const) {
      const { headers } = await ask(`${cache.url}/feeds/atom.xml`, { 'Accept-Encoding': accepted })
      expect([accepted, headers['content-encoding'] ?? 'identity']).toEqual([accepted, coding])
    }
  })
})

describe.each(CACHES.slice(0, 2))('$name', ({ program, start }) => {
  const missing = whyNot(program)

  it('keeps one answer for all visitors, whatever cookies they have (http C3)', async ({ skip }) => {
    skip(missing !== undefined, missing)
    cache = await start(newsroom.url)
    const url = `${cache.url}/api/articles?limit=2`
    await ask(url)
    for (const visitor of ['1', '2', '3']) expect((await ask(url, { Cookie: `_ga=${visitor}` })).isHit).toBe(true)
  })
})

describe('Varnish', () => {
  const missing = whyNot('varnishd')

  it('is told what to forget (http S2)', async ({ skip }) => {
    skip(missing !== undefined, missing)
    cache = await startVarnish(newsroom.url)
    const [list, feed] = [`${cache.url}/api/tags?limit=3`, `${cache.url}/api/articles?limit=3`]
    const purge = (keys: string, given: string) =>
      fetch(`${cache?.url ?? ''}/purge`, { method: 'POST', headers: { Authorization: `Bearer ${given}`, 'Surrogate-Key': keys } })
    for (const url of [list, feed]) expect([(await ask(url)).isHit, (await ask(url)).isHit]).toEqual([false, true])
    expect((await purge('tags', 'a guess')).status).toBe(403)
    expect((await ask(list)).isHit).toBe(true)
    expect((await purge('tags 0b5c3a52', 'change-this-token')).status).toBe(200)
    expect([(await ask(list)).isHit, (await ask(feed)).isHit]).toEqual([false, true])
    expect((await purge('', 'change-this-token')).status).toBe(200)
    expect([(await ask(list)).isHit, (await ask(feed)).isHit]).toEqual([false, false])
  })
})
