import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import { hire } from '../desk/people'
import type { Colleague } from '../desk/people'

let newsroom: TestNewsroom
let admin: Colleague
let editor: Colleague

beforeAll(async () => {
  newsroom = await openNewsroom()
  admin = await hire(newsroom, 'admin', 'Ada')
  editor = await hire(newsroom, 'editor', 'Eve')
})
afterAll(() => newsroom.close())

async function locationOf(path: string): Promise<[number, string | null]> {
  const { headers, status } = await fetch(newsroom.url + path, { redirect: 'manual' })
  return [status, headers.get('Location')]
}

async function make(collection: string, name: string): Promise<string> {
  const { body, status } = await editor.send<{ doc: { id: string } }>('POST', `/api/${collection}`, { name, slug: '' })
  expect(status).toBe(201)
  return body.doc.id
}

const rename = async (collection: string, id: string, slug: string) => {
  expect((await editor.send('PATCH', `/api/${collection}/${id}`, { slug })).status).toBe(200)
}

describe.each(['tags', 'authors', 'sections'])('%s', (collection) => {
  it('leave a redirect at their page and feeds when their slug changes, again and back (reports B5)', async () => {
    const id = await make(collection, 'First name')
    await rename(collection, id, 'second-name')
    expect(await locationOf(`/${collection}/first-name`)).toEqual([301, `/${collection}/second-name`])
    for (const file of ['rss.xml', 'atom.xml', 'feed.json']) {
      expect(await locationOf(`/feeds/${collection}/first-name/${file}`)).toEqual([301, `/feeds/${collection}/second-name/${file}`])
    }
    await rename(collection, id, '第三')
    const third = encodeURIComponent('第三')
    for (const old of ['first-name', 'second-name']) expect(await locationOf(`/${collection}/${old}`)).toEqual([301, `/${collection}/${third}`])
    expect(await locationOf(`/feeds/${collection}/second-name/rss.xml`)).toEqual([301, `/feeds/${collection}/${third}/rss.xml`])
    await editor.send('POST', '/api/redirects', { from: `/old/${collection}/2`, to: { type: 'custom', url: `/${collection}/第三?page=2` } })
    await rename(collection, id, 'first-name')
    expect(await locationOf(`/old/${collection}/2`)).toEqual([301, `/${collection}/first-name?page=2`])
    expect((await locationOf(`/${collection}/first-name`))[0]).toBe(200)
    expect(await locationOf(`/${collection}/second-name`)).toEqual([301, `/${collection}/first-name`])
    expect((await locationOf(`/feeds/${collection}/never-was/rss.xml`))[0]).toBe(404)
  })

  it('are changed whatever part of them the answer is to have', async () => {
    const id = await make(collection, 'Selected')
    const change = (data: object) => editor.send('PATCH', `/api/${collection}/${id}`, data, { depth: 0, select: { name: true } })
    expect(await change({ name: 'Selected again' })).toMatchObject({ status: 200, body: { doc: { id, name: 'Selected again' } } })
    expect((await change({ slug: 'selected-second' })).status).toBe(200)
    expect(await locationOf(`/${collection}/selected`)).toEqual([301, `/${collection}/selected-second`])
    expect((await change({ slug: 'selected' })).status).toBe(200)
    expect(await locationOf(`/${collection}/selected-second`)).toEqual([301, `/${collection}/selected`])
    expect((await locationOf(`/${collection}/selected`))[0]).toBe(200)
  })

  it.each([['one by one', (id: string) => `/api/${collection}/${id}?select[name]=true`], ['one of many', (id: string) => `/api/${collection}?where[id][equals]=${id}`]])('take what leads to them with them when they are deleted, %s', async (_how, path) => {
    const [goes, stays] = [await make(collection, 'Goes for good'), await make(collection, 'Stays for good')]
    await rename(collection, goes, 'gone')
    await rename(collection, stays, 'stayed')
    const olds = { '/old/gone': `/${collection}/gone/`, '/old/page': `/${collection}/gone?page=2`, '/old/feed': `/feeds/${collection}/gone/rss.xml` }
    for (const [from, url] of Object.entries(olds)) expect((await editor.send('POST', '/api/redirects', { from, to: { type: 'custom', url } })).status).toBe(201)
    expect(await locationOf('/old/gone')).toEqual([301, `/${collection}/gone`])
    expect((await admin.send('DELETE', path(goes))).status).toBe(200)
    for (const old of [...Object.keys(olds), `/${collection}/goes-for-good`]) expect(await locationOf(old)).toEqual([404, null])
    expect((await locationOf(`/${collection}/stays-for-good`))[0]).toBe(301)
    expect((await editor.get<{ docs: unknown[] }>('/api/redirects', { where: { 'to.url': { equals: `/${collection}/gone` } } })).body.docs).toEqual([])
    await admin.send('DELETE', `/api/${collection}/${stays}`)
  })
})

it.each(['tags', 'authors'])('%s leave a redirect when they are merged into another (reports B5)', async (collection) => {
  const [goes, stays] = [await make(collection, 'Goes away'), await make(collection, 'Stays here')]
  await editor.send('POST', '/api/redirects', { from: `/old/${collection}`, to: { type: 'custom', url: `/${collection}/goes-away` } })
  expect((await editor.send('POST', `/api/${collection}/${goes}/merge`, { into: stays })).status).toBe(200)
  for (const old of [`/old/${collection}`, `/${collection}/goes-away`]) expect(await locationOf(old)).toEqual([301, `/${collection}/stays-here`])
  expect(await locationOf(`/feeds/${collection}/goes-away/rss.xml`)).toEqual([301, `/feeds/${collection}/stays-here/rss.xml`])
})
