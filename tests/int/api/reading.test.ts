import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAuthor, createSection, createTag, draftArticle, headlines, hoursFromNow, publishArticle } from '../../helpers/articles'
import type { ArticleAnswer, Page } from '../../helpers/articles'
import { reader, signIn } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import type { Author, Section, Tag } from '../../../src/payload-types'

let newsroom: TestNewsroom
let anonymous: Client
let editor: Client
let politics: Section
let sport: Section
let peace: Tag
let war: Tag
let ann: Author
let bob: Author

const STORIES = 12

beforeAll(async () => {
  newsroom = await openNewsroom()
  anonymous = reader(newsroom.url)
  editor = await signIn(newsroom, 'editor')
  politics = await createSection(editor, 'Politics')
  sport = await createSection(editor, 'Sport')
  peace = await createTag(editor, 'Peace')
  war = await createTag(editor, 'War')
  ann = await createAuthor(editor, { name: 'Ann Ames' })
  bob = await createAuthor(editor, { name: 'Bob Best' })
  for (let n = 1; n <= STORIES; n += 1) {
    await publishArticle(editor, { headline: `Story ${String(n).padStart(2, '0')}`, section: politics.id, publishedAt: hoursFromNow(-100 + n) })
  }
  await publishArticle(editor, {
    headline: 'The final',
    section: sport.id,
    tags: [peace.id, war.id],
    bylines: [{ author: bob.id, role: 'editor' }, { author: ann.id, role: 'reporter' }],
    publishedAt: hoursFromNow(-1),
  })
  await publishArticle(editor, {
    headline: 'The truce',
    section: politics.id,
    tags: [peace.id],
    bylines: [{ author: ann.id, role: 'reporter' }],
    publishedAt: hoursFromNow(-2),
  })
  await draftArticle(editor, { headline: 'Not yet', section: sport.id })
})
afterAll(() => newsroom.close())

const list = (client: Client, query: Parameters<Client['get']>[1] = {}) => client.get<Page<ArticleAnswer>>('/api/articles', query)

describe('a list of articles', () => {
  it('begins with the newest', async () => {
    expect(headlines(await list(anonymous, { limit: 3 }))).toEqual(['The final', 'The truce', 'Story 12'])
  })

  it('has what is published for a reader, and drafts too for an editor', async () => {
    expect((await list(anonymous)).body.totalDocs).toBe(STORIES + 2)
    expect((await list(editor)).body.totalDocs).toBe(STORIES + 3)
  })

  it('is sorted by any value of the article, both ways', async () => {
    expect(headlines(await list(anonymous, { sort: 'headline', limit: 2 }))).toEqual(['Story 01', 'Story 02'])
    expect(headlines(await list(anonymous, { sort: '-headline', limit: 2 }))).toEqual(['The truce', 'The final'])
    expect(headlines(await list(anonymous, { sort: 'publishedAt', limit: 1 }))).toEqual(['Story 01'])
  })

  it('shows every article once over its pages', async () => {
    const pages = await Promise.all([1, 2, 3, 4, 5].map((page) => list(anonymous, { limit: 3, page })))
    const seen = pages.flatMap(headlines)
    expect(seen).toHaveLength(STORIES + 2)
    expect(new Set(seen).size).toBe(STORIES + 2)
    expect(pages.map(({ body }) => body.hasNextPage)).toEqual([true, true, true, true, false])
  })

  it('is empty beyond its last page', async () => {
    const { body, status } = await list(anonymous, { limit: 3, page: 50 })
    expect(status).toBe(200)
    expect(body.docs).toEqual([])
  })

  it('holds only the fields that are asked for', async () => {
    const { body } = await list(anonymous, { limit: 1, select: { headline: true } })
    expect(Object.keys(body.docs[0] ?? {}).sort()).toEqual(['headline', 'id'])
  })

  it('goes no deeper than three relations, however deep a client asks', async () => {
    const [deep, deepest] = [await list(anonymous, { depth: 3 }), await list(anonymous, { depth: 99 })]
    expect(deepest.status).toBe(200)
    expect(deepest.body).toEqual(deep.body)
  })
})

describe('articles are found', () => {
  it.each<[string, () => Record<string, string>, string[]]>([
    ['by section', () => ({ section: sport.id }), ['The final']],
    ['by the slug of their section', () => ({ 'section.slug': 'sport' }), ['The final']],
    ['by tag', () => ({ tags: peace.id }), ['The final', 'The truce']],
    ['by the slug of a tag', () => ({ 'tags.slug': 'war' }), ['The final']],
    ['by author', () => ({ 'bylines.author': ann.id }), ['The final', 'The truce']],
    ['by the slug of an author', () => ({ 'bylines.author.slug': 'bob-best' }), ['The final']],
    ['by slug', () => ({ slug: 'the-truce' }), ['The truce']],
  ])('%s', async (_, conditions, expected) => {
    const where = Object.fromEntries(Object.entries(conditions()).map(([path, value]) => [path, { equals: value }]))
    expect(headlines(await list(anonymous, { where }))).toEqual(expected)
  })

  it('by several conditions at once, and by either of two', async () => {
    const inPolitics = { section: { equals: politics.id } }
    const onPeace = { tags: { equals: peace.id } }
    expect(headlines(await list(anonymous, { where: { and: [inPolitics, onPeace] } }))).toEqual(['The truce'])
    const either = { or: [{ slug: { equals: 'story-01' } }, { slug: { equals: 'the-final' } }] }
    expect(headlines(await list(anonymous, { where: either }))).toEqual(['The final', 'Story 01'])
  })

  it('by a word of the headline, whatever its case', async () => {
    expect(headlines(await list(anonymous, { where: { headline: { like: 'TRUCE' } } }))).toEqual(['The truce'])
  })

  it('by the time of publication', async () => {
    const where = { publishedAt: { greater_than: hoursFromNow(-3) } }
    expect(headlines(await list(anonymous, { where }))).toEqual(['The final', 'The truce'])
  })

  it('and counted', async () => {
    const { body } = await anonymous.get('/api/articles/count', { where: { tags: { equals: peace.id } } })
    expect(body).toEqual({ totalDocs: 2 })
  })
})

describe('an article', () => {
  it('keeps its bylines in the order printed, with the authors’ names', async () => {
    const { body } = await list(anonymous, { where: { slug: { equals: 'the-final' } } })
    expect(body.docs[0]?.bylines).toMatchObject([
      { role: 'editor', author: { name: 'Bob Best', slug: 'bob-best' } },
      { role: 'reporter', author: { name: 'Ann Ames', slug: 'ann-ames' } },
    ])
  })

  it('is listed with each of its authors', async () => {
    const { body } = await anonymous.get<{ articles: { docs: ArticleAnswer[] } }>(`/api/authors/${ann.id}`)
    expect(body.articles.docs.map(({ headline }) => headline)).toEqual(['The final', 'The truce'])
  })
})

describe('GraphQL', () => {
  it('lists, filters, sorts and paginates as REST does', async () => {
    const { data, errors } = await anonymous.graphql(
      `query ($section: JSON) {
        Articles(where: { section: { equals: $section } }, sort: "headline", limit: 2, page: 2) {
          docs { headline section { name slug } } totalDocs page
        }
      }`,
      { section: politics.id },
    )
    expect(errors).toBeUndefined()
    const card = { name: 'Politics', slug: 'politics' }
    expect(data).toEqual({
      Articles: { docs: [{ headline: 'Story 03', section: card }, { headline: 'Story 04', section: card }], totalDocs: STORIES + 1, page: 2 },
    })
  })

  it('finds articles by tag and by author', async () => {
    const { data } = await anonymous.graphql(
      `query ($tag: JSON, $author: JSON) {
        tagged: Articles(where: { tags: { equals: $tag } }) { docs { headline } }
        signed: Articles(where: { bylines__author: { equals: $author } }) { docs { headline } }
      }`,
      { tag: war.id, author: ann.id },
    )
    expect(data).toEqual({
      tagged: { docs: [{ headline: 'The final' }] },
      signed: { docs: [{ headline: 'The final' }, { headline: 'The truce' }] },
    })
  })

  it('gives one article by its slug, with bylines in order', async () => {
    const { data } = await anonymous.graphql(
      '{ Articles(where: { slug: { equals: "the-final" } }) { docs { headline bylines { role author { name } } } } }',
    )
    expect(data).toEqual({
      Articles: {
        docs: [
          { headline: 'The final', bylines: [{ role: 'editor', author: { name: 'Bob Best' } }, { role: 'reporter', author: { name: 'Ann Ames' } }] },
        ],
      },
    })
  })
})
