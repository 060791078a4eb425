import type { CollectionSlug, FlattenedField } from 'payload'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aBody, createAuthor, createSection, createTag, draftArticle, hoursFromNow } from '../../helpers/articles'
import { signIn, tokenOf } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import { isProject } from '../../helpers/project'
import { upload } from '../../helpers/upload'

type Doc = Record<string, unknown> & { id: string }
type Refused = { errors: [{ message: string }] }

let newsroom: TestNewsroom
let admin: Client
/** A document of each collection that people write to. */
let documents: Record<string, Doc>
let picture: Buffer

beforeAll(async () => {
  newsroom = await openNewsroom()
  admin = await signIn(newsroom, 'admin')
  picture = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#456' } }).jpeg().toBuffer()
  const uploaded = await upload<{ doc: Doc }>(newsroom, { name: 'harbour.jpg', type: 'image/jpeg', bytes: picture, data: { alt: 'A harbour', credit: 'EPA' } })
  const made = async (path: string, data: object) => (await admin.send<{ doc: Doc }>('POST', path, data)).body.doc
  const article = await draftArticle(admin, { headline: 'Stored' })
  documents = {
    'api-clients': await made('/api/api-clients', { name: 'A site', scopes: ['read-drafts'] }),
    articles: { ...article },
    authors: { ...(await createAuthor(admin, { name: 'Ann Stored' })) },
    media: uploaded.body.doc,
    redirects: await made('/api/redirects', { from: '/old', to: { type: 'custom', url: '/new' } }),
    sections: { ...(await createSection(admin, 'World')) },
    'share-links': await made('/api/share-links', { article: article.id }),
    tags: { ...(await createTag(admin, 'Talks')) },
    users: await made('/api/users', { email: 'stored@newsroom.test', password: 'a password for tests only', name: 'Stored', roles: ['editor'] }),
  }
})
afterAll(() => newsroom.close())

const fieldsOf = (collection: string) => newsroom.payload.collections[collection as CollectionSlug].config.flattenedFields
const query = (collection: string) => ({ depth: 0, ...(collection === 'articles' ? { draft: true } : {}) })
const read = async (collection: string, id: string) => (await admin.get<Doc>(`/api/${collection}/${id}`, query(collection))).body
const patch = (collection: string, data: object, who = admin) => who.send<Refused>('PATCH', `/api/${collection}/${documents[collection]?.id ?? ''}`, data, query(collection))

/** What the server works out of the text, whatever is sent. */
const RECKONED = ['wordCount', 'readingTime']

/** A value that a field can have, and does not have yet; undefined for what is made of rows of others. */
function valueFor(field: FlattenedField): unknown {
  const many = (value: unknown) => ('hasMany' in field && field.hasMany ? [value] : value)
  switch (field.type) {
    case 'array':
      return [Object.fromEntries(field.flattenedFields.filter(({ name }) => name !== 'id').map((each) => [each.name, valueFor(each)]))]
    case 'checkbox':
      return true
    case 'date':
      return hoursFromNow(5)
    case 'email':
      return 'other@newsroom.test'
    case 'group':
    case 'tab':
      return Object.fromEntries(field.flattenedFields.map((each) => [each.name, valueFor(each)]))
    case 'json':
      return { given: true }
    case 'number':
      return 7
    case 'radio':
    case 'select': {
      const [, second, third] = field.options.map((option) => (typeof option === 'string' ? option : option.value))
      return many(third ?? second)
    }
    case 'relationship':
    case 'upload':
      return many(typeof field.relationTo === 'string' ? documents[field.relationTo]?.id : undefined)
    case 'richText':
      return aBody('Stored text.')
    case 'text':
    case 'textarea':
      return many(field.name === 'language' ? 'ko' : 'stored-text')
    default:
      return 'anything'
  }
}

/** Whether what was read holds what was sent, whatever else it holds. */
function holds(read: unknown, sent: unknown): boolean {
  if (sent === undefined || sent === null) return true
  if (Array.isArray(sent)) return Array.isArray(read) && sent.every((each, index) => holds(read[index], each))
  if (typeof sent === 'object') return typeof read === 'object' && read !== null && Object.entries(sent).every(([name, value]) => holds((read as Record<string, unknown>)[name], value))
  return read === sent
}

describe('no 2xx for what was not stored (reports B3)', () => {
  it.each(['api-clients', 'articles', 'authors', 'media', 'redirects', 'sections', 'share-links', 'tags', 'users'])('every field of %s that an admin may write is stored, or refused by name', async (collection) => {
    const lost: string[] = []
    // What is put into the trash is found there alone.
    for (const field of fieldsOf(collection).filter((each) => each.name !== 'deletedAt' && !('access' in each && each.access?.update) && !RECKONED.includes(each.name))) {
      const value = valueFor(field)
      const { status } = await patch(collection, { [field.name]: value })
      if (status >= 500) lost.push(`${field.name} was answered ${status}`)
      if (status >= 400) continue
      const stored = await read(collection, documents[collection]?.id ?? '')
      if (!holds(stored[field.name], value)) lost.push(`${field.name}: sent ${JSON.stringify(value)}, stored ${JSON.stringify(stored[field.name])}, answered ${status}`)
    }
    expect(lost).toEqual([])
  })

  it.each(['articles', 'authors', 'media', 'redirects', 'sections', 'tags', 'users'])('a document of %s can be sent back as it was read', async (collection) => {
    const stored = await read(collection, documents[collection]?.id ?? '')
    const { body, status } = await patch(collection, stored)
    expect([status, body.errors]).toEqual([200, undefined])
  })

  it.each([1, 2, 3])('an article can be sent back as it was read at depth %d', async (depth) => {
    const { articles, authors, media, sections, tags } = documents
    const id = articles?.id ?? ''
    const refers = { section: sections?.id, heroImage: media?.id, tags: [tags?.id], bylines: [{ author: authors?.id, role: 'reporter' }] }
    expect((await patch('articles', refers)).status).toBe(200)
    const { body: stored } = await admin.get<Doc>(`/api/articles/${id}`, { depth, draft: true })
    expect(stored.section).toMatchObject({ id: sections?.id })
    const { body, status } = await patch('articles', stored)
    expect([status, body.errors]).toEqual([200, undefined])
    expect(await read('articles', id)).toMatchObject(refers)
    expect((await patch('articles', { section: { id: crypto.randomUUID() } })).status).toBe(400)
  })

  it('a document says when it was made by nobody but admins (security A19)', async () => {
    const journalist = await signIn(newsroom, 'journalist')
    for (const name of ['createdAt', 'updatedAt']) {
      const { body, status } = await journalist.send<Refused>('POST', '/api/articles', { headline: 'Old', [name]: '2001-01-01T00:00:00.000Z' }, { draft: true })
      expect([status, body.errors[0].message]).toEqual([400, `${name} is set by the server: leave it out.`])
    }
  })

  it.each([
    ['articles', { headlin: 'A slip' }, 'headlin is no field of articles. Did you mean headline?'],
    ['articles', { dateline: { plase: 'Seoul' } }, 'dateline.plase is no field of articles. Did you mean dateline.place?'],
    ['articles', { bylines: [{ autor: 'x' }] }, 'bylines.0.autor is no field of articles. Did you mean bylines.0.author?'],
    ['articles', { Headline: 'A capital' }, 'Did you mean headline?'],
    ['articles', { somethingElseAltogether: 1 }, 'somethingElseAltogether is no field of articles.'],
    ['articles', { createdAt: '2001-01-01T00:00:00.000Z' }, 'createdAt is set by the server'],
    ['articles', { events: ['x'] }, 'events is set by the server'],
    ['users', { passwort: 'a password for tests only' }, 'Did you mean password?'],
    ['tags', { createdAt: '2001-01-01T00:00:00.000Z' }, 'createdAt is set by the server'],
    ['media', { filename: 'other.jpg' }, 'filename is set by the server'],
    ['media', { width: 9999 }, 'width is set by the server'],
  ])('%s: %j is refused (security A19)', async (collection, data, message) => {
    const { body, status } = await patch(collection, data)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
    expect(body.errors[0].message).toContain(message)
  })

  it.each([
    { headline: 7 },
    { headline: ['A list'] },
    { tags: 'not a list' },
    { section: { id: 1 } },
    { publishedAt: 20_260_504 },
    { bylines: { author: 'x' } },
    { body: 'plain' },
    { pubStatus: ['usable'] },
    { dateline: 'Seoul' },
    { bylines: 0 },
    { corrections: 0 },
    { headline: 'half of \ud83d' },
    { slug: '\ud800' },
  ])('a value of another type is refused: %j', async (data) => {
    expect((await patch('articles', data)).status).toBe(400)
  })

  it('refuses a field that there is none of in a new document, which may be an answer sent back', async () => {
    const made = await admin.send<Refused>('POST', '/api/articles', { headline: 'New', headlin: 'Old' }, { draft: true })
    expect([made.status, made.body.errors[0].message]).toEqual([400, 'headlin is no field of articles. Did you mean headline?'])
    const stored = await read('articles', documents.articles?.id ?? '')
    expect((await admin.send('POST', '/api/articles', { ...stored, headline: 'A copy' }, { draft: true })).status).toBe(201)
  })

  it.each(['bylines', 'corrections', 'tags', 'related'])('clears a list by null: %s', async (list) => {
    const { body, status } = await admin.send<{ doc: Doc }>('PATCH', `/api/articles/${documents.articles?.id ?? ''}`, { [list]: null }, query('articles'))
    expect([status, body.doc[list] ?? []]).toEqual([200, []])
  })

  it('clears the other names of a tag by null', async () => {
    await patch('tags', { aliases: ['One', 'Two'] })
    expect((await patch('tags', { aliases: null })).status).toBe(200)
    expect((await read('tags', documents.tags?.id ?? '')).aliases ?? []).toEqual([])
  })

  it.each([false, '', [], null])('refuses a field that there is none of even when it is %j', async (empty) => {
    expect((await patch('articles', { published: empty })).status).toBe(400)
  })

  it('takes no longer for very many of them', async () => {
    const { body, status } = await patch('articles', Object.fromEntries(Array.from({ length: 100_000 }, (_each, index) => [`f${index}`, 1])))
    expect([status, body.errors[0].message]).toEqual([400, expect.stringContaining('f0 is no field of articles.')])
  })

  it('says what is no part of a share link or a picture, and is made by the server', async () => {
    const { articles } = documents
    const other = await draftArticle(admin, { headline: 'Another' })
    const make = (data: object) => admin.send<Refused>('POST', '/api/share-links', { article: articles?.id, ...data })
    const answers = [
      await patch('share-links', { article: other.id }),
      await patch('share-links', { createdBy: null }),
      await make({ tokenHash: 'x' }),
      await make({ url: 'https://x.example' }),
      await make({ createdBy: documents.users?.id }),
      await upload<Refused>(newsroom, { name: 'sky.jpg', type: 'image/jpeg', bytes: picture, data: { alt: 'Sky', credit: 'EPA', url: 'https://x.example/sky.jpg' } }),
    ]
    const message = (name: string, more: string) => [400, `${name} is set by the server: leave it out${more}.`]
    expect(answers.map(({ body, status }) => [status, body.errors[0].message])).toEqual([
      message('article', ', or send it as it is stored'), message('createdBy', ', or send it as it is stored'), message('tokenHash', ''), message('url', ''), message('createdBy', ''), message('url', ''),
    ])
    for (const same of [articles?.id, { id: articles?.id, headline: 'Stored' }]) expect((await patch('share-links', { article: same, revoked: true })).status).toBe(200)
  })

  const send = async (path: string, parts: [name: string, value: Blob | string][]) => {
    const form = new FormData()
    for (const [name, value] of parts) form.append(name, value)
    const { body, status } = await admin.sendBody<Refused>(path, form)
    return [status, body.errors[0].message]
  }
  const file = () => new Blob([new Uint8Array(picture)], { type: 'image/jpeg' })
  const stray = (name: string, more = '') => [400, `The part "${name}" of this form is not stored: write the document as JSON into "_payload"${more}.`]

  it.skipIf(isProject)('refuses the parts of a form that are not stored, with a picture of the app’s own media', async () => {
    const alt: [string, string] = ['_payload', '{"alt":"Sea","credit":"EPA"}']
    const inFile = ', and send the picture in "file"'
    expect(await send('/api/media', [alt, ['file', file()], ['alt', 'Other']])).toEqual(stray('alt', inFile))
    expect(await send('/api/media', [['credit', 'EPA'], ['file', file()]])).toEqual(stray('credit', inFile))
    expect(await send('/api/media', [alt, ['file', file()], ['picture', file()]])).toEqual(stray('picture', inFile))
  })

  it('refuses the parts of a form that are not stored', async () => {
    const article: [string, string] = ['_payload', '{"headline":"Of a form"}']
    expect(await send('/api/articles?draft=true', [article, ['headline', 'Other']])).toEqual(stray('headline'))
    expect(await send('/api/articles?draft=true', [['headline', 'Alone']])).toEqual(stray('headline'))
    expect(await send('/api/articles?draft=true', [article, ['file', file()]])).toEqual(stray('file'))
    expect((await admin.get<{ totalDocs: number }>('/api/articles/count', { draft: true, where: { headline: { equals: 'Of a form' } } })).body.totalDocs).toBe(0)
  })

  it.each(['POST', 'PATCH'])('refuses an empty body that is called JSON: %s', async (method) => {
    const headers = { Authorization: `JWT ${await tokenOf(newsroom, 'admin')}`, 'Content-Type': 'application/json' }
    const path = method === 'POST' ? '/api/articles' : `/api/articles/${documents.articles?.id ?? ''}`
    const response = await fetch(`${newsroom.url}${path}?draft=true`, { method, headers, body: '' })
    expect([response.status, JSON.stringify(await response.json())]).toEqual([400, expect.stringMatching(/Send (?:the document|what is to change)/)])
  })

  it('refuses it in GraphQL, too', async () => {
    const { id } = documents.articles ?? { id: '' }
    const write = (data: string) => admin.graphql(`mutation { updateArticle(id: "${id}", draft: true, data: { ${data} }) { id headline } }`)
    expect((await write('headlin: "A slip"')).errors?.[0]?.message).toContain('headlin')
    expect((await write('createdAt: "2001-01-01T00:00:00.000Z"')).errors?.[0]?.message).toContain('createdAt is set by the server')
    expect((await write('headline: "Stored by GraphQL"')).data).toMatchObject({ updateArticle: { headline: 'Stored by GraphQL' } })
  })

  it('stores a field that the answer leaves out', async () => {
    const { id } = documents.articles ?? { id: '' }
    const { body } = await admin.send<{ doc: Doc }>('PATCH', `/api/articles/${id}`, { standfirst: 'Not in the answer.' }, { depth: 0, draft: true, select: { headline: true } })
    expect(body.doc.standfirst).toBeUndefined()
    expect((await read('articles', id)).standfirst).toBe('Not in the answer.')
  })
})
