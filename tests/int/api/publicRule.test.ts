import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aBody, createAuthor, createSection, createTag, draftArticle, hoursFromNow, publishArticle, saveDraft } from '../../helpers/articles'
import type { ArticleAnswer, Page } from '../../helpers/articles'
import { reader, signIn } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import { isPublicArticle } from '../../../src/articles/publicArticle'

/** Stands in every text that readers may not see. */
const SECRET = 'Xanadu'

let newsroom: TestNewsroom
let anonymous: Client
let editor: Client
let hidden: Record<string, string>
let open: string
let edited: string
let author: string

beforeAll(async () => {
  newsroom = await openNewsroom()
  anonymous = reader(newsroom.url)
  editor = await signIn(newsroom, 'editor')
  author = (await createAuthor(editor, { name: 'Ann Ames' })).id
  const shared = {
    section: (await createSection(editor, 'World')).id,
    tags: [(await createTag(editor, 'Peace')).id],
    bylines: [{ author, role: 'reporter' }],
  }
  const secret = { ...shared, headline: `${SECRET} story`, standfirst: SECRET, body: aBody(SECRET) }
  const trashed = (await publishArticle(editor, secret)).id
  hidden = {
    draft: (await draftArticle(editor, secret)).id,
    future: (await publishArticle(editor, { ...secret, publishedAt: hoursFromNow(1) })).id,
    embargoed: (await publishArticle(editor, { ...secret, embargoUntil: hoursFromNow(1) })).id,
    withheld: (await publishArticle(editor, { ...secret, pubStatus: 'withheld' })).id,
    canceled: (await publishArticle(editor, { ...secret, pubStatus: 'canceled' })).id,
    trashed,
  }
  edited = (await publishArticle(editor, { ...shared, headline: 'As published', publishedAt: hoursFromNow(-2) })).id
  const linked = aBody('Read also:')
  const link = (id: string | undefined) => ({
    type: 'link',
    version: 3,
    fields: { linkType: 'internal', newTab: false, doc: { relationTo: 'articles', value: id } },
    children: [{ type: 'text', version: 1, text: 'this' }],
  })
  const links = { type: 'paragraph', version: 1, children: [...Object.values(hidden), edited].map(link) }
  const body = { root: { ...linked.root, children: [...linked.root.children, links] } }
  open = (await publishArticle(editor, { ...shared, headline: 'Open story', related: [...Object.values(hidden), edited], body, publishedAt: hoursFromNow(-1) })).id
  await saveDraft(editor, edited, { headline: `${SECRET} to come`, related: Object.values(hidden) })
  await editor.send('PATCH', `/api/articles/${trashed}`, { deletedAt: new Date().toISOString(), _status: 'published' })
})
afterAll(() => newsroom.close())

const states = ['draft', 'future', 'embargoed', 'withheld', 'canceled', 'trashed']

describe('readers never see', () => {
  it.each(states)('a %s article by its id', async (state) => {
    const path = `/api/articles/${String(hidden[state])}`
    for (const query of [{}, { draft: true }, { trash: true }, { draft: true, trash: true, depth: 3 }]) {
      expect((await anonymous.get(path, query)).status).toBe(404)
    }
    const { data } = await anonymous.graphql('query ($id: String!) { Article(id: $id, draft: true, trash: true) { headline } }', { id: hidden[state] })
    expect(data).toEqual({ Article: null })
  })

  it.each(states)('a %s article in a list, a count or the list of its author', async (state) => {
    const where = { id: { equals: hidden[state] } }
    for (const query of [{ where }, { where, draft: true }, { where, trash: true }, { where, draft: true, trash: true }]) {
      expect((await anonymous.get<Page<ArticleAnswer>>('/api/articles', query)).body.docs).toEqual([])
      expect((await anonymous.get('/api/articles/count', query)).body).toEqual({ totalDocs: 0 })
    }
    const joined = await anonymous.get<Page<{ articles: Page<ArticleAnswer> }>>('/api/authors', { joins: { articles: { where, count: true } } })
    expect(joined.body.docs[0]?.articles).toMatchObject({ docs: [], totalDocs: 0 })
  })

  it.each([
    '/api/articles',
    '/api/articles?depth=0',
    '/api/articles?depth=2',
    '/api/articles?depth=3',
    '/api/articles?draft=true&depth=3',
    '/api/articles?trash=true&depth=3',
    '/api/articles?depth=3&populate[articles][body]=true&populate[articles][related]=true',
    '/api/authors?depth=3',
    '/api/authors?depth=3&draft=true&trash=true',
    '/api/authors?depth=3&joins[articles][limit]=100',
    '/api/sections?depth=3',
    '/api/tags?depth=3',
  ])('a word of what is not public in %s', async (path) => {
    const { body, status } = await anonymous.get(path)
    expect(status).toBe(200)
    expect(JSON.stringify(body)).not.toContain(SECRET)
  })

  it('a word of the newer draft of a published article', async () => {
    for (const query of [{}, { draft: true }, { draft: true, depth: 3 }]) {
      expect((await anonymous.get(`/api/articles/${edited}`, query)).body).toMatchObject({ headline: 'As published' })
    }
  })

  it('a word of it through GraphQL, however nested', async () => {
    const { data, errors } = await anonymous.graphql(`{
      Articles(draft: true, trash: true, limit: 15) {
        totalDocs
        docs { headline standfirst body(depth: 3) related(draft: true) { headline body related { headline standfirst } } bylines { author { articles { docs { headline standfirst related { headline } } } } } }
      }
      published: Articles { totalDocs docs { headline related { headline standfirst } body(depth: 3) } }
      countArticles(draft: true, trash: true) { totalDocs }
      Authors { docs { articles(count: true) { totalDocs docs { headline standfirst related(draft: true) { headline } } } } }
    }`)
    expect(errors).toBeUndefined()
    expect(JSON.stringify(data)).not.toContain(SECRET)
    const asPublished = await anonymous.graphql('{ Articles { totalDocs } Authors { docs { articles(count: true) { totalDocs } } } }')
    expect(asPublished.data).toEqual({ Articles: { totalDocs: 2 }, Authors: { docs: [{ articles: { totalDocs: 2 } }] } })
  })

  it('versions, by REST or GraphQL', async () => {
    expect((await anonymous.get('/api/articles/versions', { where: { parent: { equals: open } } })).status).toBe(403)
    const { data } = await anonymous.graphql('{ versionsArticles { docs { id } } }')
    expect(data).toEqual({ versionsArticles: null })
  })
})

describe('readers cannot guess', () => {
  it.each(['headline', 'standfirst', 'slug'])('the %s of what is not public by filtering articles', async (path) => {
    const right = await anonymous.get('/api/articles', { where: { [path]: { like: SECRET } } })
    const wrong = await anonymous.get('/api/articles', { where: { [path]: { like: 'Atlantis' } } })
    expect(right.status).toBe(200)
    expect(right.body).toEqual(wrong.body)
    const negated = await anonymous.get('/api/articles/count', { where: { [path]: { not_like: SECRET } } })
    const negatedWrong = await anonymous.get('/api/articles/count', { where: { [path]: { not_like: 'Atlantis' } } })
    expect(negated.body).toEqual(negatedWrong.body)
  })

  it.each(['body', 'related.headline', 'related.standfirst', 'related.slug'])('anything by filtering by %s', async (path) => {
    for (const list of ['articles', 'articles/count']) {
      expect((await anonymous.get(`/api/${list}`, { where: { [path]: { like: SECRET } } })).status).toBe(400)
    }
  })

  it('a headline by filtering authors, or the articles of an author', async () => {
    const ask = async (word: string) => [
      (await anonymous.get('/api/authors', { where: { 'articles.headline': { like: word } } })).body,
      (await anonymous.get('/api/authors/count', { where: { 'articles.headline': { like: word } } })).body,
      (await anonymous.get('/api/authors', { joins: { articles: { where: { 'related.headline': { like: word } }, count: true } } })).body,
    ]
    expect(await ask(SECRET)).toEqual(await ask('Atlantis'))
  })

  it.each(['related.headline', 'related.slug', 'articles.headline'])('by sorting by %s', async (sort) => {
    expect((await anonymous.get('/api/articles', { sort })).status).toBe(400)
    expect((await anonymous.get('/api/authors', { sort })).status).toBe(400)
  })

  it('yet do find what is public through relations that anyone may read', async () => {
    const { body } = await anonymous.get<Page<ArticleAnswer>>('/api/articles', { where: { 'section.name': { equals: 'World' } } })
    expect(body.docs.map(({ id }) => id)).toContain(open)
  })
})

describe('editors', () => {
  it('see every state', async () => {
    const { body } = await editor.get<Page<ArticleAnswer>>('/api/articles', { draft: true, trash: true, where: { headline: { like: SECRET } } })
    expect(body.docs.map(({ id }) => id).sort()).toEqual([...Object.values(hidden), edited].sort())
  })
})

describe('the rule as a query and the rule for an article in hand', () => {
  it('say the same of every article there is', async () => {
    const { docs } = await newsroom.payload.find({ collection: 'articles', limit: 100, overrideAccess: true, trash: true })
    const byRule = docs.filter((article) => isPublicArticle(article)).map(({ id }) => id)
    const { body } = await anonymous.get<Page<ArticleAnswer>>('/api/articles', { limit: 100, trash: true })
    expect(byRule.sort()).toEqual(body.docs.map(({ id }) => id).sort())
    expect(byRule).toHaveLength(2)
  })
})
