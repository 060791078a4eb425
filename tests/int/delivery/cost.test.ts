import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { createAuthor, createSection, createTag, publishArticle } from '../../helpers/articles'
import { reader, signIn } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'

let newsroom: TestNewsroom

beforeAll(async () => {
  newsroom = await openNewsroom({ delivery: {} })
  const editor = await signIn(newsroom, 'editor')
  for (let at = 0; at < 5; at += 1) {
    const author = (await createAuthor(editor, { name: `Author ${at}` })).id
    const section = (await createSection(editor, `Section ${at}`)).id
    const tag = (await createTag(editor, `Tag ${at}`)).id
    await publishArticle(editor, { headline: `Story ${at}`, section, tags: [tag], bylines: [{ author, role: 'reporter' }] })
  }
})
afterAll(() => newsroom.close())
afterEach(() => {
  vi.restoreAllMocks()
})

/** Counts what the database is asked while something runs, by collection. */
async function asked(run: () => Promise<unknown>): Promise<Record<string, number>> {
  const find = vi.spyOn(newsroom.payload.db, 'find')
  await run()
  const counts: Record<string, number> = {}
  for (const [{ collection }] of find.mock.calls) counts[collection] = (counts[collection] ?? 0) + 1
  delete counts['payload-kv']
  return counts
}

it('a thousand readers who come at once cost one query', async () => {
  // Once after its start a process asks for the publications ahead.
  await reader(newsroom.url).get('/api/tags')
  const counts = await asked(async () => {
    const answers = await Promise.all(Array.from({ length: 1000 }, () => fetch(`${newsroom.url}/api/articles?limit=3&depth=0`)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  })
  expect(counts).toEqual({ articles: 1 })
})

it('a GraphQL list with relations costs one query for each collection', async () => {
  const query = '{ Articles(limit: 5) { docs { headline section { name } tags { name } bylines { author { name } } } } }'
  const counts = await asked(async () => {
    const { data } = await reader(newsroom.url).graphql(query)
    expect(JSON.stringify(data)).toContain('Author 4')
  })
  expect(counts).toEqual({ articles: 1, authors: 1, sections: 1, tags: 1 })
})
