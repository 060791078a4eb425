import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aBody, draftArticle } from '../../helpers/articles'
import type { ArticleAnswer, Page, Refusal } from '../../helpers/articles'
import { signIn } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import { xmlText } from '../../../src/formats/escape'

let newsroom: TestNewsroom
let admin: Client

beforeAll(async () => {
  newsroom = await openNewsroom()
  admin = await signIn(newsroom, 'admin')
})
afterAll(() => newsroom.close())

const CHARACTERS = [0x00, 0x01, 0x08, 0x0b, 0x0c, 0x1b, 0x1f, 0x7f, 0x80, 0x85, 0x9f]

describe.each(CHARACTERS.map((code) => [`U+${code.toString(16).toUpperCase().padStart(4, '0')}`, String.fromCharCode(code)] as const))('the control character %s', (name, character) => {
  const text = `a${character}b`

  it('is refused with the name of the field, and nothing is stored (reports B15)', async () => {
    const { id } = await draftArticle(admin, { headline: 'Clean' })
    const bodies: [string, object][] = [
      ['headline', { headline: text }], ['note', { note: text }], ['dateline.place', { dateline: { place: text } }], ['meta.title', { meta: { title: text } }],
      ['body.root', { body: aBody(text) }], ['slug', { slug: text }],
    ]
    for (const [field, data] of bodies) {
      const { body, status } = await admin.send<Refusal>('PATCH', `/api/articles/${id}`, data, { draft: true })
      expect([field, status, body.errors[0]?.message]).toEqual([field, 400, expect.stringMatching(new RegExp(`^${field}.*${name.replace('+', String.raw`\+`)}`))])
    }
    for (const [collection, data] of [['tags', { name: text }], ['sections', { name: text }], ['authors', { name: text }], ['users', { name: text, email: 'a@b.test', password: 'correct horse battery', roles: ['editor'] }]] as const) {
      expect([collection, (await admin.send('POST', `/api/${collection}`, data)).status]).toEqual([collection, 400])
    }
    const { errors } = await admin.graphql('mutation ($id: String!, $headline: String) { updateArticle(id: $id, draft: true, data: { headline: $headline }) { id } }', { id, headline: text })
    expect(errors?.[0]?.message).toContain(name)
    expect((await admin.get<ArticleAnswer>(`/api/articles/${id}`, { draft: true })).body.headline).toBe('Clean')
    const asked = await admin.get<Page<ArticleAnswer> & Refusal>('/api/articles', { where: { headline: { equals: text } } })
    expect([asked.status, asked.body.errors[0]?.message]).toEqual([400, expect.stringContaining(name)])
  })

  it('is in no feed (reports B15)', () => {
    expect(xmlText(text)).toBe('ab')
  })
})

it('tabs and ends of lines are text (reports B15)', async () => {
  const { note } = await draftArticle(admin, { headline: 'Lines', note: 'one\n\ttwo\r\nthree' })
  expect(note).toBe('one\n\ttwo\r\nthree')
})

describe('a text of one line', () => {
  const text = 'one\ttwo\r\n three\u2028four\n'
  const line = 'one two three four'

  it('has one, wherever it stands', async () => {
    const blocks = [{ blockType: 'pullQuote', quote: text, attribution: text }, { blockType: 'embed', url: 'https://example.com', caption: text }]
    const children = blocks.map((fields) => ({ type: 'block', version: 2, fields: { ...fields, id: crypto.randomUUID() } }))
    const data = { headline: text, standfirst: text, dateline: { place: text, text }, meta: { title: text }, body: { root: { type: 'root', version: 1, children } } }
    const { id } = await draftArticle(admin, data)
    const stored = () => admin.get<ArticleAnswer>(`/api/articles/${id}`, { draft: true })
    const expected = { headline: line, slug: 'one-two-three-four', standfirst: text, dateline: { place: line, text: line }, meta: { title: line } }
    const { body } = await stored()
    expect(body).toMatchObject(expected)
    expect(body.body?.root.children.map((node) => node.fields)).toMatchObject([{ quote: text, attribution: line }, { caption: line }])
    await admin.send('PATCH', `/api/articles/${id}`, { headline: `${text}five` }, { draft: true })
    expect((await stored()).body.headline).toBe(`${line} five`)
    await admin.graphql('mutation ($id: String!, $headline: String) { updateArticle(id: $id, draft: true, data: { headline: $headline }) { id } }', { id, headline: text })
    expect((await stored()).body.headline).toBe(line)
  })

  it.each([
    ['tags', { name: text, aliases: [text], sameAs: [] }, { name: line, aliases: [line] }],
    ['sections', { name: text, description: text }, { name: line, description: text }],
    ['authors', { name: text, jobTitle: text, bio: text }, { name: line, jobTitle: line, bio: text }],
    ['users', { name: text, email: 'line@newsroom.test', password: 'correct horse battery', roles: ['editor'] }, { name: line }],
    ['api-clients', { name: text, scopes: ['ingest'] }, { name: line }],
  ])('of %s, too', async (collection, data, expected) => {
    const { body, status } = await admin.send<{ doc: object }>('POST', `/api/${collection}`, data)
    expect([status, body.doc]).toEqual([201, expect.objectContaining(expected)])
  })
})
