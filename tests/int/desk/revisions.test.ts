import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSection, draftArticle, publishArticle } from '../../helpers/articles'
import type { ArticleAnswer, Page, Refusal } from '../../helpers/articles'
import { reader } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import { hire } from './people'
import type { Colleague } from './people'

let newsroom: TestNewsroom
let eve: Colleague
let eli: Colleague
let ann: Colleague
let section: string

beforeAll(async () => {
  newsroom = await openNewsroom()
  await hire(newsroom, 'admin', 'Ada Admin')
  eve = await hire(newsroom, 'editor', 'Eve Editor')
  eli = await hire(newsroom, 'editor', 'Eli Editor')
  ann = await hire(newsroom, 'journalist', 'Ann Ames')
  section = (await createSection(eve, 'World')).id
})
afterAll(() => newsroom.close())

const draft = { draft: true }
const autosave = { draft: true, autosave: true }
const save = (who: Client, id: string, data: object, query: object = draft) => who.send<Refusal & { doc: ArticleAnswer }>('PATCH', `/api/articles/${id}`, data, { ...query })
const open = async (who: Client, id: string) => (await who.get<ArticleAnswer>(`/api/articles/${id}`, draft)).body

describe('a save based on what somebody else has changed since', () => {
  it('is refused, and says who changed what', async () => {
    const { id } = await draftArticle(ann, { headline: 'Opened twice' })
    const { revision } = await open(eve, id)
    expect((await save(eli, id, { headline: 'By Eli', standfirst: 'Eli was first.', revision })).status).toBe(200)
    const { body, status } = await save(eve, id, { headline: 'By Eve', revision })
    expect(status).toBe(409)
    expect(body.errors[0]?.message).toContain('Eli Editor changed headline, slug, standfirst. Reload')
    expect(body.errors[0]?.data).toMatchObject({ revision: Number(revision) + 1, since: [{ who: 'Eli Editor' }] })
    expect(await open(eve, id)).toMatchObject({ headline: 'By Eli' })
  })

  it('goes through when it is made anew, on what is stored', async () => {
    const { id } = await draftArticle(ann, { headline: 'Once more' })
    const { revision } = await open(eve, id)
    await save(eli, id, { headline: 'By Eli', revision })
    const now = await open(eve, id)
    const { body, status } = await save(eve, id, { standfirst: 'By Eve', revision: now.revision })
    expect([status, body.doc.headline, body.doc.standfirst]).toEqual([200, 'By Eli', 'By Eve'])
  })

  it('is refused to autosave and to publication alike', async () => {
    const { id, revision } = await publishArticle(eve, { headline: 'Everywhere', section })
    await save(eli, id, { standfirst: 'By Eli' })
    expect((await save(eve, id, { standfirst: 'By Eve', revision }, autosave)).status).toBe(409)
    expect((await save(eve, id, { headline: 'By Eve', revision, _status: 'published' }, {})).status).toBe(409)
    expect((await reader(newsroom.url).get<ArticleAnswer>(`/api/articles/${id}`)).body.headline).toBe('Everywhere')
  })

  it('can be forced by an editor, not by a journalist', async () => {
    const { id, revision } = await draftArticle(ann, { headline: 'Mine' })
    await save(eli, id, { headline: 'By Eli' })
    expect((await save(ann, id, { headline: 'By Ann', revision }, { ...draft, force: true })).status).toBe(409)
    expect((await save(eve, id, { headline: 'By Eve', revision }, { ...draft, force: true })).status).toBe(200)
    expect((await open(eve, id)).headline).toBe('By Eve')
  })

  it('is not refused for what the same browser has autosaved a moment ago', async () => {
    const { id, revision } = await draftArticle(eve, { headline: 'Typing' })
    await save(eve, id, { headline: 'Typing on', revision }, autosave)
    expect((await save(eve, id, { headline: 'Typed', revision })).status).toBe(200)
  })

  it('is refused with a revision that never was', async () => {
    const { id } = await draftArticle(eve, { headline: 'Future' })
    expect((await save(eve, id, { headline: 'From the future', revision: 99 })).status).toBe(409)
    expect((await save(eve, id, { headline: 'Nonsense', revision: 'x' })).status).toBe(400)
  })
})

describe('an autosave based on an older revision (editor F1)', () => {
  it('is merged when nobody changed the same field', async () => {
    const { id, revision } = await draftArticle(ann, { headline: 'Moved on elsewhere' })
    expect((await save(eli, id, { stage: 'in-review', section, embargoUntil: '2031-01-01T00:00:00.000Z' })).status).toBe(200)
    const { body, status } = await save(eve, id, { standfirst: 'Typed on', _status: 'draft', revision }, autosave)
    expect([status, body.doc.stage, body.doc.standfirst, body.doc.section]).toEqual([200, 'in-review', 'Typed on', expect.anything()])
  })

  it('is merged after a publication that happened meanwhile', async () => {
    const { id, revision } = await publishArticle(eve, { headline: 'Goes out', section })
    await save(eli, id, { standfirst: 'Out again', _status: 'published' }, {})
    expect((await save(eve, id, { headline: 'Typed on', _status: 'draft', revision }, autosave)).status).toBe(200)
    expect((await reader(newsroom.url).get<ArticleAnswer>(`/api/articles/${id}`)).body).toMatchObject({ headline: 'Goes out', standfirst: 'Out again' })
  })

  it('is refused in a second tab of the same person, which names only what both changed', async () => {
    const { id, revision } = await draftArticle(eve, { headline: 'Opened twice' })
    await save(eve, id, { standfirst: 'First tab', revision }, autosave)
    await save(eve, id, { note: 'First tab', revision: Number(revision) + 1 }, autosave)
    const { body, status } = await save(eve, id, { standfirst: 'Second tab', revision }, autosave)
    expect([status, body.errors[0]?.data]).toEqual([409, expect.objectContaining({ since: [expect.objectContaining({ who: 'Eve Editor', fields: ['standfirst'] })] })])
    expect((await save(eve, id, { note: 'Second field', revision: Number(revision) + 2 }, autosave)).status).toBe(200)
  })
})

describe('of saves at the same moment', () => {
  it.each([
    ['drafts', { draft: true }, {}, [409]],
    // An autosave has the article open: the other one may meet the lock before it meets the revision.
    ['autosaves', { draft: true, autosave: true }, {}, [409, 423]],
    ['publications', {}, { _status: 'published' }, [409]],
  ])('exactly one goes through, and none is lost: %s', async (_what, query, status, refusals) => {
    const { id, revision } = await publishArticle(eve, { headline: 'Race', section })
    const answers = await Promise.all([eve, eli].map((who, index) => save(who, id, { ...status, headline: `Racer ${index}`, revision }, query)))
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, expect.toBeOneOf(refusals)])
    const winner = answers.findIndex((answer) => answer.status === 200)
    expect(await open(eve, id)).toMatchObject({ headline: `Racer ${winner}`, revision: Number(revision) + 1 })
  })

  it('by one person, too, unless they are autosaves', async () => {
    const { id, revision } = await draftArticle(eve, { headline: 'Two tabs' })
    const answers = await Promise.all([1, 2, 3, 4].map((tab) => save(eve, id, { headline: `Tab ${tab}`, revision })))
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409, 409])
  })

  it('those without a revision are not lost either: each is in, or refused', async () => {
    const { id } = await draftArticle(eve, { headline: 'No revision' })
    const tries = [{ headline: 'Changed' }, { standfirst: 'Changed' }, { note: 'Changed' }, { language: 'ko' }]
    const answers = await Promise.all(tries.map((data) => save(eve, id, data)))
    const stored = await newsroom.payload.findByID({ collection: 'articles', id, depth: 0, draft: true, overrideAccess: true })
    const isIn = tries.map((data) => Object.entries(data).every(([name, value]) => Object.entries(stored).some(([key, each]) => key === name && each === value)))
    expect(isIn).toEqual(answers.map(({ status }) => status === 200))
    expect(isIn).toContain(true)
  })
})

describe('what is counted', () => {
  it('is every save, one after the other, also by clients that name no revision', async () => {
    const { id, revision } = await draftArticle(eve, { headline: 'Counted' })
    for (const headline of ['Once', 'Twice']) await save(eve, id, { headline })
    await save(eve, id, { headline: 'Thrice' }, autosave)
    expect((await open(eve, id)).revision).toBe(Number(revision) + 3)
  })

  it('goes on when an old version is brought back', async () => {
    const { id, revision } = await draftArticle(eve, { headline: 'Old text' })
    await save(eve, id, { headline: 'New text', revision })
    const { body } = await eve.get<Page<{ id: string }>>('/api/articles/versions', { where: { parent: { equals: id } }, sort: 'createdAt' })
    expect((await eve.send('POST', `/api/articles/versions/${String(body.docs[0]?.id)}`, undefined, draft)).status).toBe(200)
    expect(await open(eve, id)).toMatchObject({ headline: 'Old text', revision: Number(revision) + 2 })
    expect((await save(eli, id, { headline: 'Too late', revision: Number(revision) + 1 })).status).toBe(409)
  })

  it('begins anew with a copy, and readers do not see it', async () => {
    const { id } = await publishArticle(eve, { headline: 'To be copied', section })
    await save(eve, id, { standfirst: 'Once more' })
    const { body } = await eve.send<{ doc: ArticleAnswer }>('POST', `/api/articles/${id}/duplicate`)
    expect(body.doc.revision).toBe(1)
    const shown = (await reader(newsroom.url).get<ArticleAnswer>(`/api/articles/${id}`)).body
    expect([shown.revision, shown.saves]).toEqual([undefined, undefined])
    expect((await open(eve, id)).saves).toBeUndefined()
  })
})
