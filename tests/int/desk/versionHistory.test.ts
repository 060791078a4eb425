import type { Where } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { createSection, hoursFromNow, publishArticle, republish, saveDraft } from '../../helpers/articles'
import type { ArticleAnswer, Page } from '../../helpers/articles'
import { reader, signIn } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'

type Version = { id: string; createdAt: string; updatedAt: string; latest?: boolean; version: ArticleAnswer }

let newsroom: TestNewsroom
let editor: Client
let section: string

beforeAll(async () => {
  newsroom = await openNewsroom()
  editor = await signIn(newsroom, 'editor')
  section = (await createSection(editor, 'World')).id
})
afterAll(() => newsroom.close())
afterEach(() => {
  vi.useRealTimers()
})

const versionsOf = async (id: string, where: Where = {}) =>
  (await editor.get<Page<Version>>('/api/articles/versions', { where: { and: [{ parent: { equals: id } }, where] }, limit: 100, depth: 0 })).body.docs
const shown = async (id: string) => {
  const { body, status } = await reader(newsroom.url).get<ArticleAnswer>(`/api/articles/${id}`)
  return status === 200 ? body.headline : status
}

describe('when the clock of the server steps back an hour', () => {
  it('the last save is the newest version (reports B14)', async () => {
    const { id } = await publishArticle(editor, { headline: 'One', section, publishedAt: hoursFromNow(-2) })
    await saveDraft(editor, id, { headline: 'Two' })
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 3_600_000 })
    await saveDraft(editor, id, { headline: 'Three' })
    await editor.send('PATCH', `/api/articles/${id}`, { headline: 'Four' }, { draft: true, autosave: true })
    await editor.send('PATCH', `/api/articles/${id}`, { headline: 'Five' }, { draft: true, autosave: true })
    expect((await editor.get<ArticleAnswer>(`/api/articles/${id}`, { draft: true })).body.headline).toBe('Five')
    expect((await republish(editor, id, {})).headline).toBe('Five')
    expect(await shown(id)).toBe('Five')
    await saveDraft(editor, id, { headline: 'Six' })

    const versions = await versionsOf(id)
    expect(versions.map(({ version }) => version.headline)).toEqual(['Six', 'Five', 'Five', 'Three', 'Two', 'One'])
    expect(versions.filter(({ latest }) => latest).map(({ version }) => version.headline)).toEqual(['Six'])
    expect((await editor.get<Page<ArticleAnswer>>('/api/articles', { draft: true, where: { id: { equals: id } } })).body.docs.map(({ headline }) => headline)).toEqual(['Six'])
  })

  it('saves of one millisecond keep their order (reports B14)', async () => {
    const { id } = await publishArticle(editor, { headline: 'One', section })
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
    for (const headline of ['Two', 'Three', 'Four']) await saveDraft(editor, id, { headline })
    expect((await versionsOf(id)).map(({ version }) => version.headline)).toEqual(['Four', 'Three', 'Two', 'One'])
    expect((await republish(editor, id, {})).headline).toBe('Four')
  })
})

describe('what readers saw', () => {
  it('stays in the history after 100 drafts (reports B6)', async () => {
    const { id } = await publishArticle(editor, { headline: 'Shown', section })
    for (let n = 1; n <= 102; n += 1) await saveDraft(editor, id, { headline: `Draft ${String(n)}` })
    expect((await versionsOf(id, { 'version._status': { equals: 'published' } })).map(({ version }) => version.headline)).toEqual(['Shown'])
    const drafts = await newsroom.payload.countVersions({ collection: 'articles', where: { and: [{ parent: { equals: id } }, { 'version._status': { equals: 'draft' } }] } })
    expect(drafts.totalDocs).toBe(100)
    expect(await shown(id)).toBe('Shown')
  }, 120_000)

  it.each([
    ['unpublished', (id: string) => editor.send('PATCH', `/api/articles/${id}`, { _status: 'draft' }, { unpublishAllLocales: true })],
    ['unpublished by a plain save', (id: string) => editor.send('PATCH', `/api/articles/${id}`, { _status: 'draft' })],
    ['withdrawn', (id: string) => editor.send('POST', `/api/articles/${id}/withdraw`, { note: 'It was wrong.' })],
  ])('stays in the history when the story is %s (reports B6)', async (_, takeDown) => {
    const { id } = await publishArticle(editor, { headline: 'Shown', section })
    expect((await takeDown(id)).status).toBe(200)
    expect([404, 410]).toContain(await shown(id))
    const versions = await versionsOf(id)
    expect(versions.map(({ version }) => version._status)).toContain('published')
    expect(versions.length).toBeGreaterThan(1)
  })
})
