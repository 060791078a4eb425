import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aBody, createSection, createTag, draftArticle, hoursFromNow, publishArticle, saveDraft } from '../../helpers/articles'
import type { Refusal } from '../../helpers/articles'
import { reader } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import type { Desk, DeskCard } from '../../../src/desk/types'
import type { Column } from '../../../src/articles/board'
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

async function deskOf(who: Client, query = {}): Promise<Desk> {
  const { body, status } = await who.get<Desk>('/api/desk', query)
  if (status !== 200) throw new Error(`The desk answered ${status}: ${JSON.stringify(body)}`)
  return body
}

/** In which columns an article lies, and as what. */
async function lying(who: Client, id: string, query = {}): Promise<[Column, DeskCard][]> {
  const { columns } = await deskOf(who, query)
  return columns.flatMap(({ cards, name }) => cards.filter((card) => card.id === id).map((card): [Column, DeskCard] => [name, card]))
}

async function columnsOf(who: Client, id: string, query = {}): Promise<Column[]> {
  return (await lying(who, id, query)).map(([column]) => column)
}

describe('an article lies on the desk', () => {
  it.each(['draft', 'submitted', 'in-review', 'ready'])('in the column of its stage: %s', async (stage) => {
    const { id } = await draftArticle(editor, { headline: `Now ${stage}`, stage })
    expect(await columnsOf(editor, id)).toEqual([stage])
  })

  it('with what an editor wants to know of it', async () => {
    const { id } = await draftArticle(editor, {
      headline: 'All there',
      section,
      body: aBody('Four words are here.'),
      bylines: [{ author: ann.byline, role: 'reporter' }, { author: bob.byline, role: 'photographer' }],
    })
    expect(await lying(editor, id)).toMatchObject([
      ['draft', { headline: 'All there', section: 'World', bylines: ['Ann Ames', 'Bob Best'], words: 4, isUpdate: false, openWith: null }],
    ])
  })

  it('under what was published today, unless that was before today', async () => {
    const today = await publishArticle(editor, { headline: 'Fresh', section })
    const before = await publishArticle(editor, { headline: 'Old', section, publishedAt: hoursFromNow(-48) })
    const since = { today: hoursFromNow(-24) }
    expect(await columnsOf(editor, today.id, since)).toEqual(['published'])
    expect(await columnsOf(editor, before.id, since)).toEqual([])
  })

  it('under what is scheduled, by a date, an embargo or a job', async () => {
    const dated = await publishArticle(editor, { headline: 'Tomorrow', section, publishedAt: hoursFromNow(24) })
    const embargoed = await publishArticle(editor, { headline: 'Embargoed', section, embargoUntil: hoursFromNow(2) })
    const job = await draftArticle(editor, { headline: 'By itself', section, stage: 'ready' })
    await newsroom.payload.jobs.queue({
      task: 'schedulePublish',
      input: { type: 'publish', doc: { relationTo: 'articles', value: job.id } },
      waitUntil: new Date(hoursFromNow(3)),
    })
    expect(await columnsOf(editor, dated.id)).toEqual(['scheduled'])
    expect(await columnsOf(editor, embargoed.id)).toEqual(['scheduled'])
    expect(await columnsOf(editor, job.id)).toEqual(['scheduled'])
  })

  it('by its newest version: what is changed after publication is a draft again', async () => {
    const { id } = await publishArticle(editor, { headline: 'Out', section })
    await saveDraft(editor, id, { headline: 'Better', stage: 'draft', note: 'Wrong name.' })
    expect(await lying(editor, id)).toMatchObject([['draft', { headline: 'Better', isUpdate: true }]])
  })

  it('and no more once it is in the trash', async () => {
    const { id } = await draftArticle(editor, { headline: 'Thrown away' })
    await newsroom.payload.update({ collection: 'articles', id, data: { deletedAt: hoursFromNow(0) }, draft: true, overrideAccess: true })
    expect(await columnsOf(editor, id)).toEqual([])
  })

  it('with who has it open, for everybody else', async () => {
    const { id } = await draftArticle(editor, { headline: 'In hand', stage: 'in-review' })
    await newsroom.payload.create({
      collection: 'payload-locked-documents',
      data: { document: { relationTo: 'articles', value: id }, user: { relationTo: 'users', value: editor.id } },
      overrideAccess: true,
    })
    expect(await lying(admin, id)).toMatchObject([['in-review', { openWith: 'Eve Editor' }]])
    expect(await lying(editor, id)).toMatchObject([['in-review', { openWith: null }]])
  })

  it('with who is typing, though every pause saves', async () => {
    const { id } = await draftArticle(ann, { headline: 'Being typed' })
    await ann.send('PATCH', `/api/articles/${id}`, { headline: 'Being typed still' }, { draft: true, autosave: true })
    expect(await lying(editor, id)).toMatchObject([['draft', { openWith: 'Ann Ames' }]])
    await saveDraft(ann, id, { headline: 'Typed' })
    expect(await lying(editor, id)).toMatchObject([['draft', { openWith: null }]])
  })

  it('with the steps that may be taken with it', async () => {
    const { id } = await draftArticle(ann, { headline: 'Whereto' })
    const stepsOf = async (who: Client) => (await lying(who, id)).map(([, { steps }]) => steps.map(({ to }) => to))
    expect(await stepsOf(ann)).toEqual([['submitted']])
    expect(await stepsOf(editor)).toEqual([['submitted', 'in-review', 'ready', 'published']])
    await saveDraft(ann, id, { stage: 'submitted' })
    expect(await stepsOf(ann)).toEqual([['draft']])
  })
})

describe('the desk shows', () => {
  it('a journalist what is theirs, and what readers see', async () => {
    const own = await draftArticle(ann, { headline: 'Ann’s' })
    const signed = await draftArticle(editor, { headline: 'With Ann', bylines: [{ author: ann.byline, role: 'reporter' }] })
    const other = await draftArticle(bob, { headline: 'Bob’s' })
    const published = await publishArticle(editor, { headline: 'Everybody’s', section })
    const scheduled = await publishArticle(editor, { headline: 'Nobody’s yet', section, embargoUntil: hoursFromNow(2) })
    expect(await columnsOf(ann, own.id)).toEqual(['draft'])
    expect(await columnsOf(ann, signed.id)).toEqual(['draft'])
    expect(await columnsOf(ann, other.id)).toEqual([])
    expect(await columnsOf(ann, published.id)).toEqual(['published'])
    expect(await columnsOf(ann, scheduled.id)).toEqual([])
    expect(JSON.stringify(await deskOf(ann))).not.toMatch(/Bob’s|Nobody’s yet/)
  })

  it('nobody anything who is not signed in', async () => {
    expect((await reader(newsroom.url).get('/api/desk')).status).toBe(401)
  })

  it('what a section, an author or a tag narrows it down to', async () => {
    const tag = await createTag(editor, 'Floods')
    const elsewhere = await createSection(editor, 'Elsewhere')
    const { id } = await draftArticle(editor, { headline: 'Flood', section, tags: [tag.id], bylines: [{ author: bob.byline, role: 'reporter' }] })
    expect(await columnsOf(editor, id, { section, tag: tag.id, author: bob.byline })).toEqual(['draft'])
    expect(await columnsOf(editor, id, { section: elsewhere.id })).toEqual([])
    expect(await columnsOf(editor, id, { author: ann.byline })).toEqual([])
  })

  it('an editor their own alone, when asked', async () => {
    const own = await draftArticle(editor, { headline: 'Eve’s' })
    const other = await draftArticle(ann, { headline: 'Not Eve’s' })
    expect(await columnsOf(editor, own.id, { mine: true })).toEqual(['draft'])
    expect(await columnsOf(editor, other.id, { mine: true })).toEqual([])
  })

  it.each([
    [{ mine: 'perhaps' }, /mine is true or false/],
    [{ today: 'monday' }, /today is the moment/],
    [{ section: 'no-id' }, /is not an id/],
  ])('what is wrong with %j', async (query, message) => {
    const { body, status } = await editor.get<Refusal>('/api/desk', query)
    expect(status).toBe(400)
    expect(body.errors[0]?.message).toMatch(message)
  })
})

describe('an editor is told, without asking,', () => {
  it('of imported copy that waits for a headline, until it has one', async () => {
    const copy = JSON.stringify({ uri: 'urn:headless', body_text: 'The ferry sank at dawn. Nobody was hurt.' })
    const { body, status } = await editor.sendBody<{ reports: { article: { id: string } }[] }>('/api/import?name=ferry.json', copy)
    expect(status).toBe(200)
    const id = String(body.reports[0]?.article.id)
    const waiting = async (who: Client) => (await deskOf(who)).attention.headlines.map((each) => each.id)
    expect(await waiting(editor)).toEqual([id])
    expect(await waiting(ann)).toEqual([])
    await saveDraft(editor, id, { headline: 'Ferry sinks at dawn' })
    expect(await waiting(editor)).toEqual([])
  })

  it('of embargoes that end within a day', async () => {
    const soon = await publishArticle(editor, { headline: 'Soon', section, embargoUntil: hoursFromNow(5) })
    const later = await publishArticle(editor, { headline: 'Later', section, embargoUntil: hoursFromNow(50) })
    const ids = (await deskOf(editor)).attention.embargoes.map(({ id }) => id)
    expect(ids).toContain(soon.id)
    expect(ids).not.toContain(later.id)
    expect((await deskOf(ann)).attention.embargoes).toEqual([])
  })

  it('of tasks that failed', async () => {
    const { id } = await newsroom.payload.create({
      collection: 'payload-jobs',
      data: { taskSlug: 'schedulePublish', hasError: true, input: { type: 'publish', doc: { relationTo: 'articles', value: 'some article' } } },
      overrideAccess: true,
    })
    expect((await deskOf(editor)).attention.jobs).toMatchObject([{ id, task: 'schedulePublish', article: 'some article' }])
    expect((await deskOf(ann)).attention.jobs).toEqual([])
  })
})
