import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ArticleEvent } from '../../../src/payload-types'
import { aBody, createSection, draftArticle, hoursFromNow, publishArticle } from '../../helpers/articles'
import type { Page } from '../../helpers/articles'
import { reader } from '../../helpers/client'
import { inGraphql } from '../../helpers/ids'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import { comesDue } from './flowActions'
import { hire } from './people'
import type { Colleague } from './people'

let newsroom: TestNewsroom
let admin: Colleague
let section: string

beforeAll(async () => {
  newsroom = await openNewsroom()
  admin = await hire(newsroom, 'admin', 'Ada Admin')
  section = (await createSection(admin, 'World')).id
})
afterAll(() => newsroom.close())

const complete = (headline: string) => ({ headline, section, body: aBody('Words.'), bylines: [{ author: admin.byline, role: 'reporter' }] })
const seen = async (id: string) => (await reader(newsroom.url).get(`/api/articles/${id}`)).status
const waiting = async (id: string) => (await newsroom.payload.count({ collection: 'payload-jobs', overrideAccess: true, where: { 'input.doc.value': { equals: id } } })).totalDocs
const cards = async () => {
  const { body } = await admin.get<{ columns: { name: string; cards: { id: string }[] }[] }>('/api/desk')
  return body.columns.find(({ name }) => name === 'scheduled')?.cards.map(({ id }) => id)
}
async function lastEvent(article: string) {
  const { body } = await admin.get<Page<ArticleEvent>>('/api/article-events', { where: { article: { equals: article } }, sort: '-createdAt', depth: 0, limit: 1 })
  const [event] = body.docs
  return event && { kind: event.kind, to: event.to ?? null, note: event.note ?? null, who: event.who }
}
const due = (id: string) => comesDue(newsroom.payload, id)

type Going = [how: string, go: (who: Colleague) => Promise<{ status: number } | { errors?: unknown }>]

const goings: Going[] = [
  ['is deleted', (who) => admin.send('DELETE', `/api/users/${who.id}`)],
  ['is deleted by GraphQL', (who) => admin.graphql(`mutation { deleteUser(id: ${inGraphql(who.id)}) { id } }`)],
  ['is a journalist now', (who) => admin.send('PATCH', `/api/users/${who.id}`, { roles: ['journalist'] }, { select: { name: true } })],
]

describe.each(goings)('when who scheduled it %s', (_how, go) => {
  it('a publication comes off at once, and the log says why', async () => {
    const temp = await hire(newsroom, 'editor', 'Tim Temp')
    const { id } = await draftArticle(admin, complete('By a temp'))
    const { id: other } = await draftArticle(admin, complete('By somebody else'))
    await temp.send('POST', `/api/articles/${id}/schedule`, { type: 'publish', at: hoursFromNow(2) })
    await admin.send('POST', `/api/articles/${other}/schedule`, { type: 'publish', at: hoursFromNow(2) })
    expect(await cards()).toContain(id)
    expect((await go(temp)) as object).toMatchObject({ status: 200 })
    expect([await waiting(id), await waiting(other)]).toEqual([0, 1])
    expect(await cards()).not.toContain(id)
    expect(await lastEvent(id)).toEqual({ kind: 'schedule', to: null, note: 'Tim Temp may not publish any more. Schedule it again.', who: 'Ada Admin' })
    await due(id)
    expect(await seen(id)).toBe(404)
  })

  it('an end of a publication stays, and is done', async () => {
    const temp = await hire(newsroom, 'editor', 'Tim Temp')
    const { id } = await publishArticle(admin, complete('Until six'))
    await temp.send('POST', `/api/articles/${id}/schedule`, { type: 'unpublish', at: hoursFromNow(2) })
    await go(temp)
    expect([await waiting(id), await seen(id)]).toEqual([1, 200])
    await due(id)
    expect(await seen(id)).toBe(404)
  })
})

it('what somebody may still publish stays scheduled when their login changes', async () => {
  const eve = await hire(newsroom, 'editor', 'Eve Editor')
  const { id } = await draftArticle(admin, complete('At six'))
  await eve.send('POST', `/api/articles/${id}/schedule`, { type: 'publish', at: hoursFromNow(2) })
  await admin.send('PATCH', `/api/users/${eve.id}`, { roles: ['admin'] })
  await admin.send('PATCH', `/api/users/${eve.id}`, { name: 'Eve Elder' }, { select: { name: true } })
  await due(id)
  expect(await seen(id)).toBe(200)
})

it('a login that was changed past the rules publishes nothing, and the log says why', async () => {
  const temp = await hire(newsroom, 'editor', 'Tim Temp')
  const { id } = await draftArticle(admin, complete('By a temp'))
  await temp.send('POST', `/api/articles/${id}/schedule`, { type: 'publish', at: hoursFromNow(2) })
  await newsroom.payload.db.updateOne({ collection: 'users', id: temp.id, data: { roles: ['journalist'] }, req: {} })
  await due(id)
  expect(await seen(id)).toBe(404)
  expect(await lastEvent(id)).toMatchObject({ to: 'failed', note: 'Who scheduled it may not publish any more. Schedule it again.' })
})
