import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedNewsroom } from '../../../seed'
import { inTransaction } from '../../../src/database/transaction'
import type { Article } from '../../../src/payload-types'
import { plainToLexical } from '../../../src/ingest/lexical'
import { houseCopy, importFiles } from '../../helpers/imports'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'

let newsroom: TestNewsroom

beforeAll(async () => {
  newsroom = await openNewsroom()
  await seedNewsroom(newsroom.payload)
})
afterAll(() => newsroom.close())

/** All that the database holds of an article and its versions, but for what no two articles have alike. */
async function storedAs(id: string) {
  const { payload } = newsroom
  const article = await payload.db.findOne({ collection: 'articles', where: { id: { equals: id } } })
  const { docs: versions } = await payload.db.findVersions({ collection: 'articles', where: { parent: { equals: id } } })
  return JSON.parse(
    JSON.stringify({ article, versions }, (key, value: unknown) => (BESIDE.has(key) ? undefined : OWN.has(key) ? typeof value : value)),
  ) as unknown
}
/** When it was changed, and its log, which begins with an import that publishes. */
const BESIDE = new Set(['modifiedAt', 'events'])
const OWN = new Set(['id', '_id', 'parent', 'slug', 'createdAt', 'updatedAt', 'firstPublishedAt'])

/** The same article, made as everybody makes one. */
async function madeByHand(id: string): Promise<string> {
  const { payload } = newsroom
  const found = await payload.findByID({ collection: 'articles', id, depth: 0, draft: true, showHiddenFields: true })
  const { createdAt, firstPublishedAt, id: ownId, slug, updatedAt, ...data } = found
  const isDraft = data._status === 'draft'
  const bylines = (data.bylines ?? []).map(({ author, role }) => ({ author, role }))
  const made = await payload.create({ collection: 'articles', data: { ...data, bylines, slug: '' }, draft: isDraft, depth: 0 })
  expect([createdAt, firstPublishedAt, ownId, slug, updatedAt]).toHaveLength(5)
  return made.id
}

describe('an article that is imported with others', () => {
  it('is stored as one that is created by itself, its version included', async () => {
    const { reports } = await importFiles(newsroom.payload, [
      { name: '1.txt', content: houseCopy({ headline: 'The first of several', section: 'Politics section - CJ journalist and Ann Other' }) },
      { name: '2.txt', content: houseCopy({ headline: '-', body: ['No headline.'], section: 'New section - Someone New' }) },
      { name: '3.md', content: '---\ntitle: A third\ndate: 2024-04-05\nauthors: [Ann Other]\nsection: Politics\ntags: [Fish, Boats]\n---\n\n# Words\n\nSome **bold** ones.\n' },
    ])
    expect(reports.map(({ outcome }) => outcome)).toEqual(['created', 'created', 'created'])
    for (const { article } of reports) {
      const id = String(article?.id)
      expect(await storedAs(id)).toEqual(await storedAs(await madeByHand(id)))
    }
  })

  it('can be changed, published and restored like any other', async () => {
    const { payload } = newsroom
    const files = ['One', 'Two'].map((name) => ({ name, content: houseCopy({ headline: `${name} to be changed` }) }))
    const { reports } = await importFiles(payload, files, { publish: false })
    const id = String(reports[0]?.article?.id)
    await payload.update({ collection: 'articles', id, data: { headline: 'Changed and out', _status: 'published' } })
    const { docs } = await payload.findVersions({ collection: 'articles', where: { parent: { equals: id } }, sort: 'updatedAt' })
    expect(docs.map(({ latest, version }) => [version.headline, version._status, latest ?? false])).toEqual([
      ['One to be changed', 'draft', false],
      ['Changed and out', 'published', true],
    ])
    const restored = await payload.restoreVersion({ collection: 'articles', id: docs[0]?.id ?? '' })
    expect(restored.headline).toBe('One to be changed')
  })
})

describe('articles that are published together', () => {
  it('take their addresses from redirects, as any other does', async () => {
    const { payload } = newsroom
    const from = '/articles/redirected-until-now'
    await payload.create({ collection: 'redirects', data: { from, to: { type: 'custom', url: '/elsewhere' } } })
    const files = ['Redirected until now', 'Never redirected'].map((headline) => ({ name: headline, content: houseCopy({ headline }) }))
    const { reports } = await importFiles(payload, files)
    expect(reports.map(({ article }) => [article?.slug, article?.status])).toEqual([
      ['redirected-until-now', 'published'],
      ['never-redirected', 'published'],
    ])
    expect((await payload.count({ collection: 'redirects', where: { from: { equals: from } } })).totalDocs).toBe(0)
  })
})

describe('a transaction that creates in bulk', () => {
  const article = (headline: string, more: Partial<Article> = {}) =>
    ({ collection: 'articles', data: { headline, slug: '', body: plainToLexical(['Words.']), ...more }, draft: true, depth: 0 }) as const

  it('reads, changes and deletes what it has just made', async () => {
    const { payload } = newsroom
    const id = await inTransaction(
      payload,
      async ({ req }) => {
        const first = await payload.create({ ...article('Made in bulk'), req })
        const second = await payload.create({ ...article('Made in bulk'), req })
        expect(second.slug).toBe('made-in-bulk-2')
        await payload.update({ collection: 'articles', id: first.id, data: { headline: 'Changed in bulk' }, draft: true, req })
        expect((await payload.count({ collection: 'articles', where: { slug: { like: 'made-in-bulk' } }, req })).totalDocs).toBe(2)
        await payload.delete({ collection: 'articles', id: second.id, req })
        return first.id
      },
      { isBulk: true },
    )
    expect((await payload.findByID({ collection: 'articles', id, draft: true })).headline).toBe('Changed in bulk')
    expect((await payload.countVersions({ collection: 'articles', where: { parent: { equals: id } } })).totalDocs).toBe(2)
    expect((await payload.count({ collection: 'articles', where: { slug: { equals: 'made-in-bulk-2' } } })).totalDocs).toBe(0)
  })

  it('keeps nothing when its task throws, and nothing when the database refuses a row at its end', async () => {
    const { payload } = newsroom
    const thrown = inTransaction(
      payload,
      async ({ req }) => {
        await payload.create({ ...article('Never was'), req })
        throw new Error('changed my mind')
      },
      { isBulk: true },
    )
    await expect(thrown).rejects.toThrow('changed my mind')
    expect((await payload.count({ collection: 'articles', where: { slug: { equals: 'never-was' } } })).totalDocs).toBe(0)
    expect((await payload.countVersions({ collection: 'articles', where: { 'version.slug': { equals: 'never-was' } } })).totalDocs).toBe(0)
  })
})
