import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aBody, byTheDesk, createSection, draftArticle, hoursFromNow, publishArticle, republish, saveDraft } from '../../helpers/articles'
import type { ArticleAnswer } from '../../helpers/articles'
import { signIn } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'

let newsroom: TestNewsroom
let editor: Client
let section: string

beforeAll(async () => {
  newsroom = await openNewsroom()
  editor = await signIn(newsroom, 'editor')
  section = (await createSection(editor, 'World')).id
})
afterAll(() => newsroom.close())

const read = async (id: string) => (await editor.get<ArticleAnswer>(`/api/articles/${id}`, { draft: true })).body

describe('the length of an article', () => {
  it('is counted from its body', async () => {
    const article = await publishArticle(editor, { headline: 'Counted', section, body: aBody('One two three.', 'Four five.') })
    expect(article).toMatchObject({ wordCount: 5, readingTime: 1 })
  })

  it('is counted in a script without spaces', async () => {
    const { wordCount } = await publishArticle(editor, { headline: '平壌', section, body: aBody('拉夫罗夫抵达平壤进行正式访问。') })
    expect(wordCount).toBeGreaterThan(4)
    expect(wordCount).toBeLessThan(14)
  })

  it('is in minutes, rounded up', async () => {
    const { readingTime } = await publishArticle(editor, { headline: 'Long', section, body: aBody('word '.repeat(239)) })
    expect(readingTime).toBe(2)
  })

  it('cannot be set from outside', async () => {
    const { id } = await publishArticle(editor, { headline: 'Boast', section, body: aBody('One.'), wordCount: 5000, readingTime: 90 })
    expect(await read(id)).toMatchObject({ wordCount: 1, readingTime: 1 })
    await republish(editor, id, { wordCount: 5000, readingTime: 90 })
    expect(await read(id)).toMatchObject({ wordCount: 1, readingTime: 1 })
  })

  it('follows the body, in drafts too', async () => {
    const { id } = await draftArticle(editor, { headline: 'Growing' })
    expect(await read(id)).toMatchObject({ wordCount: 0, readingTime: 0 })
    await saveDraft(editor, id, { body: aBody('Two words.') })
    expect(await read(id)).toMatchObject({ wordCount: 2, readingTime: 1 })
  })
})

describe('the date that readers see', () => {
  it('is the moment of the first publication', async () => {
    const before = new Date().toISOString()
    const { id } = await draftArticle(editor, { headline: 'Dated', section, body: aBody('x') })
    expect((await read(id)).publishedAt ?? null).toBeNull()
    const { publishedAt } = await republish(editor, id, { bylines: await byTheDesk(editor) })
    expect(String(publishedAt) >= before && String(publishedAt) <= new Date().toISOString()).toBe(true)
  })

  it('stays when the article is published again, taken back, and published once more', async () => {
    const { id, publishedAt } = await publishArticle(editor, { headline: 'Steady', section })
    await republish(editor, id, { headline: 'Steady on' })
    await editor.send('PATCH', `/api/articles/${id}`, { _status: 'draft' })
    await republish(editor, id, {})
    expect((await read(id)).publishedAt).toBe(publishedAt)
  })

  it('is the one an editor sets', async () => {
    const publishedAt = hoursFromNow(-1000)
    const { id } = await publishArticle(editor, { headline: 'From the archive', section, publishedAt })
    expect((await read(id)).publishedAt).toBe(publishedAt)
  })
})

it('what the server writes itself is ignored in what is sent, as docs/api.md says', async () => {
  const theirs = { wordCount: 5000, readingTime: 90, revision: 40, saves: [{ by: 'me' }], modifiedAt: hoursFromNow(-9), firstPublishedAt: hoursFromNow(-9), createdBy: null }
  const { id } = await draftArticle(editor, { headline: 'Boast', section, body: aBody('One.'), ...theirs })
  const { createdBy, saves, ...stored } = await newsroom.payload.findByID({ collection: 'articles', id, depth: 0, draft: true, overrideAccess: true, showHiddenFields: true })
  expect(stored).toMatchObject({ wordCount: 1, readingTime: 1, revision: 1, modifiedAt: null })
  expect([stored.firstPublishedAt ?? null, saves, createdBy]).toEqual([null, [], expect.anything()])
  const admin = await signIn(newsroom, 'admin')
  const { body, status } = await admin.send<{ doc: { key: string } }>('POST', '/api/api-clients', { name: 'A program', scopes: ['ingest'], key: 'mine' })
  expect([status, body.doc.key]).toEqual([201, expect.stringMatching(/^dateline_/)])
})
