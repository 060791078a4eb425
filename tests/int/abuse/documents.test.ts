import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FlattenedField } from 'payload'
import { createAuthor, createSection, createTag, draftArticle } from '../../helpers/articles'
import type { Refusal } from '../../helpers/articles'
import { aProgram } from '../../helpers/apiClients'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import { aPicture } from '../../helpers/picture'
import { upload } from '../../helpers/upload'
import { hire } from '../desk/people'
import type { Colleague } from '../desk/people'

let newsroom: TestNewsroom
let admin: Colleague
let journalist: Colleague
let draft: string

beforeAll(async () => {
  newsroom = await openNewsroom({ guard: {} })
  admin = await hire(newsroom, 'admin', 'Ada')
  journalist = await hire(newsroom, 'journalist', 'Ann')
  draft = (await draftArticle(journalist, { headline: 'A draft' })).id
})
afterAll(() => newsroom.close())

const repeated = (open: string, inside: string, close: string, times: number) => open.repeat(times) + inside + close.repeat(times)
const root = (children: string) => `{"root":{"type":"root","version":1,"direction":null,"format":"","indent":0,"children":[${children}]}}`
const text = '{"type":"text","version":1,"text":"x","format":0,"detail":0,"mode":"normal","style":""}'
const LIST = ['{"type":"list","listType":"bullet","tag":"ul","start":1,"version":1,"children":[{"type":"listitem","value":1,"version":1,"children":[', ']}]}'] as const
const lists = (levels: number) => root(repeated(LIST[0], text, LIST[1], levels))

const deep: [string, (levels: number) => string][] = [
  ['lists', (levels) => `{"body":${lists(levels)}}`],
  ['quotes', (levels) => `{"body":${root(repeated('{"type":"quote","version":1,"children":[', text, ']}', levels))}}`],
  ['links', (levels) => `{"body":${root(`{"type":"paragraph","version":1,"children":[${repeated('{"type":"link","version":3,"fields":{"linkType":"custom","url":"https://x.example"},"children":[', text, ']}', levels)}]}`)}}`],
  ['fields of a block', (levels) => `{"body":${root(`{"type":"block","version":2,"fields":{"blockType":"pullQuote","id":"1","quote":"x","more":${repeated('{"a":', '1', '}', levels)}}}`)}}`],
  ['a property of a node', (levels) => `{"body":${root(`{"type":"paragraph","version":1,"children":[],"more":${repeated('[', '', ']', levels)}}`)}}`],
  ['a property of the text', (levels) => `{"body":{"root":{"type":"root","version":1,"children":[]},"more":${repeated('[', '', ']', levels)}}}`],
  ['a field that there is not', (levels) => `{"nope":${repeated('{"a":[', '', ']}', levels)}}`],
  ['a group', (levels) => `{"dateline":{"nope":${repeated('[', '', ']', levels)}}}`],
  ['a row', (levels) => `{"bylines":[{"nope":${repeated('[', '', ']', levels)}}]}`],
]
const json = { 'Content-Type': 'application/json' }

it.each(deep)('%s inside each other are refused beyond a depth, and the answer says so (security A15)', async (_, write) => {
  for (const levels of [200, 10_000]) {
    const made = await journalist.sendBody<Refusal>('/api/articles?draft=true', write(levels), json)
    expect([levels, made.status, made.body.errors[0]?.message]).toEqual([levels, 400, expect.stringMatching(/too deep/)])
    const response = await fetch(`${newsroom.url}/api/articles/${draft}?draft=true`, { method: 'PATCH', headers: { ...json, ...journalist.headers }, body: write(levels) })
    expect(response.status).toBe(400)
  }
})

it('what a text may hold is stored, read and copied at its greatest depth', async () => {
  const answer = await journalist.sendBody<{ doc: { id: string } }>('/api/articles?draft=true', `{"headline":"Deep","body":${lists(28)}}`, json)
  expect(answer.status).toBe(201)
  const { id } = answer.body.doc
  for (const path of [`/api/articles/${id}?draft=true`, `/api/articles/${id}/versions`, `/preview/articles/${id}`]) expect((await fetch(newsroom.url + path, { headers: journalist.headers })).status).toBeLessThan(500)
  expect((await journalist.send('POST', `/api/articles/${id}/duplicate`, {}, { draft: true })).status).toBe(200)
})

it('a text of very many nodes gets an answer (security A15)', async () => {
  const { status } = await journalist.sendBody('/api/articles?draft=true', `{"body":${root('{"type":"tab"},'.repeat(200_000) + '{"type":"tab"}')}}`, json)
  expect(status).toBeLessThan(500)
})

it('deep text is refused in GraphQL too (security A15)', async () => {
  const mutation = 'mutation ($data: mutationArticleInput!) { createArticle(draft: true, data: $data) { id } }'
  for (const levels of [40, 1000]) {
    const { errors, status } = await journalist.graphql(mutation, { data: { body: JSON.parse(lists(levels)) as unknown } })
    expect([status, errors?.[0]?.message]).toEqual([400, expect.stringMatching(/too deep/)])
  }
})

it.each([
  ['Markdown lists', 'text/markdown', `# Deep\n\n${'- '.repeat(1000)}x\n`],
  ['Markdown lists on lines of their own', 'text/markdown', `# Deep\n\n${Array.from({ length: 200 }, (_, level) => `${'  '.repeat(level)}- x`).join('\n')}\n`],
  ['Markdown quotes', 'text/markdown', `# Deep\n\n${'> '.repeat(1000)}x\n`],
  ['Markdown links', 'text/markdown', `# Deep\n\n${'['.repeat(1000)}x${'](https://x.example)'.repeat(1000)}\n`],
  ['HTML lists', 'application/rss+xml', inFeed(repeated('<ul><li>', 'x', '</li></ul>', 1000))],
  ['HTML quotes', 'application/rss+xml', inFeed(repeated('<blockquote>', 'x', '</blockquote>', 1000))],
  ['HTML emphasis', 'application/rss+xml', inFeed(repeated('<p><b><i><a href="https://x.example">', 'x', '</a></i></b></p>', 1000))],
])('an import of deep %s becomes an article that can be read (security A15)', async (_, type, content) => {
  const answer = await admin.sendBody<{ stories?: { article?: string }[] }>('/api/import?onConflict=keep', content, { 'Content-Type': type })
  expect(answer.status).toBe(200)
  const { body, status } = await admin.get<{ docs: { body: unknown }[] }>('/api/articles', { draft: true, limit: 1, sort: '-createdAt' })
  expect(status).toBe(200)
  expect(JSON.stringify(body.docs[0]?.body)).toMatch(/"text":"\[*x/)
})

function inFeed(html: string): string {
  return `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>F</title><item><guid isPermaLink="false">${crypto.randomUUID()}</guid><title>Deep</title><content:encoded><![CDATA[${html}]]></content:encoded></item></channel></rss>`
}

const WRONG: unknown[] = [['javascript:alert(1)'], { a: 'javascript:alert(1)' }, [['x']], true, 5]

describe('a value of another type than its field is refused (security A18)', () => {
  const node = (more: object) => ({ body: { root: { type: 'root', version: 1, direction: null, format: '', indent: 0, children: [{ type: 'paragraph', version: 1, children: [more] }] } } })
  const link = (fields: object) => node({ type: 'link', version: 3, fields: { linkType: 'custom', url: 'https://x.example', newTab: false, ...fields }, children: [] })
  const block = (blockType: string, fields: object) => node({ type: 'block', version: 2, fields: { blockType, id: '1', ...fields } })
  const places: [string, (value: unknown) => object][] = [
    ['url of a link', (value) => link({ url: value })],
    ['url of an automatic link', (value) => node({ type: 'autolink', version: 2, fields: { linkType: 'custom', url: value }, children: [] })],
    ['linkType of a link', (value) => link({ linkType: value })],
    ['doc of a link', (value) => link({ linkType: 'internal', doc: value })],
    ['document of a link', (value) => link({ linkType: 'internal', doc: { relationTo: 'articles', value } })],
    ['collection of a link', (value) => link({ linkType: 'internal', doc: { relationTo: value, value: draft } })],
    ['fields of a link', (value) => node({ type: 'link', version: 3, fields: value, children: [] })],
    ['url outside the fields', (value) => node({ type: 'link', version: 1, url: value, children: [] })],
    ['url of an embed', (value) => block('embed', { url: value })],
    ['caption of an embed', (value) => block('embed', { url: 'https://x.example', caption: value })],
    ['text of a pull quote', (value) => block('pullQuote', { quote: value })],
    ['attribution of a pull quote', (value) => block('pullQuote', { quote: 'x', attribution: value })],
    ['type of a block', (value) => node({ type: 'block', version: 2, fields: { blockType: value, id: '1' } })],
    ['text', (value) => node({ type: 'text', version: 1, text: value })],
    ['tag of a heading', (value) => node({ type: 'heading', version: 1, tag: value, children: [] })],
    ['kind of a list', (value) => node({ type: 'list', version: 1, listType: value, children: [] })],
    ['type of a node', (value) => node({ type: value, version: 1 })],
    ['picture', (value) => node({ type: 'upload', version: 3, relationTo: 'media', value: Array.isArray(value) || typeof value !== 'object' ? value : undefined })],
  ]

  it.each(places)('%s in a text', async (_, write) => {
    for (const value of WRONG.filter((each) => !(typeof each === 'object' && _ === 'fields of a link' && !Array.isArray(each)))) {
      const { body, status } = await journalist.send<Refusal>('PATCH', `/api/articles/${draft}`, write(value), { draft: true })
      expect([value, status, body.errors?.[0]?.message]).toEqual([value, 400, expect.stringMatching(/^body: .*(must be|write an address|there is no block)/)])
    }
    expect(JSON.stringify((await journalist.get(`/api/articles/${draft}`, { draft: true })).body)).not.toContain('javascript')
  })

  it('newTab of a link, which forms send as a word', async () => {
    for (const value of [['x'], {}, 'yes', 5]) expect((await journalist.send('PATCH', `/api/articles/${draft}`, link({ newTab: value }), { draft: true })).status).toBe(400)
    expect((await journalist.send('PATCH', `/api/articles/${draft}`, link({ newTab: true }), { draft: true })).status).toBe(200)
  })

  it('every field of every kind of content', { timeout: 240_000 }, async () => {
    const { collections } = newsroom.payload
    const documents = {
      articles: draft,
      authors: (await createAuthor(admin, { name: 'A' })).id,
      sections: (await createSection(admin, 'S')).id,
      tags: (await createTag(admin, 'T')).id,
      users: admin.id,
    }
    const taken: string[] = []
    for (const [slug, id] of Object.entries(documents)) {
      const { flattenedFields } = collections[slug as keyof typeof documents].config
      for (const [path, field] of typedFields(flattenedFields)) {
        for (const value of WRONG.slice(0, 2).filter((each) => !fits(each, field))) {
          const { status } = await admin.send('PATCH', `/api/${slug}/${id}`, placed(path, value), slug === 'articles' ? { draft: true } : {})
          if (status !== 400) taken.push(`${slug} ${path} ${JSON.stringify(value)}: ${status}`)
        }
        const { status } = await admin.send('PATCH', `/api/${slug}/${id}`, placed(path, null), slug === 'articles' ? { draft: true } : {})
        if (status >= 500) taken.push(`${slug} ${path} null: ${status}`)
      }
    }
    expect(taken).toEqual([])
  })

  it('in GraphQL too', async () => {
    const mutation = `mutation ($id: String!, $data: mutationArticleUpdateInput!) { updateArticle(id: $id, draft: true, data: $data) { id } }`
    for (const data of [{ headline: ['x'] }, { headline: {} }, { meta: { title: ['x'] } }, { dateline: { place: {} } }, link({ url: ['javascript:alert(1)'] }), block('embed', { url: {} })]) {
      const { errors, status } = await journalist.graphql(mutation, { id: draft, data })
      expect([status < 500, errors?.length]).toEqual([true, 1])
    }
  })
})

const TYPED = new Set(['checkbox', 'code', 'date', 'email', 'number', 'radio', 'select', 'text', 'textarea'])

/** The fields that hold a value of one type, with their paths, `0` for the first row of a list. */
function typedFields(fields: readonly FlattenedField[], prefix = ''): [string, FlattenedField][] {
  return fields.flatMap((field): [string, FlattenedField][] => {
    const path = `${prefix}${field.name}`
    if (field.type === 'group' || field.type === 'tab') return typedFields(field.flattenedFields, `${path}.`)
    if (field.type === 'array') return typedFields(field.flattenedFields, `${path}.0.`)
    return TYPED.has(field.type) ? [[path, field]] : []
  })
}

function fits(value: unknown, field: FlattenedField): boolean {
  if ('hasMany' in field && field.hasMany === true) return Array.isArray(value) && value.every((each) => typeof each === 'string') && field.type === 'text'
  return (field.type === 'checkbox' && value === true) || (field.type === 'number' && value === 5)
}

/** A document that holds a value at a path. */
function placed(path: string, value: unknown): object {
  const [name = '', ...rest] = path.split('.')
  const inside = rest.length > 0 ? placed(rest.join('.'), value) : value
  return name === '0' ? [inside] : { [name]: inside }
}

describe('a journalist puts nothing into the trash (security A16)', () => {
  const deletedAt = '2026-05-04T09:30:00.000Z'

  it('by making it there, changing or copying it', async () => {
    expect((await journalist.send('POST', '/api/articles', { headline: 'Gone', deletedAt }, { draft: true })).status).toBe(403)
    expect((await journalist.send('PATCH', `/api/articles/${draft}`, { deletedAt }, { draft: true })).status).toBe(403)
    expect((await journalist.send('PATCH', '/api/articles', { deletedAt }, { where: { id: { equals: draft } } })).status).toBe(403)
    expect((await journalist.send('POST', `/api/articles/${draft}/duplicate`, { deletedAt }, { draft: true })).status).toBe(403)
    expect((await newsroom.payload.count({ collection: 'articles', trash: true, where: { deletedAt: { exists: true } } })).totalDocs).toBe(0)
  })

  it('by GraphQL', async () => {
    for (const call of [`createArticle(draft: true, data: { headline: "Gone", deletedAt: "${deletedAt}" })`, `updateArticle(id: "${draft}", draft: true, data: { deletedAt: "${deletedAt}" })`]) {
      expect((await journalist.graphql(`mutation { ${call} { id } }`)).errors?.[0]?.message).toMatch(/not allowed/)
    }
    expect((await newsroom.payload.count({ collection: 'articles', trash: true, where: { deletedAt: { exists: true } } })).totalDocs).toBe(0)
  })

  it('by an import', async () => {
    const program = await aProgram(newsroom, ['ingest'])
    await program.sendBody('/api/import', `---\nheadline: Gone\ndeletedAt: ${deletedAt}\n---\nWords.\n`, { 'Content-Type': 'text/markdown' })
    expect((await newsroom.payload.count({ collection: 'articles', trash: true, where: { deletedAt: { exists: true } } })).totalDocs).toBe(0)
  })

  it('but an editor does', async () => {
    const editor = await hire(newsroom, 'editor', 'Eve')
    expect((await editor.send('POST', '/api/articles', { headline: 'Gone', deletedAt }, { draft: true })).status).toBe(201)
  })
})

it('what is deleted while an article takes it fails no save (security A15)', async () => {
  const takes = async (path: string, id: string, data: object) => {
    const [saved, deleted] = await Promise.all([admin.send('PATCH', `/api/articles/${draft}`, data, { draft: true }), admin.send('DELETE', `${path}/${id}`)])
    return [saved.status, deleted.status]
  }
  const statuses: (number | undefined)[] = []
  for (let n = 0; n < 5; n += 1) {
    const section = (await createSection(admin, `Section ${n}`)).id
    const tag = (await createTag(admin, `Tag ${n}`)).id
    const { body } = await upload<{ doc: { id: string } }>(newsroom, { bytes: await aPicture().png().toBuffer(), data: { alt: 'Grey', credit: 'Dateline' }, name: `grey-${n}.png`, type: 'image/png' })
    statuses.push(...(await takes('/api/sections', section, { section })), ...(await takes('/api/tags', tag, { tags: [tag] })), ...(await takes('/api/media', body.doc.id, { heroImage: body.doc.id })))
  }
  expect(statuses.filter((status) => ![200, 400, 404, 409].includes(status ?? 0))).toEqual([])
})
