import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aBody, byTheDesk, createSection, draftArticle, publishArticle, republish, saveDraft } from '../../helpers/articles'
import type { ArticleAnswer, Page, Refusal, Written } from '../../helpers/articles'
import { client, reader, signIn } from '../../helpers/client'
import type { Answer, Client } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import { isProject } from '../../helpers/project'
import { upload } from '../../helpers/upload'
import type { Media } from '../../../src/payload-types'

type Version = { id: string; version: ArticleAnswer }

let newsroom: TestNewsroom
let anonymous: Client
let editor: Client
let section: string

beforeAll(async () => {
  newsroom = await openNewsroom()
  anonymous = reader(newsroom.url)
  editor = await signIn(newsroom, 'editor')
  section = (await createSection(editor, 'World')).id
})
afterAll(() => newsroom.close())

const read = (who: Client, id: string): Promise<Answer<ArticleAnswer>> => who.get<ArticleAnswer>(`/api/articles/${id}`)
const versionsOf = (id: string) =>
  editor.get<Page<Version>>('/api/articles/versions', { where: { parent: { equals: id } }, sort: '-updatedAt' })

describe('an editor', () => {
  it('writes a draft, which readers do not see until it is published', async () => {
    const { id } = await draftArticle(editor, { headline: 'Talks begin', section, body: aBody('They talk.'), bylines: await byTheDesk(editor) })
    expect((await read(anonymous, id)).status).toBe(404)
    await republish(editor, id, {})
    expect((await read(anonymous, id)).body.headline).toBe('Talks begin')
  })

  it('changes a published article for readers only by publishing again', async () => {
    const { id } = await publishArticle(editor, { headline: 'Talks go on', section })
    await saveDraft(editor, id, { headline: 'Talks stall' })
    expect((await read(anonymous, id)).body.headline).toBe('Talks go on')
    await republish(editor, id, { headline: 'Talks stall' })
    expect((await read(anonymous, id)).body.headline).toBe('Talks stall')
  })

  it('clears a group by null, as any field', async () => {
    const dateline = { place: 'Pyongyang', date: '2023-10-18T00:00:00.000Z', text: 'Pyongyang - - 18 October' }
    const { id } = await publishArticle(editor, { headline: 'Datelined', section, dateline, meta: { title: 'Found by this' } })
    expect((await read(anonymous, id)).body).toMatchObject({ dateline, meta: { title: 'Found by this' } })
    await republish(editor, id, { dateline: null, meta: null })
    const { dateline: cleared, meta } = (await read(anonymous, id)).body
    expect(Object.values({ ...cleared, ...meta }).filter((value) => value !== null)).toEqual([])
    await republish(editor, id, { dateline: { place: 'Moscow' } })
    const { data } = await editor.graphql<{ updateArticle: { dateline: object } }>(
      `mutation { updateArticle(id: "${id}", data: { dateline: null, _status: published }) { dateline { place date text } } }`,
    )
    expect(data?.updateArticle.dateline).toEqual({ place: null, date: null, text: null })
    expect((await draftArticle(editor, { headline: 'New without', dateline: null, meta: null })).headline).toBe('New without')
  })

  it('leaves out in GraphQL what REST lets her leave out, and is told what is missing', async () => {
    const made = await editor.graphql<Record<'article' | 'author' | 'section' | 'tag', { slug: string }>>(`mutation {
      article: createArticle(draft: true, data: { headline: "Left out" }) { slug }
      author: createAuthor(data: { name: "Graham Quell" }) { slug }
      section: createSection(data: { name: "Graphs" }) { slug }
      tag: createTag(data: { name: "Queries" }) { slug }
    }`)
    expect(made).toMatchObject({ errors: undefined, data: { article: { slug: 'left-out' }, author: { slug: 'graham-quell' }, section: { slug: 'graphs' }, tag: { slug: 'queries' } } })
    const nameless = await editor.graphql('mutation { createTag(data: { kind: place }) { id } }')
    expect(nameless.errors?.[0]?.message).toContain('"data" has invalid value')
    const incomplete = await editor.graphql('mutation { createArticle(data: { headline: "Nothing else", _status: published }) { id } }')
    expect(incomplete.errors?.[0]?.message).toMatch(/Body|Section/)
  })

  it('takes an article back from readers', async () => {
    const { id } = await publishArticle(editor, { headline: 'Too early', section })
    await editor.send('PATCH', `/api/articles/${id}`, { _status: 'draft' })
    expect((await read(anonymous, id)).status).toBe(404)
    expect((await read(editor, id)).body.headline).toBe('Too early')
  })

  it('puts an article in the trash, out of every list, and takes it out again', async () => {
    const { id } = await publishArticle(editor, { headline: 'Gone for now', section })
    await editor.send('PATCH', `/api/articles/${id}`, { deletedAt: new Date().toISOString(), _status: 'published' })
    expect((await read(anonymous, id)).status).toBe(404)
    expect((await read(editor, id)).status).toBe(404)
    await editor.send('PATCH', `/api/articles/${id}`, { deletedAt: null, _status: 'published' }, { trash: true })
    expect((await read(anonymous, id)).body.headline).toBe('Gone for now')
  })

  it('deletes an article for good', async () => {
    const { id } = await publishArticle(editor, { headline: 'Never was', section })
    expect((await editor.send('DELETE', `/api/articles/${id}`)).status).toBe(200)
    expect((await read(editor, id)).status).toBe(404)
  })

  it('sees every version of an article and brings an old one back', async () => {
    const { id } = await publishArticle(editor, { headline: 'First words', section })
    await republish(editor, id, { headline: 'Second words' })
    await republish(editor, id, { headline: 'Third words' })
    const { body } = await versionsOf(id)
    expect(body.docs.map(({ version }) => version.headline)).toEqual(['Third words', 'Second words', 'First words'])
    const restored = await editor.send('POST', `/api/articles/versions/${String(body.docs[2]?.id)}`)
    expect(restored.status).toBe(200)
    expect((await read(anonymous, id)).body.headline).toBe('First words')
    expect((await versionsOf(id)).body.totalDocs).toBe(4)
  })

  it('cannot publish without a section', async () => {
    const { body, status } = await editor.send<Refusal>('POST', '/api/articles', { headline: 'Adrift', body: aBody('x'), _status: 'published' })
    expect(status).toBe(400)
    expect(body.errors[0]?.message).toContain('Section')
  })

  it('writes, publishes and deletes through GraphQL as well', async () => {
    const made = await editor.graphql<{ createArticle: { id: string; slug: string } }>(
      `mutation ($section: String!, $body: JSON!, $author: String!) {
        createArticle(
          data: { headline: "By GraphQL", slug: "", section: $section, body: $body, bylines: [{ author: $author, role: contributor }], language: "en", pubStatus: usable, _status: draft }
        ) { id slug }
      }`,
      { section, body: aBody('Words.'), author: (await byTheDesk(editor))[0]?.author },
    )
    expect(made.errors).toBeUndefined()
    expect(made.data?.createArticle.slug).toBe('by-graphql')
    const id = String(made.data?.createArticle.id)
    expect((await read(anonymous, id)).status).toBe(404)
    const published = await editor.graphql(
      'mutation ($id: String!) { updateArticle(id: $id, data: { _status: published }) { headline _status } }',
      { id },
    )
    expect(published.data).toEqual({ updateArticle: { headline: 'By GraphQL', _status: 'published' } })
    expect((await read(anonymous, id)).status).toBe(200)
    await editor.graphql('mutation ($id: String!) { deleteArticle(id: $id) { id } }', { id })
    expect((await read(editor, id)).status).toBe(404)
  })
})

describe('a reader', () => {
  it.each<[string, string]>([
    ['POST', '/api/articles'],
    ['POST', '/api/sections'],
    ['POST', '/api/tags'],
    ['POST', '/api/authors'],
    ['POST', '/api/media'],
    ['POST', '/api/users'],
  ])('may not %s %s', async (method, path) => {
    expect((await anonymous.send(method, path, { name: 'x', headline: 'x' })).status).toBe(403)
  })

  it('may not change, publish, copy or delete an article, nor see its versions', async () => {
    const { id } = await publishArticle(editor, { headline: 'Hands off', section })
    const { body } = await versionsOf(id)
    const answers = [
      await anonymous.send('PATCH', `/api/articles/${id}`, { headline: 'Mine' }),
      await anonymous.send('DELETE', `/api/articles/${id}`),
      await anonymous.send('POST', `/api/articles/${id}/duplicate`, {}),
      await anonymous.get('/api/articles/versions'),
      await anonymous.get(`/api/articles/versions/${String(body.docs[0]?.id)}`),
      await anonymous.send('POST', `/api/articles/versions/${String(body.docs[0]?.id)}`),
      await anonymous.send('PATCH', '/api/articles', { headline: 'Mine' }, { where: { id: { equals: id } } }),
      await anonymous.send('DELETE', '/api/articles', undefined, { where: { id: { equals: id } } }),
    ]
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 403))
    expect((await read(anonymous, id)).body.headline).toBe('Hands off')
  })

  it('may not write through GraphQL', async () => {
    const { data, errors } = await anonymous.graphql('mutation { createTag(data: { name: "x", slug: "x", kind: subject }) { id } }')
    expect(data).toEqual({ createTag: null })
    expect(errors?.[0]?.message).toContain('not allowed')
  })

  it('is not somebody else for sending a made-up token', async () => {
    const stranger = client(newsroom.url, { Authorization: 'JWT made.up.token' })
    expect((await stranger.send('POST', '/api/tags', { name: 'x' })).status).toBe(403)
  })
})

describe.skipIf(isProject)('a picture of the app’s own media', () => {
  const words = { alt: 'A red square', credit: 'Ann Ames / Dateline' }
  const square = () => sharp({ create: { width: 900, height: 600, channels: 3, background: 'red' } }).png().toBuffer()

  it('is uploaded with its text and credit, measured, and served in the sizes of a card', async () => {
    const { body, status } = await upload<Written<Media>>(newsroom, { name: 'square.png', type: 'image/png', bytes: await square(), data: words })
    expect(status).toBe(201)
    expect(body.doc).toMatchObject({ ...words, width: 900, height: 600, mimeType: 'image/png', sizes: { card: { width: 768 } } })
    const served = await fetch(`${newsroom.url}${String(body.doc.url)}`)
    expect(served.headers.get('Content-Type')).toBe('image/png')
    expect((await sharp(await served.arrayBuffer()).metadata()).width).toBe(900)
    await editor.send('DELETE', `/api/media/${body.doc.id}`)
  })

  it.each(['alt', 'credit'])('needs its %s', async (field) => {
    const data = Object.fromEntries(Object.entries(words).filter(([name]) => name !== field))
    const { body, status } = await upload<Refusal>(newsroom, { name: 'square.png', type: 'image/png', bytes: await square(), data })
    expect(status).toBe(400)
    expect(JSON.stringify(body)).toContain(`"path":"${field}"`)
  })

  it('is a picture: other files are refused, whatever they call themselves', async () => {
    const page = { name: 'page.html', type: 'text/html', bytes: Buffer.from('<script>alert(1)</script>'), data: words }
    const disguised = { ...page, name: 'page.png', type: 'image/png' }
    expect((await upload(newsroom, page)).status).toBe(400)
    expect((await upload(newsroom, disguised)).status).toBe(400)
  })

  it('may not be uploaded by a reader', async () => {
    const form = new FormData()
    form.set('_payload', JSON.stringify(words))
    form.set('file', new Blob([new Uint8Array(await square())], { type: 'image/png' }), 'square.png')
    expect((await fetch(`${newsroom.url}/api/media`, { method: 'POST', body: form })).status).toBe(403)
  })
})
