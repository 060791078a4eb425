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

describe('a node that the editor cannot open gets 400, which says where it is', () => {
  const words = { type: 'text', version: 1, text: 'Words.' }
  const item = { type: 'listitem', version: 1, value: 1, children: [words] }
  const paragraph = { type: 'paragraph', version: 1, children: [words] }
  const list = (...children: object[]) => ({ type: 'list', version: 1, listType: 'bullet', start: 1, tag: 'ul', children })
  const send = (query: Record<string, unknown>, ...children: object[]) => editor.send<Refusal>('POST', '/api/articles', { headline: 'Nodes', body: { root: { type: 'root', version: 1, children } } }, query)

  it.each<[what: string, children: object[], message: string]>([
    ['an unknown one', [paragraph, { type: 'banana' }], 'a node of type banana (root.children.1) cannot stand here: the editor has '],
    ['one of another editor', [{ type: 'horizontalrule', version: 1 }], 'horizontalrule (root.children.0) cannot stand here'],
    ['a relation', [{ type: 'relationship', version: 2, relationTo: 'articles', value: 'x' }], 'relationship (root.children.0) cannot stand here'],
    ['one of every object', [{ type: 'constructor', children: [] }], 'constructor (root.children.0) cannot stand here'],
    ['a root within the root', [{ type: 'root', version: 1, children: [] }], 'root (root.children.0) cannot stand here'],
    ['an unknown one within another', [list({ ...item, children: [{ type: 'banana' }] })], 'banana (root.children.0.children.0.children.0) cannot stand here'],
    ['words below the root', [words], 'text (root.children.0) must stand in a paragraph'],
    ['a link below the root', [{ type: 'link', version: 3, fields: { linkType: 'custom', url: 'https://x.example', newTab: false }, children: [words] }], 'link (root.children.0) must stand in a paragraph'],
    ['an item below the root', [item], 'listitem (root.children.0) must stand in a list'],
    ['an item in a paragraph', [{ ...paragraph, children: [item] }], 'listitem (root.children.0.children.0) must stand in a list'],
    ['CSS', [{ ...paragraph, children: [{ ...words, style: 'position:fixed;inset:0' }] }], 'the style of a node of type text (root.children.0.children.0) is not kept'],
    ['CSS of a paragraph', [{ ...paragraph, textStyle: 'color:red' }], 'the style of a node of type paragraph (root.children.0) is not kept'],
    ['a tab with words', [{ ...paragraph, children: [{ type: 'tab', version: 1, text: 'loses words' }] }], 'tab (root.children.0.children.0) has no text of its own'],
    ['a heading of another size', [paragraph, { type: 'heading', version: 1, tag: 'h1', children: [words] }], 'heading (root.children.1) cannot be published. Heading tag must be one of'],
    ['a heading that is a script', [{ type: 'heading', version: 1, tag: 'script', children: [words] }], 'heading (root.children.0) cannot be published'],
    ['an item whose number is none', [list({ ...item, value: 'abc' })], 'value of a node of type listitem (root.children.0.children.0) must be a whole number'],
    ['an item that is less than not indented', [list({ ...item, indent: -1 })], 'of a node of type listitem (root.children.0.children.0), indent must be a whole number'],
    ['an item indented by a word', [list({ ...item, indent: 'x' })], 'of a node of type listitem (root.children.0.children.0), indent must be'],
    ['a link without fields', [{ ...paragraph, children: [{ type: 'link', version: 3, children: [words] }] }], 'link (root.children.0.children.0) needs fields'],
    ['an automatic link to nowhere', [{ ...paragraph, children: [{ type: 'autolink', version: 2, fields: { linkType: 'custom' }, children: [words] }] }], 'autolink (root.children.0.children.0) needs a url'],
    ['a format in words', [{ ...paragraph, children: [{ ...words, format: 'bold' }] }], 'of a node of type text (root.children.0.children.0), format must be a whole number from 0 to 2047.'],
    ['a format that is less than none', [{ ...paragraph, children: [{ ...words, format: -1 }] }], 'format must be a whole number from 0 to 2047.'],
    ['a format that is unknown', [{ ...paragraph, children: [{ ...words, format: 99_999 }] }], 'format must be a whole number from 0 to 2047.'],
    ['a mode that is unknown', [{ ...paragraph, children: [{ ...words, mode: 'zz' }] }], 'mode must be "normal" or "segmented" or "token".'],
    ['a detail that is unknown', [{ ...paragraph, children: [{ ...words, detail: 9 }] }], 'detail must be a whole number from 0 to 3.'],
    ['an alignment that is none', [{ ...paragraph, format: 'zz' }], 'format must be "" or "center"'],
    ['a direction that is none', [{ ...paragraph, direction: 'up' }], 'direction must be "ltr" or "rtl".'],
    ['a kind of list that is none', [{ ...list(item), listType: 'zz' }], 'listType must be "bullet" or "check" or "number".'],
    ['a list with the tag of another', [{ ...list(item), tag: 'ol' }], 'tag must be "ul".'],
    ['a list that starts nowhere', [{ ...list(item), start: 1.5 }], 'start must be a whole number'],
    ['a paragraph in a list', [list(paragraph)], 'paragraph (root.children.0.children.0) cannot stand in a list'],
  ])('%s', async (_what, children, message) => {
    for (const query of [{}, { draft: true }]) {
      const { body, status } = await send(query, ...children)
      expect([status, body.errors[0]?.message]).toEqual([400, expect.stringContaining(message)])
      expect(body.errors[0]?.message).toMatch(/^body: /)
    }
  })

  it('what the text refers to and is not there', async () => {
    const nobodys = newsroom.payload.db.name === 'mongoose' ? '0123456789abcdef01234567' : '01234567-89ab-4def-8123-456789abcdef'
    const picture = { type: 'upload', version: 3, relationTo: 'media', value: nobodys, fields: {} }
    const link = { type: 'link', version: 3, fields: { linkType: 'internal', newTab: false, doc: { relationTo: 'articles', value: nobodys } }, children: [words] }
    const { body, status } = await send({ draft: true }, { ...picture, relationTo: 'users' })
    expect([status, body.errors[0]?.message]).toEqual([400, expect.stringMatching(/^body: .*media/)])
    for (const node of [picture, { ...paragraph, children: [link] }]) {
      const { body, status } = await send({ draft: true }, node)
      expect([status, body.errors[0]?.message]).toEqual([400, expect.stringMatching(new RegExp(`^body: there is no document ${nobodys} in (articles|media)\\.$`))])
    }
  })

  it('but a text that refers to what is gone by now may be sent back', async () => {
    const { id: gone } = await draftArticle(editor, { headline: 'Gone soon' })
    const link = { type: 'link', version: 3, fields: { linkType: 'internal', newTab: false, doc: { relationTo: 'articles', value: gone } }, children: [words] }
    const body = { root: { type: 'root', version: 1, children: [{ ...paragraph, children: [link] }] } }
    const { id } = await draftArticle(editor, { headline: 'Leads to it', body })
    await newsroom.payload.delete({ collection: 'articles', id: gone })
    expect((await editor.send('PATCH', `/api/articles/${id}`, { body, standfirst: 'Changed.' }, { draft: true })).status).toBe(200)
  })

  it('but a text may be sent back as it was read, at any depth, and its lists open in the editor', async () => {
    const { id: other } = await draftArticle(editor, { headline: 'Led to' })
    const link = { type: 'link', version: 3, fields: { linkType: 'internal', newTab: false, doc: { relationTo: 'articles', value: other } }, children: [words] }
    const body = { root: { type: 'root', version: 1, children: [{ ...paragraph, children: [link] }, list(item, { ...item, indent: null })] } }
    const { id } = await draftArticle(editor, { headline: 'Sent back', body })
    for (const depth of [0, 1, 2, 3]) {
      const { body: read } = await editor.get(`/api/articles/${id}`, { draft: true, depth })
      expect((await editor.send('PATCH', `/api/articles/${id}`, { body: read.body }, { draft: true })).status, String(depth)).toBe(200)
    }
    const { body: stored } = await editor.get(`/api/articles/${id}`, { draft: true, depth: 0 })
    expect(stored.body).toMatchObject({ root: { children: [{ children: [{ fields: { doc: { value: other } } }] }, { children: [{ indent: 0 }, { indent: 0 }] }] } })
  })

  it('and a text without a paragraph is none', async () => {
    const { body, status } = await editor.send<{ doc: { id: string; body?: unknown } }>('POST', '/api/articles', { headline: 'Empty', body: { root: { type: 'root', version: 1, children: [] } } }, { draft: true })
    expect([status, body.doc.body ?? null]).toEqual([201, null])
  })

  it('a list that is too long', async () => {
    const { id: tag } = (await newsroom.payload.create({ collection: 'tags', data: { name: 'Peace', slug: 'peace', kind: 'subject' } }))
    for (const [field, value] of [['tags', tag], ['bylines', { role: 'reporter' }], ['corrections', { text: 'No.' }]] as const) {
      const { body, status } = await editor.send<Refusal>('POST', '/api/articles', { headline: 'Long', [field]: Array.from({ length: 501 }, () => value) }, { draft: true })
      expect([status, body.errors[0]?.message]).toEqual([400, `${field} has too many entries: at most 500.`])
    }
  })

  it('a root that is none', async () => {
    const { body, status } = await editor.send<Refusal>('POST', '/api/articles', { headline: 'Nodes', body: { root: { type: 'paragraph', children: [words] } } }, { draft: true })
    expect([status, body.errors[0]?.message]).toEqual([400, 'body: its root must be a node of type root, not paragraph.'])
  })

  it.each([
    [{ direction: 'up' }, 'of a node of type root (root), direction must be "ltr" or "rtl".'],
    [{ format: 'zz' }, 'format must be "" or "center"'],
    [{ indent: -1 }, 'indent must be a whole number'],
  ])('a root with %j', async (more, message) => {
    const { body, status } = await editor.send<Refusal>('POST', '/api/articles', { headline: 'Root', body: { root: { type: 'root', version: 1, children: [paragraph], ...more } } }, { draft: true })
    expect([status, body.errors[0]?.message]).toEqual([400, expect.stringContaining(message)])
  })

  it('a text with more than a root', async () => {
    const { body, status } = await editor.send<Refusal>('POST', '/api/articles', { headline: 'Root', body: { root: { type: 'root', version: 1, children: [paragraph] }, more: 'x' } }, { draft: true })
    expect([status, body.errors[0]?.message]).toEqual([400, 'body: it has a root and nothing beside it: leave more out.'])
  })

  it('and what the editor makes is stored', async () => {
    const inside = [words, { type: 'linebreak', version: 1 }, { type: 'tab', version: 1, text: '\t', detail: 2, format: 0, mode: 'normal', style: '' }, { type: 'autolink', version: 2, fields: { linkType: 'custom', url: 'https://x.example' }, children: [words] }]
    const blocks = [{ ...paragraph, children: inside }, { type: 'heading', version: 1, tag: 'h2', children: inside }, { type: 'quote', version: 1, children: inside }, list(item, { ...item, children: [list(item)] }), { type: 'block', version: 2, fields: { blockType: 'pullQuote', id: '1', quote: 'Words.' } }]
    expect((await send({ draft: true }, ...blocks)).status).toBe(201)
  })
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
