import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Article } from '../../../src/payload-types'
import { createSection, publishArticle } from '../../helpers/articles'
import { reader, signIn } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'

let newsroom: TestNewsroom
let admin: Client
let editor: Client
let section: string

beforeAll(async () => {
  newsroom = await openNewsroom()
  admin = await signIn(newsroom, 'admin')
  editor = await signIn(newsroom, 'editor')
  section = (await createSection(editor, 'World')).id
})
afterAll(() => newsroom.close())

/** As the editor writes it: with an id, by which Payload takes a link for one that it has to validate. */
function linkTo(id: string): object {
  const fields = { id: '6571a1d2c3b4e5f607182930', linkType: 'internal', newTab: false, doc: { relationTo: 'articles', value: id } }
  const link = { type: 'link', version: 3, fields, children: [{ type: 'text', version: 1, text: 'there' }] }
  return { root: { type: 'root', version: 1, children: [{ type: 'paragraph', version: 1, children: [link] }] } }
}

const gone: [string, (id: string) => Promise<unknown>][] = [
  ['put into the trash', (id) => editor.send('PATCH', `/api/articles/${id}`, { deletedAt: new Date().toISOString() })],
  ['deleted for good', (id) => admin.send('DELETE', `/api/articles/${id}`)],
]

describe.each(gone)('a story that links to an article that was %s (reports B2)', (_how, remove) => {
  const linking = async () => {
    const target = await publishArticle(editor, { headline: 'Linked', section })
    const { id } = await publishArticle(editor, { headline: 'Linking', section, body: linkTo(target.id) })
    expect(await remove(target.id)).toMatchObject({ status: 200 })
    return id
  }
  const readers = async (id: string) => (await reader(newsroom.url).get(`/api/articles/by-slug/${String((await editor.get<Article>(`/api/articles/${id}`)).body.slug)}`)).status

  it('is corrected and published, by a field or by the whole form', async () => {
    const id = await linking()
    expect((await editor.send('PATCH', `/api/articles/${id}`, { headline: 'Corrected', _status: 'published' })).status).toBe(200)
    const { body } = await editor.get<Article>(`/api/articles/${id}`, { depth: 0 })
    const { body: text, section: room, bylines } = body
    const whole = await editor.send<{ doc: Article }>('PATCH', `/api/articles/${id}`, { headline: 'Again', body: text, section: room, bylines, _status: 'published' }, { depth: 0 })
    expect([whole.status, whole.body.doc.headline, whole.body.doc.body]).toEqual([200, 'Again', text])
  })

  it('is saved as a draft and published later', async () => {
    const id = await linking()
    expect((await editor.send('PATCH', `/api/articles/${id}`, { standfirst: 'Newer' }, { draft: true })).status).toBe(200)
    expect((await editor.send('PATCH', `/api/articles/${id}`, { _status: 'published' })).status).toBe(200)
  })

  it.each([
    ['withdrawn by its endpoint', (id: string) => editor.send('POST', `/api/articles/${id}/withdraw`, { notice: 'Withdrawn.' }), 410],
    ['withdrawn by a save', (id: string) => editor.send('PATCH', `/api/articles/${id}`, { pubStatus: 'canceled', _status: 'published' }), 410],
    ['unpublished by its endpoint', (id: string) => editor.send('POST', `/api/articles/${id}/unpublish`), 404],
    ['unpublished by a save', (id: string) => editor.send('PATCH', `/api/articles/${id}`, { _status: 'draft' }), 404],
  ])('is %s', async (_what, act, seen) => {
    const id = await linking()
    expect((await act(id)).status).toBe(200)
    expect(await readers(id)).toBe(seen)
  })
})
