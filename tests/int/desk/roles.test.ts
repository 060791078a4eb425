import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aBody, createSection, draftArticle, hoursFromNow, publishArticle, saveDraft } from '../../helpers/articles'
import type { ArticleAnswer, Page, Written } from '../../helpers/articles'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import type { Author, User } from '../../../src/payload-types'
import { hire } from './people'
import type { Colleague } from './people'

let newsroom: TestNewsroom
let admin: Colleague
let editor: Colleague
let ann: Colleague
let bob: Colleague
let section: string

beforeAll(async () => {
  newsroom = await openNewsroom()
  admin = await hire(newsroom, 'admin', 'Ada Admin')
  editor = await hire(newsroom, 'editor', 'Eve Editor')
  ann = await hire(newsroom, 'journalist', 'Ann Ames')
  bob = await hire(newsroom, 'journalist', 'Bob Best')
  section = (await createSection(editor, 'World')).id
})
afterAll(() => newsroom.close())

const statusOf = async (answer: Promise<{ status: number }>) => (await answer).status
const stored = (id: string) =>
  newsroom.payload.findByID({ collection: 'articles', id, depth: 0, draft: true, overrideAccess: true, trash: true })
const published = (id: string) => newsroom.payload.findByID({ collection: 'articles', id, depth: 0, overrideAccess: true, trash: true })

describe('a journalist', () => {
  it('begins an article, which is a draft of theirs', async () => {
    const { body, status } = await ann.send<Written<ArticleAnswer>>('POST', '/api/articles', { headline: 'Mine' })
    expect(status).toBe(201)
    expect(body.doc).toMatchObject({ _status: 'draft', stage: 'draft', createdBy: { id: ann.id } })
  })

  it('cannot say that somebody else began it', async () => {
    const { body } = await ann.send<Written<ArticleAnswer>>('POST', '/api/articles', { headline: 'Framed', createdBy: bob.id })
    expect((await stored(body.doc.id)).createdBy).toBe(ann.id)
    await ann.send('PATCH', `/api/articles/${body.doc.id}`, { createdBy: bob.id }, { draft: true })
    expect((await stored(body.doc.id)).createdBy).toBe(ann.id)
  })

  it('reads and changes what they began', async () => {
    const { id } = await draftArticle(ann, { headline: 'First thoughts' })
    expect((await ann.get<ArticleAnswer>(`/api/articles/${id}`, { draft: true })).body.headline).toBe('First thoughts')
    await saveDraft(ann, id, { headline: 'Second thoughts' })
    expect((await ann.get<ArticleAnswer>(`/api/articles/${id}`, { draft: true })).body.headline).toBe('Second thoughts')
  })

  it('reads and changes what bears their byline', async () => {
    const { id } = await draftArticle(editor, { headline: 'Assigned', bylines: [{ author: ann.byline, role: 'reporter' }] })
    expect(await statusOf(ann.get(`/api/articles/${id}`, { draft: true }))).toBe(200)
    expect(await statusOf(ann.send('PATCH', `/api/articles/${id}`, { standfirst: 'By Ann' }, { draft: true }))).toBe(200)
  })

  it('neither reads nor changes what is another’s', async () => {
    const { id } = await draftArticle(bob, { headline: 'Bob’s own' })
    expect(await statusOf(ann.get(`/api/articles/${id}`, { draft: true }))).toBe(404)
    expect(await statusOf(ann.send('PATCH', `/api/articles/${id}`, { headline: 'Ann’s' }, { draft: true }))).toBe(403)
    expect(await statusOf(ann.send('POST', `/api/articles/${id}/duplicate`, {}))).toBe(404)
    const { body } = await ann.send<{ docs: unknown[] }>('PATCH', '/api/articles', { headline: 'Ann’s' }, { where: { id: { equals: id } }, draft: true })
    expect(body.docs).toEqual([])
    const versions = await ann.get<Page<unknown>>('/api/articles/versions', { where: { parent: { equals: id } } })
    expect(versions.body.docs).toEqual([])
    expect((await stored(id)).headline).toBe('Bob’s own')
  })

  it('loses sight of an article that a new draft gives to another', async () => {
    const { id } = await publishArticle(editor, { headline: 'Shared', section, bylines: [{ author: ann.byline, role: 'reporter' }] })
    await saveDraft(editor, id, { headline: 'Now Bob’s', bylines: [{ author: bob.byline, role: 'reporter' }], stage: 'draft', note: 'Bob knows more.' })
    expect((await ann.get<ArticleAnswer>(`/api/articles/${id}`, { draft: true })).body.headline).toBe('Shared')
    expect(await statusOf(ann.send('PATCH', `/api/articles/${id}`, { headline: 'Ann’s' }, { draft: true }))).toBe(403)
    expect((await stored(id)).headline).toBe('Now Bob’s')
  })

  it.each([
    ['POST', ''],
    ['PATCH', '/own'],
  ])('never publishes: %s', async (method, path) => {
    const { id } = await draftArticle(ann, { headline: 'Ready, I think', section, body: aBody('Words.') })
    const data = { headline: 'Published', section, body: aBody('Words.'), _status: 'published' }
    for (const query of [{}, { draft: true }, { autosave: true }, { publishAllLocales: true }]) {
      // An autosave is a draft's, whoever asks.
      expect(await statusOf(ann.send(method, `/api/articles${path.replace('own', id)}`, data, query))).toBe('autosave' in query ? 400 : 403)
    }
    expect((await published(id))._status).toBe('draft')
  })

  it('never publishes many at once, by GraphQL, or by bringing back a version', async () => {
    const { id } = await publishArticle(editor, { headline: 'Out', section, bylines: [{ author: ann.byline, role: 'reporter' }] })
    await saveDraft(editor, id, { stage: 'draft', note: 'Again.', headline: 'Out again' })
    const bulk = await ann.send('PATCH', '/api/articles', { _status: 'published' }, { where: { id: { equals: id } } })
    expect(bulk.status).toBe(403)
    const { data } = await ann.graphql('mutation ($id: String!) { updateArticle(id: $id, data: { _status: published }) { id } }', { id })
    expect(data).toEqual({ updateArticle: null })
    const { docs } = await newsroom.payload.findVersions({ collection: 'articles', where: { parent: { equals: id } }, sort: 'createdAt' })
    const version = String(docs[0]?.id)
    expect(await statusOf(ann.send('POST', `/api/articles/versions/${version}`))).toBe(403)
    expect(await statusOf(ann.send('POST', `/api/articles/versions/${version}`, {}, { draft: true }))).toBe(403)
    expect((await published(id)).headline).toBe('Out')
  })

  it('saves beside what readers see, never over it', async () => {
    const { id } = await publishArticle(editor, { headline: 'As printed', section, bylines: [{ author: ann.byline, role: 'reporter' }] })
    await saveDraft(editor, id, { stage: 'draft', note: 'Shorten it.' })
    for (const query of [{}, { draft: false }, { unpublishAllLocales: true }]) {
      await ann.send('PATCH', `/api/articles/${id}`, { headline: 'Rewritten', _status: 'draft' }, query)
      expect(await published(id)).toMatchObject({ headline: 'As printed', _status: 'published' })
    }
    expect((await stored(id)).headline).toBe('Rewritten')
  })

  it('does not change when, where and whether readers see an article', async () => {
    const { id } = await publishArticle(editor, { headline: 'Fixed', section, bylines: [{ author: ann.byline, role: 'reporter' }] })
    await saveDraft(editor, id, { stage: 'draft', note: 'Shorten it.' })
    const before = await stored(id)
    await saveDraft(ann, id, {
      slug: 'elsewhere',
      pubStatus: 'canceled',
      publishedAt: hoursFromNow(-99),
      embargoUntil: hoursFromNow(99),
      corrections: [{ kind: 'correction', text: 'Wrong' }],
      source: { text: 'Made up' },
    })
    const { corrections, embargoUntil, publishedAt, pubStatus, slug, source } = await stored(id)
    expect({ corrections, embargoUntil, publishedAt, pubStatus, slug }).toEqual({
      corrections: before.corrections,
      embargoUntil: before.embargoUntil,
      publishedAt: before.publishedAt,
      pubStatus: 'usable',
      slug: 'fixed',
    })
    expect(source?.text ?? null).toBeNull()
  })

  it('neither deletes nor trashes an article, not even their own', async () => {
    const { id } = await draftArticle(ann, { headline: 'Mine to the end' })
    expect(await statusOf(ann.send('DELETE', `/api/articles/${id}`))).toBe(403)
    expect(await statusOf(ann.send('PATCH', `/api/articles/${id}`, { deletedAt: new Date().toISOString() }))).toBe(403)
    expect(await statusOf(ann.send('DELETE', '/api/articles', undefined, { where: { id: { equals: id } } }))).toBe(403)
    expect((await stored(id)).deletedAt ?? null).toBeNull()
  })

  it('sees where copy came from on their own articles only, and cannot guess it on others', async () => {
    const source = { kind: 'wire', provider: 'Xanadu Press', text: 'xanadu' }
    const own = await publishArticle(editor, { headline: 'With Ann', section, source, bylines: [{ author: ann.byline, role: 'reporter' }] })
    const other = await publishArticle(editor, { headline: 'Without Ann', section, source })
    expect((await ann.get<ArticleAnswer>(`/api/articles/${own.id}`)).body.source?.text).toBe('xanadu')
    expect(JSON.stringify((await ann.get(`/api/articles/${other.id}`)).body)).not.toContain('anadu')
    expect(await statusOf(ann.get('/api/articles', { where: { 'source.text': { like: 'xanadu' } } }))).toBe(400)
    const copy = await ann.send<Written<ArticleAnswer>>('POST', `/api/articles/${other.id}/duplicate`, {})
    expect(JSON.stringify(await stored(copy.body.doc.id))).not.toContain('anadu')
  })

  it('writes the bio of their own profile, nothing else of it, and of no other', async () => {
    const answer = await ann.send<Written<Author>>('PATCH', `/api/authors/${ann.byline}`, { bio: 'I write.', name: 'Somebody else', user: bob.id })
    expect(answer.body.doc).toMatchObject({ bio: 'I write.', name: 'Ann Ames' })
    expect(await statusOf(ann.send('PATCH', `/api/authors/${bob.byline}`, { bio: 'He does not.' }))).toBe(403)
  })

  it('makes no section, tag or author', async () => {
    for (const path of ['/api/sections', '/api/tags', '/api/authors']) {
      expect(await statusOf(ann.send('POST', path, { name: 'New' }))).toBe(403)
    }
  })
})

describe('an editor', () => {
  it('trashes an article and takes it out again, but deletes none for good', async () => {
    const { id } = await publishArticle(editor, { headline: 'Almost gone', section })
    expect(await statusOf(editor.send('PATCH', `/api/articles/${id}`, { deletedAt: new Date().toISOString(), _status: 'published' }))).toBe(200)
    expect(await statusOf(editor.send('PATCH', `/api/articles/${id}`, { deletedAt: null, _status: 'published' }, { trash: true }))).toBe(200)
    expect(await statusOf(editor.send('DELETE', `/api/articles/${id}`))).toBe(403)
    expect(await statusOf(editor.send('DELETE', '/api/articles', undefined, { where: { id: { equals: id } } }))).toBe(403)
    expect(await statusOf(admin.send('DELETE', `/api/articles/${id}`))).toBe(200)
  })

  it('makes no login, and sees only their own', async () => {
    const { body } = await editor.get<Page<User>>('/api/users')
    expect(body.docs.map(({ id }) => id)).toEqual([editor.id])
    const login = { email: 'new@newsroom.test', password: 'long enough to be one', name: 'New', roles: ['admin'] }
    expect(await statusOf(editor.send('POST', '/api/users', login))).toBe(403)
  })

  it('copies an article as a draft without its dates, state, corrections and source', async () => {
    const { id } = await publishArticle(editor, {
      headline: 'The original',
      section,
      stage: 'ready',
      embargoUntil: hoursFromNow(-1),
      source: { kind: 'wire', guid: 'urn:one', text: 'As it came' },
    })
    for (const query of [{}, { draft: false }]) {
      const { body } = await editor.send<Written<ArticleAnswer>>('POST', `/api/articles/${id}/duplicate`, {}, query)
      const copy = await stored(body.doc.id)
      expect(copy).toMatchObject({ _status: 'draft', stage: 'draft', pubStatus: 'usable', createdBy: editor.id })
      expect([copy.publishedAt, copy.embargoUntil, copy.firstPublishedAt, copy.source?.text].filter(Boolean)).toEqual([])
      expect(copy.slug).not.toBe('the-original')
    }
  })
})

describe('nobody', () => {
  it.each(['journalist', 'editor'])('raises their own role: a %s', async (role) => {
    const somebody = role === 'editor' ? editor : ann
    await somebody.send('PATCH', `/api/users/${somebody.id}`, { roles: ['admin'], author: bob.byline, name: 'Still me' })
    const user = await newsroom.payload.findByID({ collection: 'users', id: somebody.id, depth: 0, overrideAccess: true })
    expect(user).toMatchObject({ roles: [role], author: somebody.byline, name: 'Still me' })
  })

  it('removes or demotes the last admin', async () => {
    expect(await statusOf(admin.send('PATCH', `/api/users/${admin.id}`, { roles: ['editor'] }))).toBe(400)
    expect(await statusOf(admin.send('DELETE', `/api/users/${admin.id}`))).toBe(400)
    // The app lets nobody change several logins at once.
    expect([400, 403]).toContain(await statusOf(admin.send('DELETE', '/api/users', undefined, { where: { id: { equals: admin.id } } })))
    expect([400, 403]).toContain(await statusOf(admin.send('PATCH', '/api/users', { roles: ['editor'] }, { where: { id: { equals: admin.id } } })))
    const second = await hire(newsroom, 'admin', 'Sue Second')
    const answers = await Promise.all([admin.send('DELETE', `/api/users/${second.id}`), second.send('DELETE', `/api/users/${admin.id}`)])
    expect(answers.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1)
    const { totalDocs } = await newsroom.payload.count({ collection: 'users', where: { roles: { in: ['admin'] } } })
    expect(totalDocs).toBe(1)
  })
})
