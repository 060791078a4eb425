import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAuthor, createSection, createTag, draftArticle } from '../../helpers/articles'
import type { ArticleAnswer, Page } from '../../helpers/articles'
import { signIn } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'

let newsroom: TestNewsroom
let admin: Client

/** One draft with a value in each of these fields, and one with a headline alone. */
const FIELDS = ['section', 'tags', 'bylines.author', 'publishedAt', 'related', 'body', 'note', 'meta.title']

beforeAll(async () => {
  newsroom = await openNewsroom()
  admin = await signIn(newsroom, 'admin')
  const [section, tag, author] = [await createSection(admin, 'World'), await createTag(admin, 'Peace'), await createAuthor(admin, { name: 'Ann Ames' })]
  const bare = await draftArticle(admin, { headline: 'Bare' })
  await draftArticle(admin, {
    headline: 'Full', section: section.id, tags: [tag.id], bylines: [{ author: author.id, role: 'reporter' }], publishedAt: '2026-05-04T09:30:00.000Z', related: [bare.id],
    body: { root: { type: 'root', children: [{ type: 'paragraph', version: 1, children: [] }], direction: null, format: '', indent: 0, version: 1 } }, note: 'Call back.', meta: { title: 'Full' },
  })
})
afterAll(() => newsroom.close())

const found = async (path: string) => {
  const { body, status } = await admin.get<Page<ArticleAnswer>>(`${path}&depth=0&limit=50`)
  return status === 200 ? body.docs.map(({ headline }) => headline) : status
}

describe('exists', () => {
  it.each(FIELDS)('finds the documents with and without a value, asked by text: %s (reports B1)', async (path) => {
    expect(await found(`/api/articles?where[${path}][exists]=true`)).toEqual(['Full'])
    expect(await found(`/api/articles?where[${path}][exists]=false`)).toEqual(['Bare'])
    expect(await found(`/api/articles?draft=true&where[${path}][exists]=true`)).toEqual(['Full'])
  })

  it('is true of every id (reports B1)', async () => {
    expect(await found('/api/articles?where[id][exists]=true')).toHaveLength(2)
    expect(await found('/api/articles?where[id][exists]=false')).toEqual([])
    const { body } = await admin.get<{ totalDocs: number }>('/api/articles/versions?where[parent][exists]=true')
    expect(body.totalDocs).toBe(2)
    const { docs } = await newsroom.payload.find({ collection: 'articles', where: { id: { exists: 'true' } } })
    expect(docs).toHaveLength(2)
    const { data } = await admin.graphql<{ Articles: { totalDocs: number } }>('{ Articles(where: { id: { exists: true } }) { totalDocs } }')
    expect(data?.Articles.totalDocs).toBe(2)
  })

  it.each(['', '1', '0', 'yes', 'TRUE', 'null'])('takes true or false only: "%s" (reports B1)', async (value) => {
    for (const path of ['id', ...FIELDS]) expect([path, await found(`/api/articles?where[${path}][exists]=${value}`)]).toEqual([path, 400])
    expect((await admin.get(`/api/articles/versions?where[version.headline][exists]=${value}`)).status).toBe(400)
    expect((await admin.get(`/api/authors?joins[articles][where][headline][exists]=${value}`)).status).toBe(400)
  })
})
