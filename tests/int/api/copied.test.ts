import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Article } from '../../../src/payload-types'
import { createSection, publishArticle } from '../../helpers/articles'
import type { Written } from '../../helpers/articles'
import { signIn } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'

let newsroom: TestNewsroom
let editor: Client

beforeAll(async () => {
  newsroom = await openNewsroom()
  editor = await signIn(newsroom, 'editor')
})
afterAll(() => newsroom.close())

describe('an answer that is sent back as a new document', () => {
  it('makes an article of its own, with rows of its own', async () => {
    const section = (await createSection(editor, 'World')).id
    const { id } = await publishArticle(editor, { headline: 'First', section })
    const { body: first } = await editor.get<Article>(`/api/articles/${id}`, { depth: 0 })
    const { body, status } = await editor.send<Written<Article>>('POST', '/api/articles', { ...first, headline: 'Second' }, { depth: 0 })
    expect([status, body]).toMatchObject([201, {}])
    expect(body.doc.bylines).toMatchObject([{ author: first.bylines?.[0]?.author, role: 'contributor' }])
    expect((await editor.get<Article>(`/api/articles/${id}`, { depth: 0 })).body.bylines).toEqual(first.bylines)
  })

  it('gives an article rows of its own that it is sent from another one', async () => {
    const section = (await createSection(editor, 'Sport')).id
    const { id } = await publishArticle(editor, { headline: 'Giver', section })
    const { body: giver } = await editor.get<Article>(`/api/articles/${id}`, { depth: 0 })
    const taker = await publishArticle(editor, { headline: 'Taker', section })
    const { body, status } = await editor.send<Written<Article>>('PATCH', `/api/articles/${taker.id}`, { bylines: giver.bylines }, { depth: 0 })
    expect(status).toBe(200)
    expect(body.doc.bylines).toHaveLength(1)
    expect((await editor.get<Article>(`/api/articles/${id}`)).body.bylines).toHaveLength(1)
  })
})
