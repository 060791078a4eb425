import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSection, hoursFromNow, publishArticle, republish } from '../../helpers/articles'
import type { ArticleAnswer, Refusal } from '../../helpers/articles'
import { reader, signIn } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'

type Step = { docs: ArticleAnswer[]; hasNextPage: boolean; nextCursor: string | null }

let newsroom: TestNewsroom
let anonymous: Client
let editor: Client
let section: string

beforeAll(async () => {
  newsroom = await openNewsroom({ delivery: {} })
  anonymous = reader(newsroom.url)
  editor = await signIn(newsroom, 'editor')
  section = (await createSection(editor, 'World')).id
  const sport = (await createSection(editor, 'Sport')).id
  for (let hour = 1; hour <= 7; hour += 1) {
    await publishArticle(editor, { headline: `Story ${hour}`, section: hour % 2 ? section : sport, publishedAt: hoursFromNow(-hour) })
  }
  // What has the same dates has no order of its own.
  const date = hoursFromNow(-48)
  for (const letter of ['A', 'B', 'C', 'D', 'E']) {
    const { id } = await publishArticle(editor, { headline: letter, section, publishedAt: date })
    await newsroom.payload.db.updateOne({ collection: 'articles', id, data: { createdAt: date, _status: 'published' }, req: {} })
  }
  await publishArticle(editor, { headline: 'Not yet', section, publishedAt: hoursFromNow(1) })
})
afterAll(() => newsroom.close())

/** Walks to the end, and gives the headlines step by step. */
async function walk(client: Client, query: object): Promise<(string | undefined)[][]> {
  const steps: (string | undefined)[][] = []
  for (let after: string | null = ''; after !== null; ) {
    const { body, status }: { body: Step; status: number } = await client.get<Step>('/api/articles', { ...query, after })
    expect(status).toBe(200)
    steps.push(body.docs.map(({ headline }) => headline))
    expect(body.hasNextPage).toBe(body.nextCursor !== null)
    after = body.nextCursor
  }
  return steps
}

describe('a walk through the articles', () => {
  it('hands out each that is public once, newest first, also of those with the same dates', async () => {
    const steps = await walk(anonymous, { limit: 3, depth: 0 })
    expect(steps.map((step) => step.length)).toEqual([3, 3, 3, 3])
    const all = steps.flat()
    expect(all.slice(0, 7)).toEqual([1, 2, 3, 4, 5, 6, 7].map((hour) => `Story ${hour}`))
    expect(all.slice(7).toSorted()).toEqual(['A', 'B', 'C', 'D', 'E'])
  })

  it('holds to a filter and to the fields asked for', async () => {
    const steps = await walk(anonymous, { limit: 2, where: { section: { equals: section } }, select: { headline: true } })
    expect(steps.flat().toSorted()).toEqual(['A', 'B', 'C', 'D', 'E', 'Story 1', 'Story 3', 'Story 5', 'Story 7'])
    const { body } = await anonymous.get<Step>('/api/articles', { limit: 1, after: '', select: { headline: true } })
    expect(Object.keys(body.docs[0] ?? {}).toSorted()).toEqual(['createdAt', 'headline', 'id', 'publishedAt'])
  })

  it('goes on where it was when newer articles come, or one it has seen goes', async () => {
    const { body } = await anonymous.get<Step>('/api/articles', { limit: 2, after: '', depth: 0 })
    const [first] = body.docs
    await publishArticle(editor, { headline: 'Just in', section })
    await editor.send('PATCH', `/api/articles/${first?.id ?? ''}`, { _status: 'draft' })
    const next = await anonymous.get<Step>('/api/articles', { limit: 1, after: body.nextCursor, depth: 0 })
    expect(next.body.docs.map(({ headline }) => headline)).toEqual(['Story 3'])
    await republish(editor, first?.id ?? '', {})
  })

  it('is the same without a limit, and for an editor', async () => {
    expect((await walk(anonymous, { depth: 0 }))[0]).toHaveLength(10)
    expect((await walk(editor, { limit: 100, depth: 0 })).flat()).toContain('Not yet')
  })
})

describe('is refused', () => {
  it.each([
    ['what is no cursor', { after: 'nonsense' }, /not a cursor/],
    ['two cursors', { after: ['a', 'b'] }, /not a cursor/],
    ['another order', { after: '', sort: 'headline' }, /leave sort and page out/],
    ['a page', { after: '', page: 2 }, /leave sort and page out/],
    ['too large a step', { after: '', limit: 101 }, /limit must be/],
  ])('%s', async (_what, query, message) => {
    const { body, status } = await anonymous.get<Refusal>('/api/articles', query)
    expect([status, body.errors[0]?.message]).toEqual([400, expect.stringMatching(message)])
  })
})
