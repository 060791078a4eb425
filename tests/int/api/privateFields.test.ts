import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAuthor, createSection, publishArticle } from '../../helpers/articles'
import type { ArticleAnswer, Page, Refusal } from '../../helpers/articles'
import { reader, signIn } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import type { Author } from '../../../src/payload-types'

let newsroom: TestNewsroom
let anonymous: Client
let editor: Client
let author: string
let article: string

const ADDRESS = 'xanadu@desk.test'

beforeAll(async () => {
  newsroom = await openNewsroom()
  anonymous = reader(newsroom.url)
  editor = await signIn(newsroom, 'editor')
  const { docs } = await newsroom.payload.find({ collection: 'users', overrideAccess: true })
  author = (await createAuthor(editor, { name: 'Ann Ames', email: ADDRESS, user: docs[0]?.id })).id
  article = (
    await publishArticle(editor, {
      headline: 'A story',
      section: (await createSection(editor, 'World')).id,
      bylines: [{ author, role: 'reporter' }],
      stage: 'ready',
      source: { kind: 'wire', provider: 'Xanadu Press', text: 'xanadu', guid: 'urn:xanadu' },
    })
  ).id
})
afterAll(() => newsroom.close())

const PRIVATE = /xanadu|importHash|firstPublishedAt|"stage"|"email"|"user"|"provider"|"kind":"wire"|@newsroom\.test/i

describe('private fields', () => {
  it.each([
    '/api/articles',
    '/api/articles?depth=3',
    '/api/articles?select[source]=true&select[stage]=true&select[importHash]=true&select[firstPublishedAt]=true',
    '/api/articles?depth=3&populate[authors][email]=true&populate[authors][user]=true&populate[users][email]=true',
    '/api/authors?depth=3',
    '/api/authors?depth=3&select[email]=true&select[user]=true&select[importHash]=true',
    '/api/authors?depth=3&populate[articles][source]=true&populate[articles][stage]=true',
    '/api/sections?depth=3&select[importHash]=true',
  ])('are not in %s', async (path) => {
    const { body, status } = await anonymous.get(path)
    expect(status).toBe(200)
    expect(JSON.stringify(body)).not.toMatch(PRIVATE)
  })

  it('are null through GraphQL', async () => {
    const { data } = await anonymous.graphql(`{
      Articles { docs { stage firstPublishedAt importHash source { kind provider guid text checksum importedAt } bylines { author { email user { name email } importHash } } } }
    }`)
    const source = { kind: null, provider: null, guid: null, text: null, checksum: null, importedAt: null }
    const signer = { email: null, user: null, importHash: null }
    expect(data).toEqual({
      Articles: { docs: [{ stage: null, firstPublishedAt: null, importHash: null, source, bylines: [{ author: signer }] }] },
    })
  })

  const onArticles = [
    'source.text',
    'source.guid',
    'source.kind',
    'source.importedAt',
    'stage',
    'firstPublishedAt',
    'importHash',
    'section.importHash',
    'bylines.author.email',
    'bylines.author.user',
    'bylines.author.user.email',
    'bylines.author.importHash',
    'related.source.text',
    'related.stage',
    'related.bylines.author.email',
  ]

  it.each(onArticles)('cannot be asked for by filter or sort: %s of articles', async (path) => {
    const condition = { [path]: { like: 'xanadu' } }
    const answers = [
      await anonymous.get('/api/articles', { where: condition }),
      await anonymous.get('/api/articles', { where: { or: [condition] } }),
      await anonymous.get('/api/articles', { where: { [path.replaceAll('.', '__')]: { like: 'xanadu' } } }),
      await anonymous.get('/api/articles/count', { where: condition }),
      await anonymous.get('/api/authors', { joins: { articles: { where: condition } } }),
      await anonymous.get('/api/articles', { sort: path }),
      await anonymous.get('/api/articles', { sort: `headline,-${path}` }),
      await anonymous.get('/api/authors', { joins: { articles: { sort: path } } }),
    ]
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 400))
  })

  it.each(['email', 'user', 'user.email', 'user.roles', 'importHash', 'articles.source.text', 'articles.stage'])(
    'cannot be asked for by filter or sort: %s of authors',
    async (path) => {
      expect((await anonymous.get('/api/authors', { where: { [path]: { like: 'xanadu' } } })).status).toBe(400)
      expect((await anonymous.get('/api/authors', { sort: path })).status).toBe(400)
    },
  )

  it.each([
    '{ Articles(where: { source__text: { like: "xanadu" } }) { docs { id } } }',
    '{ Articles(where: { stage: { equals: ready } }) { docs { id } } }',
    '{ Articles(where: { AND: [{ stage: { equals: ready } }] }) { docs { id } } }',
    '{ Articles(sort: "source.text") { docs { id } } }',
    '{ Articles(sort: "bylines.author.email") { docs { id } } }',
    '{ countArticles(where: { importHash: { like: "a" } }) { totalDocs } }',
    `{ Authors(where: { email: { equals: "${ADDRESS}" } }) { docs { id } } }`,
    '{ Authors { docs { articles(where: { source__text: { like: "xanadu" } }) { docs { id } } } } }',
    '{ Authors { docs { articles(sort: "source.text") { docs { id } } } } }',
  ])('cannot be asked for by %s', async (query) => {
    const { data, errors } = await anonymous.graphql(query)
    expect(errors?.[0]?.message).toMatch(/cannot be queried|sort cannot take/)
    expect(JSON.stringify(data)).not.toContain('"id"')
  })

  it('are there for the desk, which can search by them', async () => {
    const { body } = await editor.get<Page<ArticleAnswer>>('/api/articles', { where: { 'source.guid': { equals: 'urn:xanadu' } } })
    expect(body.docs).toMatchObject([{ id: article, stage: 'ready', source: { provider: 'Xanadu Press' } }])
    const signer = await editor.get<Author>(`/api/authors/${author}`)
    expect(signer.body.email).toBe(ADDRESS)
  })

  it('of the seed are hidden from the desk too, and cannot be set', async () => {
    await editor.send('PATCH', `/api/articles/${article}`, { importHash: 'mine', firstPublishedAt: '2001-01-01T00:00:00.000Z', _status: 'published' })
    const stored = await newsroom.payload.findByID({ collection: 'articles', id: article, overrideAccess: true, showHiddenFields: true })
    expect(stored.importHash ?? null).toBeNull()
    expect(stored.firstPublishedAt).not.toContain('2001')
    expect((await editor.get(`/api/articles/${article}`)).body).not.toHaveProperty('importHash')
  })
})

describe('what belongs to the house', () => {
  it.each(['users', 'payload-kv', 'payload-jobs', 'payload-preferences', 'payload-locked-documents'])('is not for readers: %s', async (collection) => {
    const { body, status } = await anonymous.get<Refusal>(`/api/${collection}`)
    expect(status).toBe(403)
    expect(body.errors[0]?.message).toContain('not allowed')
  })

  it('is not for readers through GraphQL either', async () => {
    const { data } = await anonymous.graphql('{ Users { docs { email } } PayloadKvs { docs { key } } PayloadJobs { docs { id } } PayloadPreferences { docs { id } } }')
    expect(data).toEqual({ Users: null, PayloadKvs: null, PayloadJobs: null, PayloadPreferences: null })
  })
})
