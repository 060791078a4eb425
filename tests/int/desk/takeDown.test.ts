import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Article, ArticleEvent } from '../../../src/payload-types'
import { aBody, createSection, draftArticle, hoursFromNow, publishArticle, saveDraft } from '../../helpers/articles'
import type { Page, Written } from '../../helpers/articles'
import { reader } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import { hire } from './people'
import type { Colleague } from './people'

let newsroom: TestNewsroom
let anonymous: Client
let editor: Colleague
let other: Colleague
let ann: Colleague
let section: string
/** A save that is under way. */
let saving: Promise<unknown> = Promise.resolve()

beforeAll(async () => {
  newsroom = await openNewsroom({ delivery: {} })
  anonymous = reader(newsroom.url)
  await hire(newsroom, 'admin', 'Ada Admin')
  editor = await hire(newsroom, 'editor', 'Eve Editor')
  other = await hire(newsroom, 'editor', 'Otto Other')
  ann = await hire(newsroom, 'journalist', 'Ann Ames')
  section = (await createSection(editor, 'World')).id
})
afterAll(() => newsroom.close())

const complete = (headline: string) => ({ headline, section, body: aBody('Words.'), bylines: [{ author: ann.byline, role: 'reporter' }] })
const seen = (id: string) => anonymous.get<{ headline?: string; errors?: { message: string }[] }>(`/api/articles/${id}`)
/** An update that says nothing else, in each way that there is one. */
const updates = (data: object): [string, typeof withdraw][] => [
  ['by an update', (who, id, body = {}) => who.send<Written<Article>>('PATCH', `/api/articles/${id}`, { ...data, ...body })],
  ['by a bulk update', async (who, id, body = {}) => {
    const answer = await who.send<{ docs: Article[]; errors: unknown[]; message: string }>('PATCH', '/api/articles', { ...data, ...body }, { where: { id: { equals: id } } })
    expect(answer.body.errors).toEqual([])
    return { ...answer, body: { doc: answer.body.docs[0] as Article, message: answer.body.message } }
  }],
  ['by a mutation', async (who, id, body = {}) => {
    const { data: answered, ...answer } = await who.graphql<{ updateArticle: Article }>('mutation ($id: String!, $data: mutationArticleUpdateInput!) { updateArticle(id: $id, data: $data) { id pubStatus _status } }', { id, data: { ...data, ...body } })
    expect(answer.errors).toBeUndefined()
    return { ...answer, body: { doc: answered?.updateArticle as Article, message: '' } }
  }],
]
/** The same, or a request of its own. */
const ways = (address: typeof withdraw, data: object): [string, typeof withdraw][] => [['at its address', address], ...updates(data)]
const newest = async (id: string) => (await editor.get<Article>(`/api/articles/${id}`, { draft: true })).body
const withdraw = (who: Client, id: string, body: object = {}) => who.send<Written<Article>>('POST', `/api/articles/${id}/withdraw`, body)
const unpublish = (who: Client, id: string, body: object = {}) => who.send<Written<Article>>('POST', `/api/articles/${id}/unpublish`, body)
const logOf = async (id: string) => {
  const { body } = await editor.get<Page<ArticleEvent>>('/api/article-events', { where: { article: { equals: id } }, sort: 'createdAt', depth: 0 })
  return body.docs.map(({ from, kind, note, to, who }) => ({ kind, from: from ?? null, to: to ?? null, note: note ?? null, who }))
}
const waiting = (id: string) => newsroom.payload.count({ collection: 'payload-jobs', overrideAccess: true, where: { 'input.doc.value': { equals: id } } })

/** What must not keep a story before readers, as the API and the years leave it. */
const hurdles: [string, (id: string) => Promise<unknown>][] = [
  ['nothing in the way', () => Promise.resolve()],
  ['a newer draft', (id) => saveDraft(editor, id, { headline: 'Newer words' })],
  ['a newer draft that lacks everything', (id) => saveDraft(editor, id, { headline: '', section: null, bylines: [] })],
  ['a published version that lacks its section', (id) => newsroom.payload.db.updateOne({ collection: 'articles', id, data: { section: null }, req: {} })],
  ['a lock of a colleague', (id) => newsroom.payload.create({ collection: 'payload-locked-documents', data: { document: { relationTo: 'articles', value: id }, user: { relationTo: 'users', value: other.id } }, overrideAccess: true })],
  ['a schedule', (id) => editor.send('POST', `/api/articles/${id}/schedule`, { type: 'publish', at: hoursFromNow(2) })],
  ['a colleague who saves at the same moment', (id) => { saving = other.send('PATCH', `/api/articles/${id}`, { standfirst: 'At once' }, { draft: true }); return Promise.resolve() }],
]

describe.each(ways(withdraw, { pubStatus: 'canceled' }))('withdrawing %s (editor F10)', (_way, act) => {
  it.each(hurdles)('takes effect at once with %s', async (_what, put) => {
    const { id } = await publishArticle(editor, complete('Bad story'))
    expect((await seen(id)).status).toBe(200)
    await put(id)
    const { body, status } = await act(editor, id, { notice: 'It was wrong.', note: 'The lawyers called.' })
    expect([status, body.doc.pubStatus, typeof body.message]).toEqual([200, 'canceled', 'string'])
    const gone = await seen(id)
    expect([gone.status, gone.body.errors?.[0]?.message]).toEqual([410, 'It was wrong.'])
    expect(await logOf(id)).toContainEqual({ kind: 'status', from: 'usable', to: 'canceled', note: 'The lawyers called.', who: 'Eve Editor' })
    expect((await waiting(id)).totalDocs).toBe(0)
    await saving
  })

  it('keeps the newer draft, and publishing that does not bring the story back', async () => {
    const { id } = await publishArticle(editor, complete('Bad story'))
    await saveDraft(editor, id, { headline: 'Newer words' })
    await act(editor, id)
    expect(await newest(id)).toMatchObject({ headline: 'Newer words', _status: 'draft', pubStatus: 'canceled' })
    await editor.send('PATCH', `/api/articles/${id}`, { _status: 'published' })
    expect((await seen(id)).status).toBe(410)
  })

  it('asks for no revision', async () => {
    const { id } = await publishArticle(editor, complete('Bad story'))
    await saveDraft(editor, id, { headline: 'Newer words' })
    expect((await act(editor, id, { revision: 0 })).status).toBe(200)
    expect((await seen(id)).status).toBe(410)
  })

  it('may be asked twice, with another notice', async () => {
    const { id } = await publishArticle(editor, complete('Bad story'))
    await act(editor, id, { notice: 'First.' })
    expect((await act(editor, id, { notice: 'Second.' })).status).toBe(200)
    expect((await seen(id)).body.errors?.[0]?.message).toBe('Second.')
  })

  it('tells whoever has it open that it was saved', async () => {
    const { id, revision } = await publishArticle(editor, complete('Bad story'))
    await act(editor, id)
    const stale = await other.send('PATCH', `/api/articles/${id}`, { headline: 'Typed', revision }, { draft: true })
    expect(stale.status).toBe(409)
    expect((await other.send('PATCH', `/api/articles/${id}`, { headline: 'Typed' }, { draft: true })).status).toBe(200)
  })
})

describe.each(ways(unpublish, { _status: 'draft' }))('unpublishing %s', (_way, act) => {
  it.each(hurdles)('takes effect at once with %s', async (_what, put) => {
    const { id } = await publishArticle(editor, complete('Too soon'))
    await put(id)
    expect((await act(editor, id, { note: 'Too soon.' })).status).toBe(200)
    expect((await seen(id)).status).toBe(404)
    expect(await logOf(id)).toContainEqual({ kind: 'publication', from: 'published', to: null, note: 'Too soon.', who: 'Eve Editor' })
    expect((await waiting(id)).totalDocs).toBe(0)
    await saving
  })

  it('keeps the newer draft', async () => {
    const { id } = await publishArticle(editor, complete('Too soon'))
    await saveDraft(editor, id, { headline: 'Newer words' })
    await act(editor, id)
    expect(await newest(id)).toMatchObject({ headline: 'Newer words', _status: 'draft' })
  })
})

describe.each(updates({ pubStatus: 'withheld' }))('holding back %s', (_way, act) => {
  it.each(hurdles)('takes effect at once with %s', async (_what, put) => {
    const { id } = await publishArticle(editor, complete('Not now'))
    await put(id)
    const { body, status } = await act(editor, id, { note: 'Not now.' })
    expect([status, body.doc.pubStatus]).toEqual([200, 'withheld'])
    expect((await seen(id)).status).toBe(404)
    expect(await logOf(id)).toContainEqual({ kind: 'status', from: 'usable', to: 'withheld', note: 'Not now.', who: 'Eve Editor' })
    await saving
  })
})

describe('a bulk update that takes down', () => {
  it('takes down what readers have, and updates the rest as ever', async () => {
    const shown = await publishArticle(editor, complete('Bad story'))
    await saveDraft(editor, shown.id, { section: null })
    const draft = await draftArticle(editor, complete('Bad draft'))
    const { body, status } = await editor.send<{ docs: Article[]; errors: unknown[] }>('PATCH', '/api/articles', { pubStatus: 'withheld' }, { where: { id: { in: [shown.id, draft.id] } } })
    expect([status, body.errors, body.docs.map(({ pubStatus }) => pubStatus)]).toEqual([200, [], ['withheld', 'withheld']])
    expect((await seen(shown.id)).status).toBe(404)
  })

  it('is refused to whoever may not, and without a condition', async () => {
    const { id } = await publishArticle(editor, complete('Stays'))
    expect((await ann.send('PATCH', '/api/articles', { pubStatus: 'canceled' }, { where: { id: { equals: id } } })).body).toMatchObject({ docs: [] })
    expect((await anonymous.send('PATCH', '/api/articles', { pubStatus: 'canceled' }, { where: { id: { equals: id } } })).status).toBe(403)
    expect((await editor.send('PATCH', '/api/articles?where[or]=', { pubStatus: 'canceled' })).status).toBe(400)
    expect((await seen(id)).status).toBe(200)
  })
})

describe('both are refused', () => {
  it('to whoever may not', async () => {
    const { id } = await publishArticle(editor, complete('Stays'))
    for (const who of [anonymous, ann]) for (const act of [withdraw, unpublish]) expect((await act(who, id)).status).toBe(403)
    expect((await seen(id)).status).toBe(200)
  })

  it('for what is not there, or is in the trash', async () => {
    const { id } = await draftArticle(editor, complete('In the trash'))
    await editor.send('PATCH', `/api/articles/${id}`, { deletedAt: new Date().toISOString() })
    for (const each of [id, crypto.randomUUID(), 'nonsense']) for (const act of [withdraw, unpublish]) expect((await act(editor, each)).status).toBe(404)
  })

  it('with a notice or note that is no text', async () => {
    const { id } = await publishArticle(editor, complete('Stays'))
    expect((await withdraw(editor, id, { notice: ['a'] })).status).toBe(400)
    expect((await withdraw(editor, id, { note: 'x'.repeat(6_000) })).status).toBe(400)
    for (const text of ['a\0b', 'half \ud83d']) {
      expect((await withdraw(editor, id, { notice: text })).status).toBe(400)
      expect((await unpublish(editor, id, { note: text })).status).toBe(400)
      expect((await editor.send('PATCH', `/api/articles/${id}`, { pubStatus: 'canceled', notice: text })).status).toBe(400)
    }
    expect((await seen(id)).status).toBe(200)
  })
})

it('an answer has what its query asks for, as of any update', async () => {
  const ask = { depth: 0, select: { headline: true } }
  const ids = await Promise.all(['One', 'Two', 'Three'].map(async (headline) => (await publishArticle(editor, complete(headline))).id))
  const [one = '', two = '', three = ''] = ids
  const answers = [
    (await editor.send<Written<Article>>('PATCH', `/api/articles/${one}`, { pubStatus: 'canceled' }, ask)).body.doc,
    (await editor.send<Written<Article>>('POST', `/api/articles/${two}/withdraw`, {}, ask)).body.doc,
    (await editor.send<{ docs: Article[] }>('PATCH', '/api/articles', { pubStatus: 'canceled' }, { ...ask, where: { id: { equals: three } } })).body.docs[0],
  ]
  expect(answers).toEqual([{ id: one, headline: 'One' }, { id: two, headline: 'Two' }, { id: three, headline: 'Three' }])
  expect((await Promise.all(ids.map(seen))).map(({ status }) => status)).toEqual([410, 410, 410])
})

it.each([{}, { draft: true }])('the log says when the trash takes an article from readers, and when it comes back (%j)', async (query) => {
  const { id } = await publishArticle(editor, complete('Binned'))
  const publications = async () => (await logOf(id)).flatMap(({ from, kind, to }) => (kind === 'publication' ? [[from, to]] : []))
  const begun = await publications()
  expect((await editor.send('PATCH', `/api/articles/${id}`, { deletedAt: new Date().toISOString() }, query)).status).toBe(200)
  expect([(await seen(id)).status, await publications()]).toEqual([404, [...begun, ['published', null]]])
  expect((await editor.send('PATCH', `/api/articles/${id}`, { deletedAt: null, _status: 'published' }, { trash: true })).status).toBe(200)
  expect([(await seen(id)).status, await publications()]).toEqual([200, [...begun, ['published', null], [null, 'published']]])
})

it('the log says when a date takes an article from readers, and when another brings it back', async () => {
  const { id } = await publishArticle(editor, complete('Dated'))
  const begun = (await logOf(id)).length
  const logged = async () => (await logOf(id)).slice(begun).map(({ from, kind, to }) => [kind, from, to])
  await editor.send('PATCH', `/api/articles/${id}`, { publishedAt: new Date(Date.now() + 3_600_000).toISOString(), _status: 'published' })
  expect([(await seen(id)).status, await logged()]).toEqual([404, [['publication', 'published', 'future']]])
  await editor.send('PATCH', `/api/articles/${id}`, { publishedAt: new Date(Date.now() - 3_600_000).toISOString(), _status: 'published' })
  expect([(await seen(id)).status, await logged()]).toEqual([200, [['publication', 'published', 'future'], ['publication', 'future', 'published']]])
})

it('the log says nothing of a status and an embargo that only a draft has, until it is published', async () => {
  const { id } = await publishArticle(editor, complete('Doubted'))
  const begun = (await logOf(id)).length
  const logged = async () => (await logOf(id)).slice(begun).map(({ from, kind, note, to }) => [kind, from, to, note]).filter(([kind]) => kind !== 'stage')
  const until = new Date(Date.now() + 3_600_000).toISOString()
  expect((await editor.send('PATCH', `/api/articles/${id}`, { pubStatus: 'withheld', embargoUntil: until, note: 'Wait.' }, { draft: true })).status).toBe(200)
  expect([(await seen(id)).status, await logged()]).toEqual([200, []])
  expect((await editor.send('PATCH', `/api/articles/${id}`, { _status: 'published', note: 'Wait.' })).status).toBe(200)
  expect([(await seen(id)).status, await logged()]).toEqual([404, [['embargo', null, until, 'Wait.'], ['status', 'usable', 'withheld', 'Wait.']]])
})
