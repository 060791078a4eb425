import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Refusal } from '../../helpers/articles'
import { reader, signIn } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'

let newsroom: TestNewsroom
let askers: Record<'anonymous' | 'editor', Client>

beforeAll(async () => {
  newsroom = await openNewsroom({ guard: {} })
  askers = { anonymous: reader(newsroom.url), editor: await signIn(newsroom, 'editor') }
})
afterAll(() => newsroom.close())

const many = (count: number, of: (n: number) => string) => Array.from({ length: count }, (_, n) => of(n)).join(' ')

/** Requests that would cost a server without limits dearly. */
const HOSTILE: [what: string, query: string][] = [
  ['10,000 aliases', `{ ${many(10_000, (n) => `a${n}: x`)} }`],
  ['100 aliases', `{ ${many(100, (n) => `a${n}: countArticles { totalDocs }`)} }`],
  ['10,000 fields of one name', `{ ${many(10_000, () => '__typename')} }`],
  ['relations inside relations', `{ Articles { docs ${'{ related { section { parent '.repeat(8)} { name } ${'} } }'.repeat(8)} } }`],
  ['a fragment that contains itself', '{ ...A } fragment A on Query { Articles { docs { ...B } } } fragment B on Article { related { ...B } }'],
  ['fragments that explode', `{ Articles { docs { ...F0 } } } ${many(20, (n) => `fragment F${n} on Article { ${many(10, () => `...F${n + 1}`)} }`)} fragment F20 on Article { slug }`],
  ['100,000 braces', '{'.repeat(100_000)],
  ['100,000 directives', `{ countArticles { totalDocs ${'@skip(if: false) '.repeat(10_000)} } }`],
  ['pages in pages', '{ Authors(limit: 100) { docs { articles(limit: 100) { docs { headline slug body } } } } }'],
  ['a text that does not end', `{ Articles(where: { slug: { equals: "${'x'.repeat(100_000)} } }) { totalDocs } }`],
]

/** Variables that the schema would look at item by item, and repeat for each mistake. */
const VARIABLES: [what: string, where: unknown][] = [
  ['30,000 items of the wrong kind', { OR: Array(30_000).fill(1) }],
  ['80,000 empty conditions', { OR: Array(80_000).fill({}) }],
  ['15,000 unknown names', Object.fromEntries(Array.from({ length: 15_000 }, (_, n) => [`slu${n}`, 1]))],
  ['2,000 unknown names', Object.fromEntries(Array.from({ length: 2_000 }, (_, n) => [`slu${n}`, 1]))],
  ['4,000 items of the wrong kind', { OR: Array(4_000).fill(1) }],
  ['a long name', { ['x'.repeat(100_000)]: 1 }],
  ['a text of an article where there is none', { root: Object.fromEntries(Array.from({ length: 15_000 }, (_, n) => [`slu${n}`, 1])) }],
]

/** What an editor may ask at once, and a stranger in several requests. */
const LARGE: [what: string, query: string][] = [
  ['20 fields at the top', `{ ${many(20, (n) => `a${n}: countArticles { totalDocs }`)} }`],
  ['ten pages of texts', `{ ${many(10, (n) => `a${n}: Articles(limit: 25, page: ${n + 1}) { docs { headline body bylines { author { name } } } }`)} }`],
  ['four pages of 100', `{ ${many(4, (n) => `a${n}: Articles(limit: 100) { docs { id } }`)} }`],
  ['pages in pages', '{ Authors(limit: 50) { docs { articles(limit: 50) { docs { id } } } } }'],
  ['a list joined to each author of each article', '{ Articles(limit: 30) { docs { bylines { author { articles(limit: 1) { docs { id } } } } } } }'],
  ['lists, written as a fragment, joined to each author', '{ Authors(limit: 40) { docs { articles { ...ids } } } } fragment ids on Author_Articles { docs { id } }'],
  ['many conditions in each of several fields', `{ ${many(5, (n) => `a${n}: Articles(where: { OR: [${many(40, (each) => `{ slug: { equals: "${each}" } }`)}] }) { totalDocs }`)} }`],
]

it.each(LARGE)('a request with %s is answered to an editor, and refused to a stranger', async (_what, query) => {
  expect((await askers.editor.graphql(query)).errors).toBeUndefined()
  expect((await askers.anonymous.send<Refusal>('POST', '/api/graphql', { query })).body.errors[0]?.message).toMatch(/^This query (asks|has too many)/)
})

it.each([
  ['conditions', '{ slug: { equals: "a" } }', 45],
  ['conditions that look through texts', '{ headline: { like: "e" } }', 3],
])('many %s in each of several fields are counted in variables, too', async (_what, condition, each) => {
  const inside = `{ ${many(5, (n) => `a${n}: Articles(where: { OR: [${many(each, () => condition)}] }) { totalDocs }`)} }`
  const query = `query ($or: [Article_where_or]) { ${many(5, (n) => `a${n}: Articles(where: { OR: $or }) { totalDocs }`)} }`
  const or: unknown = JSON.parse(`[${Array(each).fill(condition.replaceAll(/([a-z]+):/g, '"$1":')).join(', ')}]`)
  for (const sent of [{ query: inside }, { query, variables: { or } }]) {
    expect((await askers.editor.send<Refusal>('POST', '/api/graphql', sent)).body.errors).toBeUndefined()
    const { body, status } = await askers.anonymous.send<Refusal>('POST', '/api/graphql', sent)
    expect([status, body.errors[0]?.message]).toEqual([400, expect.stringContaining('This query has too many conditions')])
  }
  expect((await askers.anonymous.graphql(`{ ${many(4, (n) => `a${n}: Articles(where: { OR: [${many(Math.min(each, 10), () => condition)}] }) { totalDocs }`)} }`)).errors).toBeUndefined()
})

describe.each(['anonymous', 'editor'] as const)('a request of %s', (who) => {
  it.each(VARIABLES)('with variables of %s is refused in a few words (security A1)', async (_what, where) => {
    const { body, status } = await askers[who].send<Refusal>('POST', '/api/graphql', { query: 'query ($where: Article_where) { Articles(where: $where) { docs { id } } }', variables: { where } })
    expect([status < 500, body.errors.length]).toEqual([true, 1])
    expect(JSON.stringify(body).length).toBeLessThan(2_000)
  })

  it('with the text of a long article is not too large', async () => {
    const text = { root: { type: 'root', children: Array.from({ length: 3_000 }, () => ({ type: 'paragraph', children: [{ type: 'text', text: 'Words.' }] })) } }
    const { body } = await askers[who].send<Refusal>('POST', '/api/graphql', { query: 'mutation ($data: mutationArticleInput!) { createArticle(draft: true, data: $data) { id } }', variables: { data: { headline: 'Long', body: text } } })
    expect(JSON.stringify(body)).not.toContain('too many')
  })

  it.each(HOSTILE)('with %s is a 400 with a reason', async (_what, query) => {
    const { body, status } = await askers[who].send<Refusal>('POST', '/api/graphql', { query })
    expect(status).toBe(400)
    expect(body.errors[0]?.message).toMatch(/^(This query|A fragment|Syntax Error)/)
  })

  it('of several queries is a 400 with a reason', async () => {
    const { body, status } = await askers[who].send<Refusal>('POST', '/api/graphql', [{ query: '{ __typename }' }, { query: '{ __typename }' }])
    expect([status, body.errors[0]?.message]).toEqual([400, 'Send one query in one request; a query may ask for several fields.'])
  })

  it.each(['{ __schema { queryType { name } } }', '{ __type(name: "User") { fields { name } } }'])('for the schema is refused in production: %s', async (query) => {
    const { data, errors } = await askers[who].graphql(query)
    expect([data ?? undefined, errors?.[0]?.message]).toEqual([undefined, expect.stringContaining('introspection is not allowed')])
  })

  it('of more than two megabytes is a 413', async () => {
    const { status } = await askers[who].send('POST', '/api/graphql', { query: '{ __typename }', variables: { x: 'x'.repeat(3 * 1024 * 1024) } })
    expect(status).toBe(413)
  })

  it.each([
    ['no JSON', '{'],
    ['no query', '{}'],
    ['a query that is none', '{"query": 5}'],
    ['null', 'null'],
    ['a number', '5'],
  ])('with %s is a 400', async (_what, body) => {
    const { status } = await askers[who].sendBody('/api/graphql', body, { 'Content-Type': 'application/json' })
    expect(status).toBe(400)
  })
})

describe('the queries of the documentation', () => {
  it('are answered', async () => {
    const docs = await readFile('docs/api.md', 'utf8')
    const queries = Array.from(docs.matchAll(/\{"query":\s*("\{.*\}")\}'/g), ([, text = '""']) => String(JSON.parse(text)))
    expect(queries.length).toBeGreaterThanOrEqual(3)
    for (const query of queries) expect(await askers.anonymous.graphql(query)).toMatchObject({ status: 200, errors: undefined })
  })
})

describe('the playground', () => {
  it('is not there in production', async () => {
    expect((await fetch(`${newsroom.url}/api/graphql-playground`)).status).toBe(404)
  })
})
