import { createLocalReq } from 'payload'
import type { PayloadRequest } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { schedulePublish } from '../../../collections/Articles/schedule/adminFunction'
import type { ArticleEvent } from '../../../src/payload-types'
import { aBody, createSection, draftArticle, hoursFromNow, publishArticle, republish, saveDraft } from '../../helpers/articles'
import type { Page, Refusal } from '../../helpers/articles'
import { reader } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { inGraphql } from '../../helpers/ids'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import { makeDue } from './flowActions'
import { hire } from './people'
import type { Colleague } from './people'

let newsroom: TestNewsroom
let anonymous: Client
let editor: Colleague
let ann: Colleague
let section: string

beforeAll(async () => {
  newsroom = await openNewsroom({ delivery: {} })
  anonymous = reader(newsroom.url)
  await hire(newsroom, 'admin', 'Ada Admin')
  editor = await hire(newsroom, 'editor', 'Eve Editor')
  ann = await hire(newsroom, 'journalist', 'Ann Ames')
  section = (await createSection(editor, 'World')).id
})
afterAll(() => newsroom.close())

const complete = (headline: string) => ({ headline, section, body: aBody('Words.'), bylines: [{ author: ann.byline, role: 'reporter' }] })
const schedule = (who: Client, id: string, type = 'publish', at = hoursFromNow(2)) =>
  who.send<Refusal>('POST', `/api/articles/${id}/schedule`, { type, at })
const run = () => newsroom.payload.jobs.run({ allQueues: true })
const comesDue = (article: string) => makeDue(newsroom.payload, article)
const seen = async (id: string) => (await anonymous.get(`/api/articles/${id}`)).status

async function jobs(article: string) {
  const { docs } = await newsroom.payload.find({ collection: 'payload-jobs', overrideAccess: true, where: { 'input.doc.value': { equals: article } } })
  return docs
}

/** The earliest version of an article. */
async function firstVersion(parent: string): Promise<string> {
  const { body } = await editor.get<Page<{ id: string }>>('/api/articles/versions', { where: { parent: { equals: parent } }, sort: 'updatedAt', limit: 1 })
  return body.docs[0]?.id ?? ''
}

async function logOf(article: string) {
  const { body } = await editor.get<Page<ArticleEvent>>('/api/article-events', { where: { article: { equals: article } }, sort: 'createdAt', depth: 0 })
  return body.docs.map(({ from, kind, note, to, who }) => ({ kind, from: from ?? null, to: to ?? null, note: note ?? null, who }))
}

/** A request of the admin UI by one of the desk. */
async function requestOf({ id }: Colleague): Promise<PayloadRequest> {
  const user = await newsroom.payload.findByID({ collection: 'users', id, overrideAccess: true })
  return createLocalReq({ user: { ...user, collection: 'users' } }, newsroom.payload)
}

/** What the admin UI sends with everything it calls. */
async function fromAdmin(who: Colleague) {
  const req = await requestOf(who)
  return { cookies: new Map(), importMap: {}, locale: undefined, permissions: {}, req, user: req.user }
}

describe('a scheduled publication', () => {
  it('waits for its time, then shows the article, also where its absence was kept', async () => {
    const { id } = await draftArticle(ann, complete('At six'))
    const at = hoursFromNow(2)
    expect((await schedule(editor, id, 'publish', at)).status).toBe(201)
    await run()
    expect([await seen(id), await seen(id)]).toEqual([404, 404])
    await comesDue(id)
    await run()
    expect(await seen(id)).toBe(200)
    expect(await jobs(id)).toEqual([])
    expect(await logOf(id)).toEqual([
      { kind: 'schedule', from: null, to: `publish ${at}`, note: null, who: 'Eve Editor' },
      { kind: 'stage', from: 'draft', to: 'ready', note: null, who: 'Eve Editor' },
      { kind: 'publication', from: null, to: 'published', note: null, who: 'Eve Editor' },
    ])
  })

  it('and a scheduled end of it', async () => {
    const { id } = await publishArticle(editor, complete('Until six'))
    expect(await seen(id)).toBe(200)
    expect((await schedule(editor, id, 'unpublish')).status).toBe(201)
    await comesDue(id)
    await run()
    expect(await seen(id)).toBe(404)
  })

  it('of what is not complete fails once, and says in the log what is missing', async () => {
    const { id } = await draftArticle(ann, { headline: 'Half of it' })
    await schedule(editor, id)
    await comesDue(id)
    await run()
    await run()
    expect(await seen(id)).toBe(404)
    const [job] = await jobs(id)
    expect(job).toMatchObject({ hasError: true, processing: false, error: { message: expect.stringContaining('Write the body.') } })
    expect((await logOf(id)).filter(({ to }) => to === 'failed')).toEqual([
      { kind: 'schedule', from: expect.stringContaining('publish 20'), to: 'failed', note: 'Write the body. Choose a section. Add a byline.', who: 'The newsroom’s own code' },
    ])
  })

  it('is taken off when the article is withdrawn or put into the trash', async () => {
    const withdrawn = (await publishArticle(editor, complete('Withdrawn'))).id
    const trashed = (await draftArticle(editor, complete('Trashed'))).id
    await schedule(editor, withdrawn)
    await schedule(editor, trashed)
    await republish(editor, withdrawn, { pubStatus: 'canceled' })
    await editor.send('PATCH', `/api/articles/${trashed}`, { deletedAt: new Date().toISOString() })
    for (const id of [withdrawn, trashed]) await comesDue(id)
    await run()
    expect([await seen(withdrawn), await seen(trashed)]).toEqual([410, 404])
    expect((await logOf(withdrawn)).at(-1)).toMatchObject({ kind: 'schedule', from: expect.stringContaining('publish 20'), to: null })
    expect((await logOf(trashed)).at(-1)).toMatchObject({ kind: 'schedule', from: expect.stringContaining('publish 20'), to: null, note: null })
  })

  it('can be taken off, and never happens then', async () => {
    const { id } = await draftArticle(ann, complete('Taken off'))
    await schedule(editor, id)
    expect((await editor.send('DELETE', `/api/articles/${id}/schedule`)).body).toEqual({ removed: 1 })
    expect(await jobs(id)).toEqual([])
    expect((await logOf(id)).at(-1)).toMatchObject({ kind: 'schedule', from: expect.stringContaining('publish 20'), to: null })
  })

  it('is taken off alone when its type is named', async () => {
    const { id } = await draftArticle(ann, complete('For a day'))
    await schedule(editor, id)
    await schedule(editor, id, 'unpublish', hoursFromNow(9))
    const takeOff = async (body?: unknown) => {
      const answer = await editor.send('DELETE', `/api/articles/${id}/schedule`, body)
      return [answer.status, answer.body.removed, (await jobs(id)).length]
    }
    for (const body of [{ type: 'print' }, { type: null }, { typ: 'publish' }, [], 'publish']) expect([body, await takeOff(body)]).toEqual([body, [400, undefined, 2]])
    const { status } = await fetch(`${newsroom.url}/api/articles/${id}/schedule`, { method: 'DELETE', body: '{', headers: { ...editor.headers, 'Content-Type': 'application/json' } })
    expect([status, (await jobs(id)).length]).toEqual([400, 2])
    expect(await takeOff({ type: 'unpublish' })).toEqual([200, 1, 1])
    expect((await jobs(id)).map(({ input }) => input)).toEqual([expect.objectContaining({ type: 'publish' })])
    await schedule(editor, id, 'unpublish', hoursFromNow(9))
    expect(await takeOff()).toEqual([200, 2, 0])
  })

  it('is of the article as it stands: its author changes it no more', async () => {
    const { id } = await draftArticle(ann, complete('As it stands'))
    await schedule(editor, id)
    const change = () => ann.send<Refusal>('PATCH', `/api/articles/${id}`, { headline: 'Slipped in' }, { draft: true })
    const { body, status } = await change()
    expect([status, body.errors[0]?.message]).toEqual([403, expect.stringMatching(/scheduled/i)])
    await editor.send('DELETE', `/api/articles/${id}/schedule`)
    expect((await change()).status).toBe(200)
  })

  it.each([
    ['no moment', { type: 'publish' }],
    ['one that has passed', { type: 'publish', at: '2020-01-01T00:00:00Z' }],
    ['no date', { type: 'publish', at: 'soon' }],
    ['another deed', { type: 'print', at: '2099-01-01T00:00:00Z' }],
    ['nothing', undefined],
  ])('is refused with %s', async (_what, body) => {
    const { id } = await draftArticle(editor, complete('When?'))
    expect((await editor.send('POST', `/api/articles/${id}/schedule`, body)).status).toBe(400)
    expect(await jobs(id)).toEqual([])
  })
})

describe('a schedule holds for what was approved (security A4)', () => {
  const changed: [string, (id: string) => Promise<unknown>][] = [
    ['a colleague saves a draft with other words', (id) => editor.send('PATCH', `/api/articles/${id}`, { headline: 'Other words' }, { draft: true })],
    ['a browser autosaves', (id) => editor.send('PATCH', `/api/articles/${id}`, { standfirst: 'Half a sen' }, { draft: true, autosave: true })],
    ['a client saves without draft=true', (id) => editor.send('PATCH', `/api/articles/${id}`, { headline: 'Other words' })],
    ['GraphQL saves it', (id) => editor.graphql(`mutation { updateArticle(id: "${id}", draft: true, data: { headline: "Other words" }) { id } }`)],
    ['several are changed at once', (id) => editor.send('PATCH', '/api/articles', { headline: 'Other words' }, { draft: true, where: { id: { equals: id } } })],
    ['code of the newsroom writes it', (id) => newsroom.payload.update({ collection: 'articles', id, data: { headline: 'Other words' }, draft: true, overrideAccess: true })],
    ['an earlier version is restored as a draft', async (id) => editor.send('POST', `/api/articles/versions/${await firstVersion(id)}`, {}, { draft: true })],
    ['an earlier version is restored', async (id) => editor.send('POST', `/api/articles/versions/${await firstVersion(id)}`, {})],
    ['GraphQL restores an earlier version', async (id) => editor.graphql(`mutation { restoreVersionArticle(id: ${inGraphql(await firstVersion(id))}, draft: true) { id } }`)],
    ['it is sent back, and little of it is asked for', (id) => editor.send('PATCH', `/api/articles/${id}`, { stage: 'in-review', note: 'Wait.' }, { draft: true, select: { headline: true } })],
    ['it is sent back', (id) => editor.send('PATCH', `/api/articles/${id}`, { stage: 'in-review', note: 'Wait.' }, { draft: true })],
  ]
  it.each(changed)('it falls when %s', async (_how, change) => {
    const { id } = await draftArticle(editor, { ...complete('First words'), stage: 'ready' })
    await saveDraft(editor, id, { headline: 'Approved words' })
    await schedule(editor, id)
    await change(id)
    expect(await jobs(id)).toEqual([])
    expect((await logOf(id)).at(-1)).toMatchObject({ kind: 'schedule', from: expect.stringContaining('publish 20'), to: null, note: expect.stringContaining('changed after it was scheduled') })
    await run()
    expect(await seen(id)).toBe(404)
  })

  it('it stays when nothing of the text changes, and for its end', async () => {
    const { id } = await draftArticle(editor, { ...complete('Approved words'), stage: 'in-review' })
    await schedule(editor, id)
    await editor.send('PATCH', `/api/articles/${id}`, { stage: 'ready', note: 'Good.' }, { draft: true })
    expect(await jobs(id)).toHaveLength(1)
    await comesDue(id)
    await run()
    expect(await seen(id)).toBe(200)
    await schedule(editor, id, 'unpublish')
    await editor.send('PATCH', `/api/articles/${id}`, { headline: 'Later words' }, { draft: true })
    expect(await jobs(id)).toHaveLength(1)
  })

  it('it is not carried out where the change did not pass through the rules', async () => {
    const { id } = await draftArticle(editor, { ...complete('Approved words'), stage: 'ready' })
    await schedule(editor, id)
    const [job] = await jobs(id)
    await editor.send('PATCH', `/api/articles/${id}`, { headline: 'Swapped' }, { draft: true })
    if (!job) throw new Error('Nothing is scheduled.')
    await newsroom.payload.jobs.queue({ task: 'schedulePublish', input: job.input as never })
    await run()
    expect(await seen(id)).toBe(404)
    expect((await logOf(id)).at(-1)).toMatchObject({ to: 'failed', note: expect.stringContaining('changed after it was scheduled') })
  })

  it('publishing now leaves nothing to publish later', async () => {
    const { id } = await draftArticle(editor, complete('Sooner'))
    await schedule(editor, id)
    await republish(editor, id, {})
    expect(await jobs(id)).toEqual([])
  })
})

describe('a new schedule', () => {
  it('replaces the one of the same type (reports B9)', async () => {
    const { id } = await draftArticle(editor, complete('Twice'))
    const [first, second] = [hoursFromNow(2), hoursFromNow(5)]
    await schedule(editor, id, 'publish', first)
    await schedule(editor, id, 'unpublish', hoursFromNow(9))
    expect((await schedule(editor, id, 'publish', second)).status).toBe(201)
    expect((await jobs(id)).map(({ waitUntil }) => waitUntil)).toEqual(expect.arrayContaining([second]))
    expect(await jobs(id)).toHaveLength(2)
    expect((await logOf(id)).at(-1)).toMatchObject({ from: `publish ${first}`, to: `publish ${second}` })
  })

  it.each(['2099-02-30T10:00:00Z', '2099-13-01', '2099-04-31T00:00', 'February 30, 2099', '2099-02-29T10:00:00+01:00'])('is refused for %s, a day that no calendar has (reports B10)', async (at) => {
    const { id } = await draftArticle(editor, complete('Thirtieth of February'))
    expect((await schedule(editor, id, 'publish', at)).status).toBe(400)
  })
})

describe('the desk', () => {
  it('shows the soonest of very many scheduled articles, as everything else counts them (code F7, code F8)', async () => {
    const { id } = await draftArticle(editor, complete('The very soonest'))
    await schedule(editor, id, 'publish', hoursFromNow(1))
    const idOf = (number: number) => (newsroom.payload.db.name === 'mongoose' ? number.toString(16).padStart(24, '0') : crypto.randomUUID())
    const job = (number: number) => ({ taskSlug: 'schedulePublish' as const, queue: 'default', waitUntil: hoursFromNow(100 + number), input: { type: 'publish', doc: { relationTo: 'articles', value: idOf(number) } } })
    for (let number = 0; number < 1_050; number += 1) await newsroom.payload.db.create({ collection: 'payload-jobs', data: job(number), req: {}, returning: false })
    type Columns = { columns: { name: string; cards: { id: string; publicAt: string }[] }[] }
    const { body } = await editor.get<Columns>('/api/desk')
    expect(body.columns.find(({ name }) => name === 'scheduled')?.cards.map((card) => card.id)).toContain(id)
    await newsroom.payload.db.deleteMany({ collection: 'payload-jobs', req: {}, where: { waitUntil: { greater_than: hoursFromNow(99) } } })
  })
})

describe('only editors schedule', () => {
  it('through the API', async () => {
    const { id } = await draftArticle(ann, complete('Too early'))
    await schedule(editor, id)
    expect((await schedule(ann, id)).status).toBe(403)
    expect((await schedule(anonymous, id)).status).toBe(403)
    expect((await ann.send('DELETE', `/api/articles/${id}/schedule`)).status).toBe(403)
    expect(await jobs(id)).toHaveLength(1)
  })

  it('through the admin UI', async () => {
    const { id } = await draftArticle(ann, complete('By the drawer'))
    const wish = { type: 'publish', date: new Date(hoursFromNow(2)), doc: { relationTo: 'articles', value: id } }
    expect(await schedulePublish({ ...(await fromAdmin(ann)), ...wish })).toHaveProperty('error')
    expect(await jobs(id)).toEqual([])
    expect(await schedulePublish({ ...(await fromAdmin(editor)), ...wish })).toHaveProperty('message')
    const [job] = await jobs(id)
    expect(await schedulePublish({ ...(await fromAdmin(ann)), deleteID: job?.id })).toHaveProperty('error')
    expect(await jobs(id)).toHaveLength(1)
    expect(await schedulePublish({ ...(await fromAdmin(editor)), deleteID: job?.id })).toHaveProperty('message')
    expect(await jobs(id)).toEqual([])
  })

  it('and nobody runs jobs by a request', async () => {
    for (const who of [anonymous, ann, editor]) expect((await who.get('/api/payload-jobs/run')).status).toBe(401)
  })
})
