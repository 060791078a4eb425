import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSection, draftArticle, hoursFromNow, publishArticle, saveDraft } from '../../helpers/articles'
import { reader } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import { visit } from '../../helpers/page'
import type { ArticleStanding } from '../../../src/desk/standing'
import type { Desk } from '../../../src/desk/types'
import type { VisibilityKind } from '../../../src/articles/visibility'
import { hire } from './people'
import type { Colleague } from './people'

let newsroom: TestNewsroom
let editor: Colleague
let ann: Colleague
let section: string

beforeAll(async () => {
  newsroom = await openNewsroom()
  editor = await hire(newsroom, 'editor', 'Eve Editor')
  ann = await hire(newsroom, 'journalist', 'Ann Ames')
  section = (await createSection(editor, 'World')).id
})
afterAll(() => newsroom.close())

const published = (more: Record<string, unknown> = {}) => publishArticle(editor, { headline: 'Talks resume', section, ...more }).then(({ id }) => id)
const drafted = () => draftArticle(editor, { headline: 'Talks resume', section, bylines: [{ author: ann.byline, role: 'reporter' }] }).then(({ id }) => id)
const schedule = async (id: string, type: string) => {
  const { status } = await editor.send('POST', `/api/articles/${id}/schedule`, { type, at: hoursFromNow(5) })
  if (status !== 201) throw new Error(`Scheduling answered ${status}.`)
}

type State = { state: string; make: () => Promise<string>; kind: VisibilityKind; column: string | null; banner: RegExp; logged: string | null; isDated?: true }

const states: State[] = [
  { state: 'a draft', make: drafted, kind: 'draft', column: 'draft', banner: /^Draft Not published/, logged: null },
  {
    state: 'a scheduled draft',
    make: async () => {
      const id = await drafted()
      await schedule(id, 'publish')
      return id
    },
    kind: 'scheduled',
    column: 'scheduled',
    banner: /^Draft Scheduled · from /,
    logged: null,
    isDated: true,
  },
  { state: 'a published article', make: () => published(), kind: 'public', column: 'published', banner: /^Published Readers see it · since /, logged: 'published', isDated: true },
  {
    state: 'a published article with a newer draft',
    make: async () => {
      const id = await published()
      await saveDraft(editor, id, { headline: 'Talks stall' })
      return id
    },
    kind: 'public',
    column: 'ready',
    banner: /^Draft Readers see it · since .* · there is a newer draft/,
    logged: 'published',
    isDated: true,
  },
  { state: 'an embargo', make: () => published({ embargoUntil: hoursFromNow(3) }), kind: 'embargoed', column: 'scheduled', banner: /^Not public Under embargo · from /, logged: 'embargoed', isDated: true },
  { state: 'a date to come', make: () => published({ publishedAt: hoursFromNow(3) }), kind: 'future', column: 'scheduled', banner: /^Not public Dated ahead · from /, logged: 'future', isDated: true },
  { state: 'a withheld article', make: () => published({ pubStatus: 'withheld' }), kind: 'withheld', column: 'withheld', banner: /^Not public Held back/, logged: 'withheld' },
  { state: 'a withdrawn article', make: () => published({ pubStatus: 'canceled', notice: 'It is not true.' }), kind: 'withdrawn', column: 'withdrawn', banner: /^Not public Withdrawn/, logged: 'withdrawn' },
  {
    state: 'an unpublished article',
    make: async () => {
      const id = await published()
      await editor.send('PATCH', `/api/articles/${id}`, { _status: 'draft' })
      return id
    },
    kind: 'unpublished',
    column: 'ready',
    banner: /^Draft Unpublished/,
    logged: null,
  },
  {
    state: 'an article in the trash',
    make: async () => {
      const id = await published()
      await editor.send('PATCH', `/api/articles/${id}`, { deletedAt: hoursFromNow(0) })
      return id
    },
    kind: 'trashed',
    column: null,
    banner: /^$/,
    logged: null,
  },
]

describe('every place gives one answer to whether readers can see (editor F4)', () => {
  it.each(states)('$state', async ({ banner, column, isDated, kind, logged, make }) => {
    const id = await make()

    const { body: standing, status } = await editor.get<ArticleStanding>(`/api/articles/${id}/visibility`)
    expect([status, standing.kind, standing.from !== null]).toEqual([200, kind, isDated ?? false])
    expect(standing.path !== null).toBe(kind === 'public')
    expect((await reader(newsroom.url).get(`/api/articles/${id}`)).status).toBe(kind === 'public' ? 200 : 404)

    const { body: desk } = await editor.get<Desk>('/api/desk', { today: hoursFromNow(-24) })
    const lying = desk.columns.flatMap(({ cards, name }) => cards.filter((card) => card.id === id).map((card) => ({ name, card })))
    expect(lying.map(({ card, name }) => [name, card.visibility.kind, card.visibility.from])).toEqual(column === null ? [] : [[column, kind, standing.from]])

    const preview = await visit(`${newsroom.url}/preview/articles/${id}`, { Cookie: `payload-token=${editor.headers.Authorization?.slice(4) ?? ''}` })
    expect(preview.words('p', { class: 'draft-banner' }).join('')).toMatch(banner)

    const { body: log } = await editor.get<{ docs: { to: string | null }[] }>('/api/article-events', {
      where: { and: [{ article: { equals: id } }, { kind: { equals: 'publication' } }] },
      sort: '-createdAt',
    })
    expect(log.docs[0]?.to ?? null).toBe(logged)
  })

  it('tells of what ends by itself', async () => {
    const id = await published()
    await schedule(id, 'unpublish')
    const { body } = await editor.get<ArticleStanding>(`/api/articles/${id}/visibility`)
    expect([body.kind, body.until]).toEqual(['public', body.schedules[0]?.at])
  })

  it('tells nobody of drafts and schedules who may not read them', async () => {
    const id = await published()
    await saveDraft(editor, id, { headline: 'Talks stall' })
    await schedule(id, 'unpublish')
    const { body } = await ann.get<ArticleStanding>(`/api/articles/${id}/visibility`)
    expect(body).toMatchObject({ kind: 'public', until: null, hasNewerDraft: false, schedules: [], sentBack: null })
    expect((await reader(newsroom.url).get(`/api/articles/${id}/visibility`)).status).toBe(401)
    const secret = await draftArticle(editor, { headline: 'Not Ann’s' })
    expect((await ann.get(`/api/articles/${secret.id}/visibility`)).status).toBe(404)
  })

  it('says that readers have an older version only while they do (editor F9)', async () => {
    const id = await published()
    await saveDraft(editor, id, { headline: 'Newer' })
    const cardOf = async () => (await editor.get<Desk>('/api/desk')).body.columns.flatMap(({ cards }) => cards).find((card) => card.id === id)
    expect((await cardOf())?.isUpdate).toBe(true)
    await editor.send('PATCH', `/api/articles/${id}`, { _status: 'draft', deletedAt: hoursFromNow(0) })
    await editor.send('PATCH', `/api/articles/${id}`, { _status: 'draft', deletedAt: null }, { trash: true })
    expect(await cardOf()).toMatchObject({ isUpdate: false, visibility: { kind: 'unpublished' } })
  })
})

describe('what was said when a story was sent back', () => {
  it('reaches its writer, until it is submitted again (editor F6)', async () => {
    const { id } = await draftArticle(ann, { headline: 'Harbour', stage: 'submitted' })
    const sentBack = async () => {
      const { body } = await ann.get<ArticleStanding>(`/api/articles/${id}/visibility`)
      const card = (await ann.get<Desk>('/api/desk')).body.columns.flatMap(({ cards }) => cards).find((each) => each.id === id)
      return [body.sentBack?.note, card?.sentBack?.note, card?.sentBack?.who]
    }
    expect(await sentBack()).toEqual([undefined, undefined, undefined])
    await saveDraft(editor, id, { stage: 'draft', note: 'Who says so? Name them.' })
    expect(await sentBack()).toEqual(['Who says so? Name them.', 'Who says so? Name them.', 'Eve Editor'])
    await saveDraft(ann, id, { stage: 'submitted' })
    expect(await sentBack()).toEqual([undefined, undefined, undefined])
  })
})
