import fc from 'fast-check'
import type { Where } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAuthor, createSection, createTag, draftArticle } from '../../helpers/articles'
import type { ArticleAnswer, Page } from '../../helpers/articles'
import { signIn } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'

const DOCUMENTS = 24
const QUERIES = 120

type Named = { id: string; slug: string }
/** What the conditions below ask of an article. */
type Model = { headline: string; tags: Named[]; related: string[]; bylines: { author: Named | null; role: string }[]; section: Named | null; note: string | null; publishedAt: string | null }

let newsroom: TestNewsroom
let admin: Client
let models: Model[]
let values: Record<string, string[]>

const NOTES = ['Call back.', 'Ask twice.', null]
const DAYS = ['2026-05-04T09:30:00.000Z', '2026-05-05T09:30:00.000Z', null]
const ROLES = ['reporter', 'editor', 'contributor']

/** What a field holds, as a list; of a list of rows, null where a row has no value. */
const READ: Record<string, (model: Model) => (string | null)[]> = {
  tags: ({ tags }) => tags.map(({ id }) => id),
  'tags.slug': ({ tags }) => tags.map(({ slug }) => slug),
  related: ({ related }) => related,
  'bylines.author': ({ bylines }) => bylines.map(({ author }) => author?.id ?? null),
  'bylines.author.slug': ({ bylines }) => bylines.flatMap(({ author }) => author?.slug ?? []),
  'bylines.role': ({ bylines }) => bylines.map(({ role }) => role),
  section: ({ section }) => (section ? [section.id] : []),
  'section.slug': ({ section }) => (section ? [section.slug] : []),
  note: ({ note }) => (note === null ? [] : [note]),
  publishedAt: ({ publishedAt }) => (publishedAt === null ? [] : [publishedAt]),
}
const PATHS = Object.keys(READ)

beforeAll(async () => {
  newsroom = await openNewsroom()
  admin = await signIn(newsroom, 'admin')
  const named = async (make: (name: string) => Promise<{ id: string; slug?: string | null }>, names: string[]) => {
    const made: Named[] = []
    for (const name of names) {
      const { id, slug } = await make(name)
      made.push({ id, slug: slug ?? '' })
    }
    return made
  }
  const tags = await named((name) => createTag(admin, name), ['Peace', 'War', 'Trade'])
  const authors = await named((name) => createAuthor(admin, { name }), ['Ann Ames', 'Bob Best'])
  const sections = await named((name) => createSection(admin, name), ['World', 'Sport'])
  const pillars = await named((headline) => draftArticle(admin, { headline }), ['First', 'Second'])
  const aModel = fc.record({
    tags: fc.subarray(tags),
    related: fc.subarray(pillars.map(({ id }) => id)),
    bylines: fc.array(fc.record({ author: fc.constantFrom(...authors, null), role: fc.constantFrom(...ROLES) }), { maxLength: 2 }),
    section: fc.constantFrom(...sections, null),
    note: fc.constantFrom(...NOTES),
    publishedAt: fc.constantFrom(...DAYS),
  })
  const bare = { tags: [], related: [], bylines: [], section: null, note: null, publishedAt: null }
  models = pillars.map(({ slug }, i) => ({ ...bare, headline: ['First', 'Second'][i] ?? slug }))
  for (const [n, model] of fc.sample(aModel, { numRuns: DOCUMENTS, seed: 4 }).entries()) {
    const headline = `Story ${String(n)}`
    const data = { ...model, headline, tags: model.tags.map(({ id }) => id), section: model.section?.id ?? null, bylines: model.bylines.map(({ author, role }) => ({ author: author?.id ?? null, role })) }
    await draftArticle(admin, data)
    models.push({ ...model, headline })
  }
  const ids = (list: Named[]) => list.map(({ id }) => id)
  const slugs = (list: Named[]) => list.map(({ slug }) => slug)
  values = {
    tags: ids(tags), 'tags.slug': slugs(tags), related: ids(pillars), 'bylines.author': ids(authors), 'bylines.author.slug': slugs(authors), 'bylines.role': ROLES,
    section: ids(sections), 'section.slug': slugs(sections), note: NOTES.filter((note) => note !== null), publishedAt: DAYS.filter((day) => day !== null),
  }
})
afterAll(() => newsroom.close())

/** Conditions at random, at most three deep. */
function aWhere(): fc.Arbitrary<Where> {
  const condition: fc.Arbitrary<Where> = fc.constantFrom(...PATHS).chain((path) => {
    const value = fc.constantFrom(...(values[path] ?? []))
    const list = fc.uniqueArray(value, { minLength: 1, maxLength: 2 })
    const [equals, notEquals, within, without, exists] = [value, value, list, list, fc.boolean()]
    return fc.oneof(
      equals.map((each) => ({ [path]: { equals: each } })), notEquals.map((each) => ({ [path]: { not_equals: each } })), within.map((each) => ({ [path]: { in: each } })),
      without.map((each) => ({ [path]: { not_in: each } })), exists.map((each) => ({ [path]: { exists: each } })),
    )
  })
  return fc.letrec<{ where: Where }>((tie) => ({
    where: fc.oneof(
      { maxDepth: 2 },
      condition,
      fc.array(tie('where'), { minLength: 2, maxLength: 3 }).map((and) => ({ and })),
      fc.array(tie('where'), { minLength: 2, maxLength: 3 }).map((or) => ({ or })),
      fc.tuple(tie('where'), tie('where')).map(([one, other]) => ({ ...one, ...other })),
    ),
  })).where
}

function holds(model: Model, where: Where): boolean {
  return Object.entries(where).every(([path, condition]) => {
    if (Array.isArray(condition)) return path === 'and' ? condition.every((each) => holds(model, each)) : condition.some((each) => holds(model, each))
    const held = READ[path]?.(model) ?? []
    return Object.entries(condition).every(([operator, value]: [string, unknown]) => {
      if (operator === 'exists') return (held.length > 0 && !held.includes(null)) === value
      const some = held.some((each) => [value].flat().includes(each))
      return /^not_/.test(operator) ? !some : some
    })
  })
}

const expected = (where: Where) => models.filter((model) => holds(model, where)).map(({ headline }) => headline).sort()

async function asked(where: Where, draft: boolean): Promise<string[] | number> {
  const { body, status } = await admin.get<Page<ArticleAnswer>>('/api/articles', { where, limit: 100, depth: 0, ...(draft ? { draft: true } : {}) })
  if (status !== 200) return status
  expect(body.totalDocs).toBe(body.docs.length)
  return body.docs.map(({ headline }) => String(headline)).sort()
}

describe('conditions', () => {
  it('are answered on both engines as a model of them is (reports B4)', async () => {
    for (const [n, where] of fc.sample(aWhere(), { numRuns: QUERIES, seed: 4 }).entries()) {
      expect({ where, found: await asked(where, n % 2 === 0) }).toEqual({ where, found: expected(where) })
    }
  })

  it('ask each by itself of a field with several values (reports B4)', async () => {
    for (const path of PATHS) {
      const [one, other] = values[path] ?? []
      const wheres: Where[] = [
        { and: [{ [path]: { equals: one } }, { [path]: { equals: other } }] },
        { [path]: { not_equals: one } },
        { [path]: { not_in: [one, other] } },
        { [path]: { exists: true } },
        { [path]: { exists: false } },
        { and: [{ [path]: { not_equals: one } }, { [path]: { equals: other } }] },
        { or: [{ [path]: { not_in: [one] } }], note: { exists: false } },
      ]
      for (const where of wheres) {
        expect({ where, found: await asked(where, false) }).toEqual({ where, found: expected(where) })
        expect({ where, found: await asked(where, true) }).toEqual({ where, found: expected(where) })
      }
    }
  })

  it('beside each other must all hold (reports B4)', async () => {
    const wheres: Where[] = [
      { section: { exists: false }, note: { exists: false } },
      { and: [{ section: { exists: false } }], or: [{ tags: { exists: false } }, { note: { exists: false } }] },
      { or: [{ section: { exists: true } }, { note: { exists: true } }], publishedAt: { exists: false } },
      { tags: { exists: false }, related: { exists: false } },
    ]
    for (const where of wheres) {
      expect({ where, found: await asked(where, false) }).toEqual({ where, found: expected(where) })
    }
  })

  it('are answered so of versions, of counts and of what a join lists (reports B4)', async () => {
    const [peace, war] = values.tags ?? []
    const all: Where[] = [{ tags: { equals: peace } }, { tags: { equals: war } }, { 'bylines.role': { not_equals: 'editor' } }]
    const where: Where = { and: all }
    const found = expected(where)
    expect(found).not.toEqual([])
    const ofVersions = { and: [{ latest: { equals: true } }, ...all.map((each) => Object.fromEntries(Object.entries(each).map(([path, condition]) => [`version.${path}`, condition])))] }
    const versions = await admin.get<Page<{ version: ArticleAnswer }>>('/api/articles/versions', { where: ofVersions, limit: 100, depth: 0 })
    expect(versions.body.docs.map(({ version }) => version.headline).sort()).toEqual(found)
    expect((await admin.get<{ totalDocs: number }>('/api/articles/count', { where })).body.totalDocs).toBe(found.length)
    for (const draft of [false, true]) {
      const { body } = await admin.get<Page<{ slug: string; articles: { docs: ArticleAnswer[] } }>>('/api/authors', { depth: 1, draft, joins: { articles: { limit: 100, where } } })
      for (const { articles, slug } of body.docs) {
        const ofAuthor = expected({ and: [where, { 'bylines.author.slug': { equals: slug } }] })
        expect([draft, slug, [...new Set(articles.docs.map(({ headline }) => headline))].sort()]).toEqual([draft, slug, ofAuthor])
      }
    }
  })
})
