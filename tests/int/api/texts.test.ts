import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSection, draftArticle } from '../../helpers/articles'
import type { Page, Refusal } from '../../helpers/articles'
import { reader, signIn } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'

let newsroom: TestNewsroom
let editor: Client

beforeAll(async () => {
  newsroom = await openNewsroom()
  editor = await signIn(newsroom, 'editor')
  for (const name of ['North Korea', '100 % sure', 'snake_case', String.raw`back\slash`]) await createSection(editor, name)
})
afterAll(() => newsroom.close())

describe.each(['like', 'contains'])('a filter with %s', (operator) => {
  it.each([
    ['North', ['North Korea']],
    ['north korea', ['North Korea']],
    ['%', ['100 % sure']],
    ['_', ['snake_case']],
    ['N_rth', []],
    ['N%th', []],
    ['\\', [String.raw`back\slash`]],
  ])('finds %s as it stands', async (value, names) => {
    const { body } = await reader(newsroom.url).get<Page<{ name: string }>>('/api/sections', { where: { name: { [operator]: value } } })
    expect(body.docs.map(({ name }) => name)).toEqual(names)
  })
})

it('a filter with not_like leaves out what holds the text, and nothing else', async () => {
  const { body } = await reader(newsroom.url).get<Page<{ name: string }>>('/api/sections', { sort: 'name', where: { name: { not_like: '_' } } })
  expect(body.docs.map(({ name }) => name)).toEqual(['100 % sure', 'North Korea', String.raw`back\slash`])
})

it.each(['javascript:alert(1)', ' java\nscript:alert(1)', 'data:text/html,x', 'vbscript:x', 'https://'])('a text may not link to %j', async (url) => {
  const link = { type: 'link', version: 3, fields: { linkType: 'custom', newTab: false, url }, children: [{ type: 'text', version: 1, text: 'here' }] }
  const body = { root: { type: 'root', version: 1, children: [{ type: 'paragraph', version: 1, children: [link] }] } }
  const answer = await editor.send<Refusal>('POST', '/api/articles', { headline: 'Linked', body }, { draft: true })
  expect([answer.status, answer.body.errors[0]?.message]).toEqual([400, expect.stringMatching(/^body: a link leads to ".*"; write an address that begins with/s)])
})

it.each(['https://example.com/a', '/politics', '#more', 'mailto:desk@example.com', 'tel:+8505551234'])('a text may link to %s', async (url) => {
  const link = { type: 'link', version: 3, fields: { linkType: 'custom', newTab: false, url }, children: [{ type: 'text', version: 1, text: 'here' }] }
  const body = { root: { type: 'root', version: 1, children: [{ type: 'paragraph', version: 1, children: [link] }] } }
  const { id } = await draftArticle(editor, { headline: 'Linked', body })
  const stored = await editor.get<{ body: { root: unknown } }>(`/api/articles/${id}`, { draft: true, depth: 0 })
  expect(stored.body.body.root).toMatchObject({ children: [{ children: [{ fields: { url } }] }] })
})
