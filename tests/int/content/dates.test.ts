import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { byTheDesk, createSection, draftArticle, hoursFromNow, publishArticle, republish, saveDraft } from '../../helpers/articles'
import type { ArticleAnswer, Page, Refusal } from '../../helpers/articles'
import { reader, signIn } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'

let newsroom: TestNewsroom
let anonymous: Client
let editor: Client
let section: string

beforeAll(async () => {
  newsroom = await openNewsroom()
  anonymous = reader(newsroom.url)
  editor = await signIn(newsroom, 'editor')
  section = (await createSection(editor, 'World')).id
})
afterAll(() => newsroom.close())

/** The same moment on a clock so many hours ahead of Greenwich. */
function onClock(iso: string, hours: number): string {
  const there = new Date(Date.parse(iso) + hours * 3_600_000).toISOString().slice(0, -1)
  return `${there}${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}:00`
}

const isPublic = async (id: string) => (await anonymous.get(`/api/articles/${id}`)).status === 200
const found = async (where: object) => (await anonymous.get<Page<ArticleAnswer>>('/api/articles', { where: { section: { equals: section }, ...where } })).body.docs.map(({ id }) => id)

describe.each([-8, 9])('on a clock %i hours from Greenwich', (hours) => {
  it('an embargo ends at its moment, not at its digits', async () => {
    const ahead = await publishArticle(editor, { headline: 'Ahead', section, embargoUntil: onClock(hoursFromNow(1), hours) })
    const over = await publishArticle(editor, { headline: 'Over', section, embargoUntil: onClock(hoursFromNow(-1), hours) })
    expect([await isPublic(ahead.id), await isPublic(over.id)]).toEqual([false, true])
    expect(await found({})).not.toContain(ahead.id)
    expect(await found({})).toContain(over.id)
  })

  it('an article is public from its date on', async () => {
    const ahead = await publishArticle(editor, { headline: 'Ahead', section, publishedAt: onClock(hoursFromNow(1), hours) })
    const over = await publishArticle(editor, { headline: 'Over', section, publishedAt: onClock(hoursFromNow(-1), hours) })
    expect([await isPublic(ahead.id), await isPublic(over.id)]).toEqual([false, true])
  })

  it('a date that was saved with a draft holds when the draft is published', async () => {
    const { id } = await draftArticle(editor, { headline: 'Later', section, body: undefined })
    await saveDraft(editor, id, { embargoUntil: onClock(hoursFromNow(1), hours), note: 'Until then.' })
    await republish(editor, id, { body: (await publishArticle(editor, { headline: 'Any', section })).body, bylines: await byTheDesk(editor) })
    expect(await isPublic(id)).toBe(false)
  })
})

it('an article is found by its date as it was sent and as it is answered', async () => {
  const { id, publishedAt } = await publishArticle(editor, { headline: 'Dated', section, publishedAt: '2023-10-18', dateline: { date: '2023-10-17T12:00:00+02:00' } })
  expect(publishedAt).toBe('2023-10-18T00:00:00.000Z')
  for (const value of ['2023-10-18', '2023-10-18T00:00:00.000Z', '2023-10-18T02:00:00+02:00']) {
    expect(await found({ publishedAt: { equals: value } })).toEqual([id])
    expect(await found({ publishedAt: { greater_than_equal: value, less_than_equal: value } })).toEqual([id])
  }
  expect(await found({ 'dateline.date': { equals: '2023-10-17T10:00:00Z' } })).toEqual([id])
})

it('code that overrides access may send a day or a moment', async () => {
  const { id } = await publishArticle(editor, { headline: 'By code', section })
  for (const publishedAt of ['2022-05-04', new Date('2022-05-04').toISOString()]) {
    await newsroom.payload.update({ collection: 'articles', id, data: { publishedAt, _status: 'published' }, overrideAccess: true })
    expect(await found({ publishedAt: { equals: '2022-05-04T00:00:00.000Z' } })).toEqual([id])
  }
})

it.each(['2024-02-30', '2023-13-01', '0000-00-00', '18.10.2023', 'tomorrow', '+275760-09-13', ''])('"%s" is refused as a date, and nothing is stored', async (publishedAt) => {
  const { body, status } = await editor.send<Refusal>('POST', '/api/articles', { headline: 'Undated', publishedAt }, { draft: true })
  expect([status, body.errors[0]?.message]).toEqual([400, 'publishedAt must be a date that the calendar has, such as 2026-05-04 or 2026-05-04T09:30:00Z.'])
})
