import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAuthor, createSection, draftArticle, publishArticle } from '../../helpers/articles'
import { reader, signIn, signInByCookie, tokenOf } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import { upload } from '../../helpers/upload'

let newsroom: TestNewsroom
let editor: Client
let article: string
let author: string
let section: string

beforeAll(async () => {
  newsroom = await openNewsroom({ delivery: {} })
  editor = await signIn(newsroom, 'editor')
  author = (await createAuthor(editor, { name: 'Ann Ames' })).id
  section = (await createSection(editor, 'World')).id
  article = (await publishArticle(editor, { headline: 'Open story', section, bylines: [{ author, role: 'reporter' }] })).id
})
afterAll(() => newsroom.close())

/** What a second equal request says of the cache. */
async function secondStatus(path: string, init: RequestInit = {}): Promise<string | null> {
  await (await fetch(`${newsroom.url}${path}`, init)).arrayBuffer()
  const second = await fetch(`${newsroom.url}${path}`, init)
  await second.arrayBuffer()
  return second.headers.get('Cache-Status')
}

function graphql(query: string, more: object = {}): RequestInit {
  return { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ query, ...more }) }
}

describe('is kept', () => {
  it.each([
    ['a list', () => '/api/articles?limit=5'],
    ['a count', () => '/api/articles/count'],
    ['a document', () => `/api/articles/${article}`],
    ['a document that is not there', () => '/api/articles/0b5c3a52-55b7-4ea0-9d3e-7b2f4c9d8a10'],
    ['another collection', () => '/api/authors?depth=0'],
    ['ninjs', () => `/api/articles/${article}/ninjs`],
    ['JSON-LD', () => `/api/articles/${article}/jsonld`],
    ['a feed', () => '/feeds/rss.xml'],
    ['a feed of a section', () => '/feeds/sections/world/atom.xml'],
    ['the sitemap', () => '/sitemap.xml'],
    ['the news sitemap', () => '/news-sitemap.xml'],
  ])('%s', async (_what, path) => {
    expect(await secondStatus(path())).toBe('Dateline; hit')
  })

  it('a picture', async () => {
    const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'teal' } }).png().toBuffer()
    const { body } = await upload<{ doc: { url: string } }>(newsroom, { name: 'sea.png', type: 'image/png', bytes, data: { alt: 'The sea', credit: 'Dateline' } })
    const { pathname } = new URL(body.doc.url, newsroom.url)
    expect(await secondStatus(pathname)).toBe('Dateline; hit')
    const part = await fetch(`${newsroom.url}${pathname}`, { headers: { Range: 'bytes=1-3' } })
    expect([part.status, await part.text(), part.headers.get('Content-Range')]).toEqual([206, 'PNG', `bytes 1-3/${bytes.length}`])
  })

  it('a GraphQL query', async () => {
    expect(await secondStatus('/api/graphql', graphql('{ Articles { docs { headline } } }'))).toBe('Dateline; hit')
  })

  it('a GraphQL query sent by GET', async () => {
    const path = `/api/graphql?query=${encodeURIComponent('{ Articles { totalDocs } }')}`
    expect(await secondStatus(path)).toBe('Dateline; hit')
    expect(await (await fetch(`${newsroom.url}${path}`)).json()).toEqual({ data: { Articles: { totalDocs: 1 } } })
  })

  it('an answer to somebody with cookies that are no login', async () => {
    expect(await secondStatus('/api/tags', { headers: { Cookie: '_ga=GA1.2.3' } })).toBe('Dateline; hit')
  })
})

describe('shares an entry', () => {
  it('with the same parameters in another order and spelling', async () => {
    await reader(newsroom.url).get('/api/articles?limit=3&select[headline]=true&select[slug]=true')
    const { headers } = await reader(newsroom.url).get('/api/articles?select%5Bslug%5D=true&select[headline]=true&limit=3')
    expect(headers.get('Cache-Status')).toBe('Dateline; hit')
  })

  it('with the same GraphQL query laid out differently', async () => {
    await fetch(`${newsroom.url}/api/graphql`, graphql('query Q($n: Int) { Articles(limit: $n) { docs { slug } } }', { variables: { n: 2 } }))
    const again = await fetch(`${newsroom.url}/api/graphql`, graphql('query Q($n: Int) {\n  Articles(limit: $n) { docs { slug } }\n}', { variables: { n: 2 } }))
    expect(again.headers.get('Cache-Status')).toBe('Dateline; hit')
    const other = await fetch(`${newsroom.url}/api/graphql`, graphql('query Q($n: Int) { Articles(limit: $n) { docs { slug } } }', { variables: { n: 3 } }))
    expect(other.headers.get('Cache-Status')).toBe('Dateline; fwd=uri-miss; stored')
  })
})

describe('is never kept', () => {
  it.each([
    ['health', '/api/health'],
    ['drafts', '/api/articles?draft=true'],
    ['the trash', '/api/articles?trash=true'],
    ['versions', '/api/articles/versions'],
    ['accounts', '/api/users'],
    ['the own account', '/api/users/me'],
    ['permissions', '/api/access'],
    ['a refusal', '/api/articles?limit=500'],
  ])('%s', async (_what, path) => {
    expect(await secondStatus(path)).toBe('Dateline; fwd=bypass')
  })

  it('what a signed-in editor reads, by token or by cookie', async () => {
    const draft = await draftArticle(editor, { headline: 'Not yet', section })
    const byCookie = await signInByCookie(newsroom, 'editor')
    const path = `/api/articles/${draft.id}`
    expect((await reader(newsroom.url).get(path)).status).toBe(404)
    for (const client of [editor, byCookie]) {
      const { headers, status } = await client.get(path)
      expect([status, headers.get('Cache-Status')]).toEqual([200, 'Dateline; fwd=bypass'])
    }
    expect((await reader(newsroom.url).get(path)).status).toBe(404)
  })

  it('a mutation or an introspection', async () => {
    const login = graphql('mutation { logoutUser }')
    expect(await secondStatus('/api/graphql', login)).toBe('Dateline; fwd=bypass')
    expect(await secondStatus('/api/graphql', graphql('{ __schema { queryType { name } } }'))).toBe('Dateline; fwd=bypass')
  })

  it('a GraphQL answer that holds errors', async () => {
    expect(await secondStatus('/api/graphql', graphql('{ Nothing }'))).toBe('Dateline; fwd=bypass')
  })
})

describe('GraphQL by GET (http G1)', () => {
  const get = (query: string, init: RequestInit = {}, more = '') => fetch(`${newsroom.url}/api/graphql?query=${encodeURIComponent(query)}${more}`, init)

  it('is answered as by POST to whoever is signed in', async () => {
    const login = { Authorization: `JWT ${await tokenOf(newsroom, 'editor')}` }
    const query = 'query ($id: String!) { Article(id: $id) { stage } }'
    const more = `&variables=${encodeURIComponent(JSON.stringify({ id: article }))}`
    expect(await (await get(query, { headers: login }, more)).json()).toEqual({ data: { Article: { stage: 'ready' } } })
    const drafts = await get('{ Articles(draft: true) { totalDocs } }', { headers: login })
    expect([drafts.status, await drafts.json()]).toEqual([200, { data: { Articles: { totalDocs: 2 } } }])
  })

  it.each([
    ['what is not kept', '{ Articles(draft: true) { totalDocs } }', 200],
    ['introspection', '{ __schema { queryType { name } } }', 400],
    ['a syntax error', '{ Articles {', 400],
    ['an unknown field', '{ Nothing }', 400],
  ])('answers everybody: %s', async (_what, query, status) => {
    const accept = { headers: { Accept: 'application/graphql-response+json' } }
    const [byGet, byPost] = [await get(query, accept), await fetch(`${newsroom.url}/api/graphql`, { ...graphql(query), headers: { ...accept.headers, 'Content-Type': 'application/json' } })]
    expect([byGet.status, await byGet.json()]).toEqual([status, await byPost.json()])
    expect(byPost.status).toBe(status)
  })

  it('answers a key that is not known with 401', async () => {
    expect((await get('{ Articles { totalDocs } }', { headers: { Authorization: 'api-clients API-Key none' } })).status).toBe(401)
  })

  it.each([['', 400], ['&variables={', 400], ['&variables=[1]', 400], ['&variables={}', 200]])('reads its parameters: %s', async (more, status) => {
    expect((await get(more === '' ? '' : '{ Articles { totalDocs } }', {}, more)).status).toBe(status)
  })

  it.each([{}, { headers: { Authorization: 'JWT none' } }])('changes nothing', async (init) => {
    const answer = await get('mutation { logoutUser }', init)
    expect([answer.status, answer.headers.get('Allow')]).toEqual([405, 'POST'])
  })
})

describe('the REST API', () => {
  it.each([
    ['PUT', '/api/articles', 'GET, HEAD, POST, PATCH, DELETE'],
    ['POST', '/api/articles/count', 'GET, HEAD'],
    ['PUT', '/api/articles/0b5c3a52', 'GET, HEAD, DELETE, PATCH'],
    ['PATCH', '/api/articles/0b5c3a52/ninjs', 'GET, HEAD'],
    ['DELETE', '/api/desk', 'GET, HEAD'],
    ['GET', '/api/import', 'POST'],
  ])('names the methods that an address takes: %s %s (http H1)', async (method, path, allow) => {
    const answer = await fetch(`${newsroom.url}${path}`, { method })
    const allowed = answer.headers.get('Allow')?.split(', ').toSorted()
    expect([answer.status, allowed]).toEqual([405, allow.split(', ').toSorted()])
    expect(await answer.json()).toHaveProperty('errors')
  })

  it.each([
    ['POST', ['/api/users/login', '/api/users/logout', '/api/users/refresh-token', '/api/users/forgot-password', '/api/users/reset-password', '/api/users/unlock', '/api/users/first-register', '/api/users/access', '/api/import', '/api/articles/1/withdraw', '/api/tags/1/merge', '/api/sections/1/move', '/api/api-clients/1/key']],
    ['GET, HEAD', ['/api/users/me', '/api/users/init', '/api/articles/versions', '/api/tags/unused', '/api/articles/by-slug/x', '/api/access']],
    ['GET, HEAD, POST', ['/api/articles/versions/1']],
    ['POST, DELETE', ['/api/articles/1/schedule']],
  ] as const)('takes the name of an endpoint for no id: %s', async (allow, paths) => {
    const wanted = allow.split(', ').toSorted()
    for (const path of paths) {
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((each) => !wanted.includes(each))) {
        const answer = await fetch(`${newsroom.url}${path}`, { method })
        expect([method, path, answer.status, answer.headers.get('Allow')?.split(', ').toSorted()]).toEqual([method, path, 405, wanted])
      }
    }
  })

  it.each(['POST', 'PATCH', 'PUT', 'DELETE'])('says 404 where there is nothing for any method: %s (http H1)', async (method) => {
    expect((await fetch(`${newsroom.url}/api/nothing/here`, { method })).status).toBe(404)
  })

  it.each([
    ['POST', '/api/articles', 'text/csv'],
    ['POST', '/api/articles', 'application/x-www-form-urlencoded'],
    ['PATCH', '/api/articles/0b5c3a52', 'text/plain'],
    ['POST', '/api/users/login', 'application/xml'],
    ['POST', '/api/graphql', 'text/csv'],
  ])('says which media types it reads: %s %s %s (http H4)', async (method, path, type) => {
    const answer = await fetch(`${newsroom.url}${path}`, { method, headers: { 'Content-Type': type }, body: 'a,b' })
    expect(answer.status).toBe(415)
    expect(answer.headers.get(method === 'PATCH' ? 'Accept-Patch' : 'Accept-Post')).toMatch(/^application\/json/)
  })
})
