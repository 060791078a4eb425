import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aBody } from '../../helpers/articles'
import type { ArticleAnswer, Page } from '../../helpers/articles'
import { reader } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import { hire } from '../desk/people'
import type { Colleague } from '../desk/people'

let newsroom: TestNewsroom
let editor: Colleague
let journalist: Colleague
let section: string
/** An article that nobody but editors may read, one that is public, and those that refer to both. */
let hidden: string
let shown: string
let story: string
let own: string

const NOBODYS = () => (newsroom.payload.db.name === 'mongoose' ? '0123456789abcdef01234567' : '01234567-89ab-4def-8123-456789abcdef')

beforeAll(async () => {
  newsroom = await openNewsroom()
  await hire(newsroom, 'admin', 'Ada')
  editor = await hire(newsroom, 'editor', 'Eve')
  journalist = await hire(newsroom, 'journalist', 'Jo')
  section = (await newsroom.payload.create({ collection: 'sections', data: { name: 'World', slug: '' } })).id
  hidden = await article({ headline: 'Nobody knows of this' })
  shown = await article({ headline: 'Everybody knows', _status: 'published' })
  const body = aBody('Some words.')
  body.root.children.push({
    type: 'paragraph', version: 1, format: '', indent: 0, direction: null, textFormat: 0, textStyle: '',
    children: [
      { type: 'link', version: 3, format: '', indent: 0, direction: null, fields: { linkType: 'internal', newTab: false, doc: { relationTo: 'articles', value: hidden } }, children: [{ type: 'text', text: 'a link', version: 1, format: 0, detail: 0, mode: 'normal', style: '' }] },
    ],
  } as never)
  story = await article({ headline: 'The story', _status: 'published', related: [hidden, shown], body })
  own = await article({ headline: 'Mine', related: [shown, hidden], bylines: [{ author: journalist.byline, role: 'reporter' }] })
  await newsroom.payload.create({ collection: 'redirects', data: { from: '/old', to: { type: 'reference', reference: hidden } } })
})
afterAll(() => newsroom.close())

async function article(data: object): Promise<string> {
  const { body, status } = await editor.send<{ doc: { id: string } }>('POST', '/api/articles', { section, body: aBody('Some words.'), bylines: [{ author: editor.byline, role: 'reporter' }], ...data })
  if (status !== 201) throw new Error(JSON.stringify(body))
  return body.doc.id
}

const OUTSIDERS: [string, () => Client][] = [
  ['a reader', () => reader(newsroom.url)],
  ['a journalist whose it is not', () => journalist],
]

it('nobody filters by a join, which would tell who signs a hidden article', async () => {
  const operators = ['equals', 'not_equals', 'in', 'not_in', 'exists', 'contains']
  const paths = ['/api/authors', '/api/authors/count', '/api/tags', '/api/sections'].flatMap((path) => [hidden, shown, NOBODYS(), 'null', ''].flatMap((value) => operators.map((operator) => `${path}?where[articles][${operator}]=${value}`)))
  const more = ['/api/articles?draft=true&where[events][exists]=true', '/api/articles?where[events][equals]=null']
  for (const who of [reader(newsroom.url), journalist, editor]) {
    for (const path of [...paths, ...more]) expect((await who.get(path)).status, path).toBe(400)
  }
  const { errors } = await reader(newsroom.url).graphql(`{ Authors(where: { articles: { equals: "${hidden}" } }) { totalDocs } }`)
  expect(errors).not.toEqual([])
})

describe.each(OUTSIDERS)('%s', (_, who) => {
  it.each([
    '/api/articles?depth=0', '/api/articles?depth=1', '/api/articles?depth=3', '/api/articles?select[related]=true&depth=0', '/api/articles?select[body]=true&depth=2',
    '/api/articles?draft=true&depth=0', '/api/authors?depth=2&populate[articles][related]=true&populate[articles][body]=true',
    '/api/redirects?depth=0', '/api/redirects?depth=2', '/feeds/rss.xml', '/feeds/feed.json',
  ])('is not given the id of a hidden article by %s (security A10)', async (path) => {
    const text = await (await fetch(newsroom.url + path)).text()
    expect(text).not.toContain(hidden)
    if (path.startsWith('/api')) expect(JSON.stringify((await who().get(path)).body)).not.toContain(hidden)
  })

  it('is not told of the old address of a hidden article', async () => {
    const { body } = await editor.get<Page<{ id: string }>>('/api/redirects?where[from][equals]=/old')
    const id = body.docs[0]?.id ?? ''
    const alike = async (path: string) => (await who().get(path.replace('ID', id))).body
    for (const query of ['', '&where[from][equals]=/old', '&where[from][like]=old', `&where[to.reference][equals]=${hidden}`, '&sort=from']) {
      expect(JSON.stringify(await alike(`/api/redirects?limit=100${query}`))).not.toContain('"/old"')
      if (query.includes('where')) expect(await alike(`/api/redirects/count?${query.slice(1)}`)).toEqual({ totalDocs: 0 })
    }
    expect((await who().get(`/api/redirects/${id}`)).status).toBe(404)
    const { data } = await who().graphql(`{ Redirects(limit: 100) { docs { from } } }`)
    expect(JSON.stringify(data)).not.toContain('"/old"')
  })

  it('is not given it by id, by slug, in a format or by GraphQL (security A10)', async () => {
    for (const path of [`/api/articles/${story}?depth=0`, `/api/articles/${story}?depth=2`, '/api/articles/by-slug/the-story?depth=0', `/api/articles/${story}/ninjs`, `/api/articles/${story}/jsonld`]) {
      const { body, status } = await who().get(path)
      expect(status, path).toBe(200)
      expect(JSON.stringify(body), path).not.toContain(hidden)
    }
    const { data } = await who().graphql<{ Article: { related: { id: string }[] } }>(`{ Article(id: "${story}") { related { id headline } body } }`)
    expect(data?.Article.related.map(({ id }) => id)).toEqual([shown])
    expect(JSON.stringify(data)).not.toContain(hidden)
  })

  it.each(['equals', 'in', 'not_equals', 'not_in', 'like', 'contains'])('learns nothing by where[related][%s] (security A10)', async (operator) => {
    const ask = async (id: string) => JSON.stringify((await who().get(`/api/articles?depth=0&where[related][${operator}]=${id}`)).body)
    expect(await ask(hidden)).toBe(await ask(NOBODYS()))
    expect((await who().get(`/api/articles?where[related][exists]=true`)).status).toBe(400)
    const join = async (id: string) => JSON.stringify((await who().get(`/api/authors?depth=0&joins[articles][where][related][${operator}]=${id}`)).body)
    expect(await join(hidden)).toBe(await join(NOBODYS()))
  })
})

it('finds by a related article that everybody may read', async () => {
  const { body } = await reader(newsroom.url).get<Page<ArticleAnswer>>(`/api/articles?where[related][equals]=${shown}`)
  expect(body.docs.map(({ id }) => id)).toEqual([story])
})

describe('a journalist', () => {
  it('is not shown a hidden article among what is related, nor in old versions (security A6)', async () => {
    const { body: article } = await journalist.get<ArticleAnswer>(`/api/articles/${own}?draft=true&depth=0`)
    expect(article.related).toEqual([shown])
    const { body: versions } = await journalist.get<Page<{ id: string }>>(`/api/articles/versions?where[parent][equals]=${own}&depth=0`)
    expect(versions.docs.length).toBeGreaterThan(0)
    expect(JSON.stringify(versions)).not.toContain(hidden)
    for (const depth of [0, 1, 3]) {
      const version = await newsroom.payload.findVersionByID({ collection: 'articles', id: versions.docs[0]?.id ?? '', depth, overrideAccess: false, user: await journalistUser() })
      expect(JSON.stringify(version)).not.toContain(hidden)
    }
  })

  it('relates nothing to a hidden article, as to one that does not exist (security A6, A11)', async () => {
    const relate = async (id: string) => {
      const { body, status } = await journalist.send('PATCH', `/api/articles/${own}?draft=true`, { related: [id] })
      return [status, JSON.stringify(body).replaceAll(id, 'it')]
    }
    const other = await article({ headline: 'Another nobody knows' })
    expect(await relate(other)).toEqual(await relate(NOBODYS()))
    expect((await relate(other))[0]).toBe(400)
  })

  it('saves without losing what an editor had related (security A6)', async () => {
    expect((await journalist.send('PATCH', `/api/articles/${own}?draft=true`, { headline: 'Mine still', related: [shown] })).status).toBe(200)
    const { body } = await editor.get<ArticleAnswer>(`/api/articles/${own}?draft=true&depth=0`)
    expect(body.related).toEqual([shown, hidden])
  })
})

it.each(['draft=true', 'draft=false', 'draft=true&trash=true'])('readers get what is public by %s, as without it (security A12, http P3)', async (query) => {
  await editor.send('PATCH', `/api/articles/${story}?draft=true`, { headline: 'Being worked on' })
  const anyone = reader(newsroom.url)
  const plain = (await anyone.get<Page<ArticleAnswer>>('/api/articles')).body
  expect(plain.docs.map(({ id }) => id)).toContain(story)
  expect((await anyone.get(`/api/articles?${query}`)).body).toEqual(plain)
  expect((await anyone.get(`/api/articles/count?${query}`)).body).toEqual((await anyone.get('/api/articles/count')).body)
  expect((await anyone.get(`/api/articles/${story}?${query}`)).body).toEqual((await anyone.get(`/api/articles/${story}`)).body)
  expect((await anyone.get(`/api/articles/by-slug/the-story?${query}`)).body).toEqual((await anyone.get('/api/articles/by-slug/the-story')).body)
  const ask = (draft: boolean) => anyone.graphql(`{ Articles(draft: ${String(draft)}) { docs { id headline } totalDocs } countArticles(draft: ${String(draft)}) { totalDocs } Article(id: "${story}", draft: ${String(draft)}) { headline } }`)
  expect((await ask(true)).data).toEqual((await ask(false)).data)
})

it('a parameter that only looks like draft is refused (security A12)', async () => {
  expect((await reader(newsroom.url).get('/api/articles?[draft]=true')).status).toBe(400)
})

async function journalistUser() {
  return { ...(await newsroom.payload.findByID({ collection: 'users', id: journalist.id })), collection: 'users' as const }
}
