import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Article } from '../../../src/payload-types'
import { aBody, createSection, publishArticle, saveDraft } from '../../helpers/articles'
import type { Page } from '../../helpers/articles'
import { reader } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import { hire } from './people'
import type { Colleague } from './people'

let newsroom: TestNewsroom
let anonymous: Client
let editor: Colleague
let section: string

beforeAll(async () => {
  newsroom = await openNewsroom({ delivery: {} })
  anonymous = reader(newsroom.url)
  await hire(newsroom, 'admin', 'Ada Admin')
  editor = await hire(newsroom, 'editor', 'Eve Editor')
  section = (await createSection(editor, 'World')).id
})
afterAll(() => newsroom.close())

async function withDraft(): Promise<string> {
  const { id } = await publishArticle(editor, { headline: 'As printed', section, body: aBody('Words.'), bylines: [{ author: editor.byline, role: 'reporter' }] })
  await saveDraft(editor, id, { standfirst: 'Pending' })
  return id
}
const seen = async (id: string) => {
  const { body, status } = await anonymous.get<Article>(`/api/articles/${id}`)
  return status === 200 ? [body.headline, body.standfirst ?? null] : status
}
const newest = async (id: string) => (await editor.get<Article>(`/api/articles/${id}`, { draft: true })).body
const bulk = (id: string, data: object, query = {}) => editor.send<Page<Article>>('PATCH', '/api/articles', data, { ...query, where: { id: { equals: id } } })

describe('a write that says nothing of publication leaves readers what they have (http P1, reports B7)', () => {
  const quiet: [string, (id: string) => Promise<unknown>][] = [
    ['REST', (id) => editor.send('PATCH', `/api/articles/${id}`, { note: 'x' })],
    ['REST with draft=false', (id) => editor.send('PATCH', `/api/articles/${id}`, { headline: 'x' }, { draft: false })],
    ['REST with _status null', (id) => editor.send('PATCH', `/api/articles/${id}`, { headline: 'x', _status: null })],
    ['REST for many', (id) => bulk(id, { headline: 'x' })],
    ['GraphQL', (id) => editor.graphql(`mutation { updateArticle(id: "${id}", data: { headline: "x" }) { id } }`)],
    ['the Local API', (id) => newsroom.payload.update({ collection: 'articles', id, data: { headline: 'x' }, overrideAccess: true }).catch(String)],
    ['restoring a draft', async (id) => {
      const { body } = await editor.get<Page<{ id: string }>>('/api/articles/versions', { where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }] } })
      return editor.send('POST', `/api/articles/versions/${String(body.docs[0]?.id)}`)
    }],
  ]
  it.each(quiet)('by %s', async (_how, write) => {
    const id = await withDraft()
    await write(id)
    expect(await seen(id)).toEqual(['As printed', null])
    expect(await newest(id)).toMatchObject({ _status: 'draft', standfirst: 'Pending', headline: 'As printed' })
  })

  it('and says what to send', async () => {
    const id = await withDraft()
    const { body, status } = await editor.send<{ errors: { message: string }[] }>('PATCH', `/api/articles/${id}`, { note: 'x' })
    expect([status, body.errors[0]?.message]).toEqual([409, expect.stringContaining('draft=true')])
  })

  it('but changes what is published where there is no newer draft', async () => {
    const { id } = await publishArticle(editor, { headline: 'As printed', section })
    expect((await editor.send('PATCH', `/api/articles/${id}`, { headline: 'Corrected' })).status).toBe(200)
    expect(await seen(id)).toEqual(['Corrected', null])
  })
})

describe('a bulk update does what a single one does (http P2)', () => {
  it.each([
    ['unpublishes', { _status: 'draft' }, {}, 404],
    ['publishes the newer draft', { _status: 'published' }, {}, ['As printed', 'Pending']],
    ['saves a draft', { headline: 'Reworked' }, { draft: true }, ['As printed', null]],
    ['withdraws', { _status: 'published', pubStatus: 'canceled' }, {}, 410],
  ])('%s', async (_what, data, query, readers) => {
    const [one, many] = [await withDraft(), await withDraft()]
    expect((await editor.send('PATCH', `/api/articles/${one}`, data, query)).status).toBe(200)
    expect((await bulk(many, data, query)).status).toBe(200)
    expect([await seen(one), await seen(many)]).toEqual([readers, readers])
    const told = ({ _status, headline, pubStatus, standfirst }: Article) => ({ _status, headline, pubStatus, standfirst })
    expect(told(await newest(many))).toEqual(told(await newest(one)))
  })
})
