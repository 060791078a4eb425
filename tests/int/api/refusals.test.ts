import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aBody, createSection, publishArticle } from '../../helpers/articles'
import type { Article } from '../../../src/payload-types'
import type { Refusal, Written } from '../../helpers/articles'
import { reader, signIn, signInByCookie, tokenOf } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import { isProject } from '../../helpers/project'

let newsroom: TestNewsroom
let anonymous: Client
let editor: Client
let section: string
let article: string
let token: string

beforeAll(async () => {
  newsroom = await openNewsroom()
  anonymous = reader(newsroom.url)
  editor = await signIn(newsroom, 'editor')
  token = await tokenOf(newsroom, 'editor')
  section = (await createSection(editor, 'World')).id
  article = (await publishArticle(editor, { headline: 'A story', section })).id
})
afterAll(() => newsroom.close())

/** A POST of the editor's with nothing added: neither a body nor a type. */
async function post(path: string, headers: Record<string, string>, body?: string): Promise<{ body: Refusal; status: number }> {
  const response = await fetch(newsroom.url + path, { method: 'POST', headers: { ...headers, Authorization: `JWT ${token}` }, body: body ?? null })
  const answer: Refusal = await response.json()
  return { body: answer, status: response.status }
}

describe('an id that is nobody’s gets 404', () => {
  it.each(['garbage', '0', 'null', '%00', "'", '..%2F..', '00000000-0000-4000-8000-000000000000', '507f1f77bcf86cd799439011'])('%s', async (id) => {
    const answers = [
      await anonymous.get(`/api/articles/${id}`),
      await editor.get(`/api/articles/${id}`),
      await editor.send('PATCH', `/api/articles/${id}`, { headline: 'x' }),
      await editor.send('DELETE', `/api/articles/${id}`),
      await editor.send('POST', `/api/articles/${id}/duplicate`, {}),
      await editor.get(`/api/articles/versions/${id}`),
      await editor.send('POST', `/api/articles/versions/${id}`),
    ]
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404))
  })
})

describe('a body that is no document gets 400', () => {
  it.each(['{', '{"headline":', '5', 'null', '"x"', 'true', '[1]'])('%s', async (text) => {
    for (const [method, path] of [['POST', '/api/articles'], ['POST', '/api/articles?draft=true'], ['PATCH', `/api/articles/${article}`]] as const) {
      const headers = { Authorization: `JWT ${token}`, 'Content-Type': 'application/json' }
      const response = await fetch(newsroom.url + path, { method, headers, body: text })
      expect(response.status).toBe(400)
      expect(await response.json()).toMatchObject({ errors: [{ message: expect.any(String) }] })
    }
  })
})

describe('a document of the wrong shape gets 400 and the field’s name, published or draft', () => {
  const nobody = '00000000-0000-4000-8000-000000000000'
  const nothing = '507f1f77bcf86cd799439011'

  it.each<[string, object]>([
    ['headline', { headline: {} }],
    ['headline', { headline: ['a'] }],
    ['slug', { slug: 5 }],
    ['standfirst', { standfirst: 5 }],
    ['body', { body: 'text' }],
    ['body', { body: { root: { type: 'root', children: [null] } } }],
    ['body', { body: { root: { type: 'root', children: 'x' } } }],
    ['body', { body: { root: { type: 'root', children: [{ type: 'block' }] } } }],
    ['body', { body: { root: { type: 'root', children: [{ type: 'upload', relationTo: 'media', value: 'nope' }] } } }],
    ['bylines', { bylines: 'Ann' }],
    ['bylines', { bylines: 5 }],
    ['bylines.0', { bylines: [null] }],
    ['bylines.0.author', { bylines: [{ author: 'nope' }] }],
    ['bylines.0.author', { bylines: [{ author: {} }] }],
    ['section', { section: 'nope' }],
    ['section', { section: nobody }],
    ['section', { section: nothing }],
    ['section', { section: [nobody] }],
    ['tags', { tags: 'x' }],
    ['tags', { tags: ['nope'] }],
    ['related', { related: [{}] }],
    ['heroImage', { heroImage: 'nope' }],
    ['meta.image', { meta: { image: 'nope' } }],
    ['meta', { meta: 5 }],
    ['dateline', { dateline: 'x' }],
    ['dateline', { dateline: [] }],
    ['dateline.date', { dateline: { date: 'Wednesday' } }],
    ['publishedAt', { publishedAt: 'garbage' }],
    ['publishedAt', { publishedAt: 5 }],
    ['embargoUntil', { embargoUntil: '' }],
    ['createdAt', { createdAt: 'x' }],
    ['deletedAt', { deletedAt: 'x' }],
    ['corrections.0.correctedAt', { corrections: [{ text: 'x', correctedAt: 'x' }] }],
    ['corrections.0.kind', { corrections: [{ text: 'x', kind: 'x' }] }],
    ['stage', { stage: 'x' }],
    ['pubStatus', { pubStatus: ['usable'] }],
    ['source.kind', { source: { kind: 'x' } }],
    ['source.importedAt', { source: { importedAt: 'x' } }],
  ])('%s: %j', async (field, part) => {
    const whole = { headline: 'x', section, body: aBody('x'), ...part }
    const answers = [
      await editor.send<Refusal>('POST', '/api/articles', whole),
      await editor.send<Refusal>('POST', '/api/articles', whole, { draft: true }),
      await editor.send<Refusal>('PATCH', `/api/articles/${article}`, part),
      await editor.send<Refusal>('PATCH', `/api/articles/${article}`, part, { draft: true }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400])
    for (const { body } of answers) expect(JSON.stringify(body)).toContain(field)
  })

  it('in the other collections too', async () => {
    const answers = [
      await editor.send('POST', '/api/authors', { name: {} }),
      await editor.send('POST', '/api/authors', { name: 'x', aliases: 'a' }),
      await editor.send('POST', '/api/authors', { name: 'x', aliases: [5, {}] }),
      await editor.send('POST', '/api/authors', { name: 'x', sameAs: 'page' }),
      await editor.send('POST', '/api/authors', { name: 'x', sameAs: ['page'] }),
      await editor.send('POST', '/api/authors', { name: 'x', email: 'nobody' }),
      await editor.send('POST', '/api/authors', { name: 'x', user: 'nobody' }),
      await editor.send('POST', '/api/sections', { name: 'x', order: 'first' }),
      await editor.send('POST', '/api/sections', { name: 'x', mediaTopic: '11000000' }),
      await editor.send('POST', '/api/tags', { name: 'x', kind: 'colour' }),
      await editor.send('POST', '/api/media', {}),
    ]
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 400))
  })
})

describe('GraphQL answers with errors, not with a failure', () => {
  it.each(['{', '{ Nope }', '{ Articles(limit: "x") { docs { id } } }', '{ Articles(where: { publishedAt: { equals: "x" } }) { docs { id } } }', '{ Article(id: "garbage") { id } }'])(
    '%s',
    async (query) => {
      const { errors, status } = await anonymous.graphql(query)
      expect(status).toBeLessThan(500)
      expect(errors?.[0]?.message).toMatch(/\w{3}/)
      expect(errors?.[0]?.message).not.toContain('Something went wrong')
    },
  )
})

describe('an unknown address gets 404', () => {
  it.each(['/api/__proto__', '/api/constructor/x', '/api/tags/versions', '/api/tags/versions/x', '/api/payload-migrations', '/api/nope', '/api/articles/a/b/c/d', '/api/payload-migrations-of-nobody'])('%s', async (path) => {
    expect((await anonymous.get(path)).status).toBe(404)
  })
})

describe.skipIf(isProject)('a picture that is not there gets 404, among the app’s own media', () => {
  it.each(['/api/media/file/nope.png', '/api/media/file/%00'])('%s', async (path) => {
    expect((await anonymous.get(path)).status).toBe(404)
  })

  it('also when a POST stands for the GET', async () => {
    const { body, status } = await post('/api/media/file/x', { 'X-HTTP-Method-Override': 'GET' })
    expect([status, body.errors[0]?.message]).toEqual([404, 'There is no such picture.'])
  })
})

describe('what the admin UI sends for lists without rows', () => {
  it('is how many rows they have, and is taken from it alone', async () => {
    const { id } = await publishArticle(editor, { headline: 'No rows', section })
    const adminUi = await signInByCookie(newsroom, 'editor')
    const { body, status } = await adminUi.send<Written<Article>>('PATCH', `/api/articles/${id}`, { corrections: 0, _status: 'published' })
    expect(status).toBe(200)
    expect(body.doc.corrections).toEqual([])
    for (const [who, corrections] of [[adminUi, 1], [editor, 0], [editor, 1]] as const) {
      const refused = await who.send<Refusal>('PATCH', `/api/articles/${id}`, { corrections })
      expect([refused.status, refused.body.errors[0]?.message]).toEqual([400, 'corrections must be a list.'])
    }
  })
})

describe('a request that cannot be read gets 400', () => {
  it.each([
    ['a form that ends too early', '--b\r\nContent-Disposition: form-data; name="file"', 'multipart/form-data; boundary=b', {}],
    ['a form without a boundary', 'x', 'multipart/form-data', {}],
    ['a form that names a file elsewhere', '--b\r\nContent-Disposition: form-data; name="file"\r\n\r\n{}\r\n--b--\r\n', 'multipart/form-data; boundary=b', {}],
    ['a GET as a POST that is no JSON', '{"a":1}}', 'application/json', { 'X-HTTP-Method-Override': 'GET' }, '/access/x'],
  ])('%s', async (_what, body, type, headers, path = '') => {
    const response = await fetch(`${newsroom.url}/api/media${path}`, { method: 'POST', headers: { ...headers, Authorization: `JWT ${token}`, 'Content-Type': type }, body })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ errors: [{ message: expect.any(String) }] })
  })

  it.each(['articles', 'authors', 'tags', 'users'])('a new document of %s that is not sent', async (collection) => {
    const { body, status } = await post(`/api/${collection}`, {})
    expect([status, body.errors[0]?.message]).toEqual([400, 'Send the document: there is none in this request.'])
  })

  it('a preference that is nested too deep', async () => {
    const nested = (depth: number) => `{"value":${'['.repeat(depth)}${']'.repeat(depth)}}`
    const headers = { 'Content-Type': 'application/json' }
    expect((await post('/api/payload-preferences/x', { 'Content-Type': 'text/plain' }, nested(10))).status).toBe(415)
    expect((await post('/api/payload-preferences/x', headers, nested(10))).status).toBe(200)
    expect((await post('/api/payload-preferences/x', headers, '{"value": ')).status).toBe(400)
    const { body, status } = await post('/api/payload-preferences/x', headers, nested(10_000))
    expect([status, body.errors[0]?.message]).toEqual([400, 'A preference may be nested 32 levels deep, no more.'])
  })

  it.each(['', '[]', '{}', 'null', '"value"', '{"Value":1}'])('a preference without a value: %s', async (text) => {
    const headers = { 'Content-Type': 'application/json' }
    expect((await post('/api/payload-preferences/kept', headers, '{"value":"kept"}')).status).toBe(200)
    const { body, status } = await post('/api/payload-preferences/kept', headers, text)
    expect([status, body.errors[0]?.message]).toEqual([400, 'There is no value: send {"value": …}.'])
    const kept = await fetch(`${newsroom.url}/api/payload-preferences/kept`, { headers: { Authorization: `JWT ${token}` } })
    expect(await kept.json()).toMatchObject({ value: 'kept' })
  })

  it('a preference that nobody has cannot be deleted', async () => {
    expect((await editor.send('DELETE', '/api/payload-preferences/nope')).status).toBe(404)
  })
})
