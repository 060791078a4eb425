import { afterAll, beforeAll, expect, it } from 'vitest'
import { client, reader } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'

let newsroom: TestNewsroom
let asker: Client

beforeAll(async () => {
  newsroom = await openNewsroom({ guard: {} })
  asker = reader(newsroom.url)
})
afterAll(() => newsroom.close())

const PAGE = 'query ($limit: Int, $page: Int) { Sections(limit: $limit, page: $page) { docs { slug } } }'

it('a known document is held to the limits of each request', async () => {
  const answers = [await asker.graphql(PAGE, { limit: 2 }), await asker.graphql(PAGE, { limit: 101 }), await asker.graphql(PAGE, { limit: 3 })]
  expect(answers.map(({ errors }) => errors?.[0]?.message)).toEqual([
    undefined,
    'limit must be a whole number from 1 to 100; ask for further documents with page.',
    undefined,
  ])
})

it('a variable of the wrong type is told as what it is, and nothing is answered', async () => {
  expect(await asker.graphql(PAGE, { limit: 2 })).toMatchObject({ status: 200, errors: undefined })
  const { data, errors } = await asker.graphql(PAGE, { page: 'two' })
  expect([data ?? undefined, errors]).toEqual([
    undefined,
    [expect.objectContaining({ message: expect.stringContaining('Int cannot represent non-integer value: "two"') })],
  ])
})

it('two operations of one document are told apart', async () => {
  const query = 'query A { Sections(limit: 1) { docs { slug } } } query B { Tags(limit: 1) { docs { slug } } }'
  const send = (operationName?: string) => asker.send<{ data?: object; errors?: { message: string }[] }>('POST', '/api/graphql', { query, operationName })
  expect(Object.keys((await send('A')).body.data ?? {})).toEqual(['Sections'])
  expect(Object.keys((await send('B')).body.data ?? {})).toEqual(['Tags'])
  expect((await send()).body.errors?.[0]?.message).toContain('operation')
  expect((await send('C')).body.errors?.[0]?.message).toContain('operation')
})

it('what a rule of the collection refuses says so, with its status', async () => {
  const { errors } = await asker.graphql('mutation { createSection(data: { name: "Sports", slug: "sports" }) { id } }')
  expect(errors).toEqual([expect.objectContaining({ message: 'You are not allowed to perform this action.', extensions: expect.objectContaining({ statusCode: 403 }) })])
})

it('the media type of GraphQL over HTTP is answered in it, with 400 for a document that is not valid', async () => {
  const modern = client(newsroom.url, { Accept: 'application/graphql-response+json' })
  const good = await modern.send('POST', '/api/graphql', { query: '{ Sections { docs { slug } } }' })
  const bad = await modern.send('POST', '/api/graphql', { query: '{ Sections { docs { nothing } } }' })
  expect([good.status, good.headers.get('Content-Type'), bad.status]).toEqual([200, 'application/graphql-response+json; charset=utf-8', 400])
})

it.each([
  ['very many errors', `{ Sections { docs { ${Array.from({ length: 150 }, (_, index) => `nothing${String(index)}`).join(' ')} } } }`, 'This query has further errors: mend these first.', 11],
  ['very many fields to compare', `{ Sections { docs { ${'slug '.repeat(900)} } } }`, 'This query asks for the same fields too often to be checked: ask for each once, and use fewer fragments.', 1],
])('a query with %s is told the first, and that there are more', async (_what, query, last, count) => {
  const { errors } = await asker.graphql(query)
  expect([errors?.length, errors?.at(-1)]).toEqual([count, expect.objectContaining({ message: last })])
  expect(JSON.stringify(errors)).not.toContain('aborted')
})
