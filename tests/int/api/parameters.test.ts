import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aProgram } from '../../helpers/apiClients'
import { createSection, publishArticle } from '../../helpers/articles'
import type { Refusal } from '../../helpers/articles'
import { client, reader } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import { isProject } from '../../helpers/project'
import { hire } from '../desk/people'
import type { Colleague } from '../desk/people'

let newsroom: TestNewsroom
let editor: Colleague
let article: { id: string; slug: string }

beforeAll(async () => {
  newsroom = await openNewsroom({ guard: {} })
  editor = await hire(newsroom, 'editor', 'Eve')
  const section = (await createSection(editor, 'World')).id
  const { id, slug } = await publishArticle(editor, { headline: 'A story', section })
  article = { id, slug: slug ?? '' }
})
afterAll(() => newsroom.close())

describe('a parameter that nothing reads gets 400, which names it (http Q1)', () => {
  it.each([
    ['where.slug.equals=x', 'did you mean where[slug][equals]'],
    ['wheres[slug][equals]=x', 'did you mean where'],
    ['limits=1', 'did you mean limit'],
    ['Depth=1', 'did you mean depth'],
    ['dept=1', 'did you mean depth'],
    ['page=1&filter[slug]=x', 'known are after'],
    ['%6cimits=1', 'did you mean limit'],
    ['[draft]=true', '"[draft]"'],
    ['utm_source=x', '"utm_source"'],
    ['constructor=x', '"constructor"'],
    ['where[constructor][equals]=1', 'There is no "constructor"'],
    ['where[__proto__][equals]=1', 'There is no "__proto__"'],
    ['where[toString][like]=1', 'There is no "toString"'],
    ['where[headline][valueOf]=1', 'There is no "valueOf"'],
    ['where[or][0][%63onstructor][equals]=1', 'There is no "constructor"'],
    ['select[constructor]=true', 'There is no "constructor"'],
    ['where[constructor][equals]=1', 'There is no "constructor"', '/api/articles/count'],
    ['x'.repeat(400), `"${'x'.repeat(40)}"`],
    ['joins[articles][filter]=x', 'joins[articles]', '/api/authors'],
    ['joins[articles][slug][equals]=x', 'joins[articles]', '/api/authors'],
    ['limits=1', 'limit', '/api/articles/count'],
    ['slug=x', '"slug"', '/api/desk'],
    ['dryrun=true', 'did you mean dryRun', '/api/import'],
  ])('%s', async (query, words, path = '/api/articles') => {
    for (const who of [reader(newsroom.url), editor]) {
      const { body, status } = await (path === '/api/import' ? who.send<Refusal>('POST', `${path}?${query}`, {}) : who.get<Refusal>(`${path}?${query}`))
      expect([status, body.errors[0]?.message]).toEqual([400, expect.stringContaining(words)])
    }
  })

  it.each(['', '/by-slug', '/versions'])('of a document and of its versions: %s', async (word) => {
    const path = word === '/by-slug' ? `/api/articles/by-slug/${article.slug}` : word === '/versions' ? '/api/articles/versions' : `/api/articles/${article.id}`
    expect((await editor.get(`${path}?draf=true`)).status).toBe(400)
    expect((await editor.get(`${path}?depth=0&draft=true&locale=en&fallback-locale=none`)).status).toBe(200)
  })

  it('of a write, and of a query in the body of a POST', async () => {
    expect((await editor.send('PATCH', `/api/articles/${article.id}?drafts=true`, { headline: 'Other' })).status).toBe(400)
    const headers = { ...editor.headers, 'Content-Type': 'application/x-www-form-urlencoded', 'X-Payload-HTTP-Method-Override': 'GET' }
    for (const [body, status] of [['where[slug][equals]=x&limit=1', 200], ['where.slug.equals=x', 400]] as const) {
      expect((await fetch(`${newsroom.url}/api/articles`, { method: 'POST', headers, body })).status).toBe(status)
      for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded; charset=utf-8']) {
        expect((await fetch(`${newsroom.url}/api/articles`, { method: 'POST', headers: { ...headers, 'Content-Type': type }, body })).status).toBe(415)
      }
    }
  })

  it.each(['1', 'TRUE', 'yes', '', 'true%20', '%22true%22', 'true&draft=false'])('which is no yes or no: draft=%s changes nothing for readers', async (value) => {
    const draft = (extra: string) => editor.send<Refusal>('PATCH', `/api/articles/${article.id}?${extra}`, { headline: 'Not yet' })
    for (const query of [`draft=${value}`, 'draft[]=true', 'draft[a]=true', '%64raft%5B0%5D=true', 'autosave=true', 'autosave=true&draft=false']) {
      const { body, status } = await draft(query)
      expect([query, status, body.errors[0]?.message]).toEqual([query, 400, expect.stringMatching(/true|once/)])
    }
    for (const flag of [`draft=${value}`, 'autosave=true', 'autosave=true&draft=false']) {
      expect((await editor.send('PATCH', `/api/articles?where[id][equals]=${article.id}&${flag}`, { headline: 'Not yet' })).status).toBe(400)
    }
    expect((await editor.send<Refusal>('PATCH', `/api/articles/${article.id}?draft=true&autosave=true`, { headline: 'Not yet', _status: 'published' })).body.errors[0]?.message).toContain('leave out _status')
    const { body: versions } = await editor.get<{ docs: { id: string }[] }>('/api/articles/versions', { 'where[parent][equals]': article.id })
    expect((await editor.send('POST', `/api/articles/versions/${versions.docs[0]?.id ?? ''}?autosave=true`)).status).toBe(400)
    expect((await editor.send('POST', `/api/import?publish=true&dryRun[0]=${value}`, {})).status).toBe(400)
    const { errors } = await editor.graphql(`mutation { updateArticle(id: "${article.id}", autosave: true, data: { headline: "Not yet" }) { id } }`)
    expect(errors?.[0]?.message).toContain('draft=true')
    expect((await reader(newsroom.url).get<{ headline: string }>(`/api/articles/${article.id}`)).body.headline).toBe('A story')
  })

  it('but what campaigns add to a page or a feed changes nothing, and is no page of its own to the cache', async () => {
    for (const path of [`/articles/${article.slug}`, '/feeds/rss.xml', '/', '/sitemap.xml']) {
      const plain = await fetch(newsroom.url + path)
      const added = await fetch(`${newsroom.url}${path}?utm_source=x&fbclid=1&gclid=2&${crypto.randomUUID()}=1`)
      expect([plain.status, added.status, added.headers.get('Cache-Status')]).toEqual([200, 200, expect.stringContaining('hit')])
      expect(await added.text()).toBe(await plain.text())
    }
    expect((await fetch(`${newsroom.url}/feeds/feed.json?limit=0&utm_source=x`)).status).toBe(400)
  })
})

it.each(['version.note', 'version.headline', '-latest', 'parent'])('a list is not sorted by %s, which only versions have (security A19)', async (sort) => {
  expect((await editor.get('/api/articles', { sort })).status).toBe(400)
  expect((await editor.get('/api/articles/versions', { sort })).status).toBe(200)
})

it('a key is read only where it is written as documented (security A19)', async () => {
  const { headers } = await aProgram(newsroom, ['read-drafts'])
  const key = headers.Authorization?.split(' ').at(-1) ?? ''
  for (const [Authorization, status] of [
    [`api-clients API-Key ${key}`, 200],
    [`api-clients  api-key  ${key} `, 200],
    [`api-clientsAPI-Key${key}`, 401],
    [`api-clients API-Key${key}`, 401],
    [`api-clientsAPI-Key ${key}`, 401],
    [`API-Key ${key}`, 401],
    [`api-clients API-Key ${key} x`, 401],
    [`users API-Key ${key}`, 401],
    ['api-clients API-Key', 401],
  ] as const) {
    expect([Authorization.replace(key, '…'), (await client(newsroom.url, { Authorization }).get('/api/articles')).status]).toEqual([Authorization.replace(key, '…'), status])
  }
})

it('a preference that is much too large is refused at once (security A19)', async () => {
  const response = await fetch(`${newsroom.url}/api/payload-preferences/x`, { method: 'POST', headers: { ...editor.headers, 'Content-Type': 'application/json' }, body: `{"value":"${'x'.repeat(20 * 1024 * 1024)}"}` })
  expect(response.status).toBe(413)
})

describe('a picture (security A19)', () => {
  async function upload(name: string, width: number, height: number, more = {}): Promise<{ status: number; body: { doc?: { filename: string }; errors?: { message: string }[] } }> {
    const form = new FormData()
    const bytes = await sharp({ create: { width, height, channels: 3, background: 'red' } }).jpeg().toBuffer()
    form.append('file', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), name)
    form.append('_payload', JSON.stringify({ alt: 'Red', credit: 'Dateline', ...more }))
    return editor.sendBody('/api/media', form)
  }

  it.skipIf(isProject).each(['CON.jpg', 'nul.jpg', 'com1.jpg', 'Lpt9.x.jpg', 'aux.jpg'])('called %s keeps a name of its own among the app’s own media', async (name) => {
    const { body, status } = await upload(name, 40, 40)
    expect([status, body.doc?.filename]).toEqual([201, expect.stringMatching(/^picture-.+\.jpg$/)])
  })

  it('comes with no field that there is none of', async () => {
    const { body, status } = await upload('fields.jpg', 40, 40, { captoin: 'A port' })
    expect([status, body.errors?.[0]?.message]).toEqual([400, expect.stringContaining('captoin is no field of media')])
  })

  it('is asked for by no prefix', async () => {
    const { body } = await upload('harbour.jpg', 40, 40)
    const file = `/api/media/file/${body.doc?.filename ?? ''}`
    expect((await fetch(newsroom.url + file)).status).toBe(200)
    expect((await reader(newsroom.url).get(`${file}?prefix=x`)).status).toBe(400)
  })

  it.each([[4000, 1], [1, 4000], [3000, 2], [1, 1], [16_000, 3], [40, 1600], [1600, 40]])('of %i by %i pixels is taken, or refused with the reason', async (width, height) => {
    const { body, status } = await upload('thin.jpg', width, height)
    expect(status === 201 || /pixels/.test(body.errors?.[0]?.message ?? '')).toBe(true)
  })
})
