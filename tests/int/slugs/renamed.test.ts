import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { GraphQLObjectType } from 'graphql'
import { configToSchema } from '@payloadcms/graphql'
import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { schedulePublish } from '../../../collections/Articles/schedule/adminFunction'
import { seedNewsroom } from '../../../seed'
import { verifySeed } from '../../../seed/verify'
import type { Role } from '../../../src/articles/roles'
import { CLIENT_SLUGS, slugs } from '../../../src/options/slugs'
import { aBody, hoursFromNow } from '../../helpers/articles'
import type { Page, Written } from '../../helpers/articles'
import { client, reader } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { openCommandHost } from '../../helpers/command'
import type { CommandHost } from '../../helpers/command'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import { visit } from '../../helpers/page'
import { aPicture } from '../../helpers/picture'

vi.mock('@payload-config', () => import('../../helpers/renamed.config'))

type Doc = { id: string; slug?: string; headline?: string; key?: string; [field: string]: unknown }

let newsroom: TestNewsroom
let host: CommandHost
let admin: Client
let editor: Client
let editorsToken: string
let section: string
let author: string
let tag: string

const readers = () => reader(newsroom.url)

beforeAll(async () => {
  newsroom = await openNewsroom({ delivery: {} })
  host = openCommandHost({ TEST_PROJECT: 'tests/helpers/renamed.config.ts' })
  admin = (await hire('admin')).client
  const hired = await hire('editor')
  editor = hired.client
  editorsToken = hired.token
  section = (await make('departments', { name: 'World' })).id
  author = (await make('writers', { name: 'Ann Author', role: 'journalist' })).id
  tag = (await make('topics', { name: 'Peace', kind: 'subject' })).id
  for (const own of ['articles', 'tags']) await make(own, { title: 'Of the project' })
})
afterAll(async () => {
  await host.close()
  await newsroom.close()
})

async function hire(role: Role): Promise<{ client: Client; token: string }> {
  const login = { email: `${randomUUID()}@newsroom.test`, password: randomUUID() }
  await newsroom.payload.create({ collection: slugs.users, data: { ...login, name: `The ${role}`, roles: [role] }, overrideAccess: true })
  const { body } = await readers().send<{ token: string }>('POST', '/api/members/login', login)
  return { client: client(newsroom.url, { Authorization: `JWT ${body.token}` }), token: body.token }
}

async function make(collection: string, data: object, query = {}): Promise<Doc> {
  const { body, status } = await editor.send<Written<Doc>>('POST', `/api/${collection}`, data, query)
  if (status !== 201) throw new Error(`${collection} answered ${String(status)}: ${JSON.stringify(body)}`)
  return body.doc
}

function publish(headline: string, more: object = {}): Promise<Doc> {
  return make('stories', { headline, section, tags: [tag], bylines: [{ author, role: 'reporter' }], body: aBody('Some words.'), _status: 'published', ...more })
}

const found = async (who: Client, address: string) => (await who.get<Page<Doc>>(address)).body.docs.map(({ headline, name }) => headline ?? name)

describe('the collections', () => {
  it('have the slugs that the project says', async () => {
    expect(slugs).toEqual({ apiClients: 'programs', articles: 'stories', authors: 'writers', media: 'pictures', sections: 'departments', tags: 'topics', users: 'members' })
    for (const slug of ['stories', 'writers', 'departments', 'topics', 'pictures']) expect((await readers().get(`/api/${slug}`)).status, slug).toBe(200)
    expect((await admin.get('/api/programs')).status).toBe(200)
    for (const slug of ['authors', 'sections', 'api-clients']) expect((await admin.get(`/api/${slug}`)).status, slug).toBe(404)
  })

  it('are told to the browser of whoever is signed in', () => {
    const { admin: ui } = newsroom.payload.config
    expect([ui.user, ui.custom?.[CLIENT_SLUGS]]).toEqual(['members', { ...slugs }])
  })

  it('have the names in GraphQL that Payload makes of the slugs', async () => {
    const query = configToSchema(newsroom.payload.config).schema.getQueryType()
    const names = Object.keys(query instanceof GraphQLObjectType ? query.getFields() : {})
    expect(names).toEqual(expect.arrayContaining(['Story', 'Stories', 'Writer', 'Department', 'Topic', 'Picture', 'Member', 'Program', 'Article', 'Tag']))
    const { id } = await publish('Over GraphQL')
    const { data } = await readers().graphql(`{ Stories(where: { headline: { equals: "Over GraphQL" } }) { docs { headline section { name } bylines { author { name } } } } }`)
    expect(data).toEqual({ Stories: { docs: [{ headline: 'Over GraphQL', section: { name: 'World' }, bylines: [{ author: { name: 'Ann Author' } }] }] } })
    const taken = await editor.graphql(`mutation { updateStory(id: "${id}", data: { pubStatus: canceled }) { id } }`)
    expect(taken.errors).toBeUndefined()
    expect((await readers().get(`/api/stories/${id}`)).status).toBe(410)
  })
})

describe('the project’s own collections of the usual names', () => {
  it('are left as the project means them', async () => {
    const own = await make('articles', { title: 'Anything', headline: 'No field of the project' })
    expect(own).not.toHaveProperty('headline')
    expect((await readers().get<Page<Doc>>('/api/articles?where[title][equals]=Of the project')).body.totalDocs).toBe(1)
    expect((await readers().send('PATCH', `/api/articles/${own.id}`, { title: 'Changed' })).status).toBe(200)
    expect((await readers().send('DELETE', `/api/tags/${(await make('tags', { title: 'Short' })).id}`)).status).toBe(200)
    expect((await readers().get('/api/articles?draft=true')).status).toBe(200)
  })

  it('show a story of the newsroom only to who may read it', async () => {
    const { id: story } = await make('stories', { headline: 'Not out yet' }, { draft: true })
    const { id } = await make('articles', { title: 'About a draft', story })
    expect((await readers().get<Doc>(`/api/articles/${id}`)).body.story ?? null).toBeNull()
    expect((await editor.get<Doc>(`/api/articles/${id}`)).body.story).toMatchObject({ headline: 'Not out yet' })
  })

  it('make nobody of the newsroom: its logins are strangers there', async () => {
    const login = { email: `${randomUUID()}@customer.test`, password: randomUUID() }
    await make('users', login)
    const { body } = await readers().send<{ token: string }>('POST', '/api/users/login', login)
    const customer = client(newsroom.url, { Authorization: `JWT ${body.token}` })
    expect((await customer.get('/api/desk')).status).toBe(403)
    expect((await customer.send('POST', '/api/stories', { headline: 'Mine' }, { draft: true })).status).toBe(403)
    expect(await found(customer, '/api/stories?draft=true&where[headline][equals]=Not out yet')).toEqual([])
  })
})

describe('a story', () => {
  it('is written, searched, and read by its slug, where it has moved too', async () => {
    const { id, slug } = await publish('A walrus sings')
    expect(await found(readers(), '/api/stories?where[search][like]=walrus peace')).toEqual(['A walrus sings'])
    expect(await found(editor, '/api/stories?draft=true&where[search][like]=walrus')).toEqual(['A walrus sings'])
    expect(await found(readers(), '/api/topics?where[search][like]=peace')).toEqual(['Peace'])
    expect((await publish('A walrus sings')).slug).toBe(`${String(slug)}-2`)
    expect((await editor.send('PATCH', `/api/stories/${id}`, { slug: 'the-walrus' })).status).toBe(200)
    const moved = await fetch(`${newsroom.url}/api/stories/by-slug/${String(slug)}`, { redirect: 'manual' })
    expect([moved.status, moved.headers.get('location')]).toEqual([301, '/api/stories/by-slug/the-walrus'])
    const page = await fetch(`${newsroom.url}/articles/${String(slug)}`, { redirect: 'manual' })
    expect([page.status, page.headers.get('location')]).toEqual([301, expect.stringContaining('/articles/the-walrus')])
    expect((await readers().get(`/api/stories/${String(slug)}/jsonld`)).body).toMatchObject({ headline: 'A walrus sings' })
  })

  it('is saved by one at a time, and by nobody else while it is open', async () => {
    const { id } = await make('stories', { headline: 'In two hands' }, { draft: true })
    const saves = await Promise.all(['One', 'Two'].map((headline) => editor.send('PATCH', `/api/stories/${id}`, { headline, revision: 1 }, { draft: true })))
    expect(saves.map(({ status }) => status).sort()).toEqual([200, 409])
    const me = await admin.get<{ user: { id: string } }>('/api/members/me')
    const lock = { document: { relationTo: slugs.articles, value: id }, user: { relationTo: slugs.users, value: me.body.user.id } }
    await newsroom.payload.create({ collection: 'payload-locked-documents', data: lock, overrideAccess: true })
    expect((await editor.send('PATCH', `/api/stories/${id}`, { headline: 'Three' }, { draft: true })).status).toBe(423)
    const { body } = await editor.get<{ columns: { cards: { id: string; openWith: string | null }[] }[] }>('/api/desk')
    expect(body.columns.flatMap(({ cards }) => cards).find((card) => card.id === id)?.openWith).toBe('The admin')
  })

  it('is scheduled over REST and in the admin UI, and published by the job', async () => {
    const { id } = await make('stories', { headline: 'At six', section, bylines: [{ author, role: 'reporter' }], body: aBody('Words.') }, { draft: true })
    expect((await editor.send('POST', `/api/stories/${id}/schedule`, { type: 'publish', at: hoursFromNow(2) })).status).toBe(201)
    expect((await editor.get(`/api/stories/${id}/visibility`)).body).toMatchObject({ schedules: [{ type: 'publish' }] })
    const { user } = await newsroom.payload.auth({ headers: new Headers({ Authorization: `JWT ${editorsToken}` }) })
    const req = await createLocalReq({ user: user as never }, newsroom.payload)
    const asked = { req, doc: { relationTo: slugs.articles, value: id }, type: 'publish', date: new Date(Date.now() + 3_600_000).toISOString() }
    expect(await schedulePublish(asked as never)).toHaveProperty('message')
    const { docs } = await newsroom.payload.find({ collection: 'payload-jobs', where: { 'input.doc.value': { equals: id } } })
    for (const job of docs) await newsroom.payload.update({ collection: 'payload-jobs', id: job.id, data: { waitUntil: hoursFromNow(-1) } })
    await newsroom.payload.jobs.run({ allQueues: true })
    expect((await readers().get(`/api/stories/${id}`)).status).toBe(200)
    const { body } = await editor.get<Page<Doc>>(`/api/article-events?where[article][equals]=${id}&sort=createdAt`)
    expect(body.docs.map(({ kind }) => kind)).toContain('publication')
  })

  it('links to another, has pictures, and leads out in every format', async () => {
    const { id: picture } = await upload()
    const { id: other } = await publish('The other one')
    const text = (words: string) => ({ type: 'text', text: words, version: 1 })
    const link = { type: 'link', version: 3, fields: { linkType: 'internal', doc: { relationTo: 'stories', value: other } }, children: [text('the other one')] }
    const body = { root: { type: 'root', version: 1, direction: 'ltr', format: '', indent: 0, children: [{ type: 'paragraph', version: 1, children: [link] }, { type: 'upload', version: 3, relationTo: 'pictures', value: picture, fields: {}, id: randomUUID() }] } }
    const { id, slug } = await publish('With a link', { body, heroImage: picture })
    const page = await visit(`${newsroom.url}/articles/${String(slug)}`)
    expect(page.values('href', 'a')).toContain('/articles/the-other-one')
    expect(page.values('src', 'img')).toContainEqual(expect.stringMatching(/^\/api\/pictures\/file\//))
    const ninjs = await readers().get(`/api/stories/${id}/ninjs`)
    expect(JSON.stringify(ninjs.body)).toContain('/articles/the-other-one')
    expect(JSON.stringify(ninjs.body)).toContain(`articles/${id}`)
    expect((await editor.send('DELETE', `/api/pictures/${picture}`)).status).toBeGreaterThanOrEqual(400)
    expect((await fetch(`${newsroom.url}/api/pictures/file/nowhere.png`)).status).toBe(404)
    for (const file of ['/feeds/rss.xml', '/feeds/sections/world/atom.xml', '/feeds/tags/peace/feed.json', '/sitemap.xml', '/news-sitemap.xml', '/sections/world', '/authors/ann-author', '/']) {
      expect((await (await fetch(`${newsroom.url}${file}`)).text()), file).toMatch(/with-a-link|With a link/)
    }
    expect(await (await fetch(`${newsroom.url}/robots.txt`)).text()).toContain('Allow: /api/pictures/file/')
  })

  it('is seen by a preview and by a link, before it is out', async () => {
    const { id } = await make('stories', { headline: 'Early' }, { draft: true })
    const preview = await visit(`${newsroom.url}/preview/articles/${id}`, { Cookie: `payload-token=${editorsToken}`, 'Sec-Fetch-Site': 'same-origin' })
    expect(preview.words('h1')).toEqual(['Early'])
    const { url } = await make('share-links', { article: id })
    expect((await visit(`${newsroom.url}${new URL(String(url)).pathname}`)).words('h1')).toEqual(['Early'])
  })
})

async function upload(): Promise<Doc> {
  const form = new FormData()
  form.set('_payload', JSON.stringify({ alt: 'The sea', credit: 'Ann' }))
  form.set('file', new Blob([new Uint8Array(await aPicture().png().toBuffer())], { type: 'image/png' }), 'sea.png')
  const { body, status } = await editor.sendBody<Written<Doc>>('/api/pictures', form)
  if (status !== 201) throw new Error(JSON.stringify(body))
  return body.doc
}

describe('tags, authors and sections', () => {
  it('are merged, moved, listed where unused, and kept while they are used', async () => {
    const { id: goes } = await make('topics', { name: 'Goes', kind: 'subject' })
    const { id: story } = await publish('Of what goes', { tags: [goes] })
    expect((await editor.send('POST', `/api/topics/${goes}/merge`, { into: tag })).body).toEqual({ moved: 1 })
    expect((await readers().get<Doc>(`/api/stories/${story}?depth=0`)).body.tags).toEqual([tag])
    const page = await fetch(`${newsroom.url}/tags/goes`, { redirect: 'manual' })
    expect([page.status, page.headers.get('location')]).toEqual([301, expect.stringContaining('/tags/peace')])
    expect((await admin.send('DELETE', `/api/departments/${section}`)).status).toBe(409)
    const { id: below } = await make('departments', { name: 'Below' })
    expect((await editor.send('POST', `/api/departments/${below}/move`, { parent: section, before: null })).status).toBe(200)
    const unused = await fetch(`${newsroom.url}/api/writers/unused`, { headers: { Authorization: `JWT ${editorsToken}` }, redirect: 'manual' })
    expect([unused.status, unused.headers.get('location')]).toEqual([302, expect.stringContaining('/admin/collections/writers?')])
  })
})

describe('copy', () => {
  const copy = (headline: string) => ['---', `title: ${headline}`, 'section: Imported', 'authors: [Bo Byline]', 'tags: [Wire]', 'date: 2025-02-03', '---', '', 'Words.'].join('\n')

  it('comes in over HTTP, by an editor and by a program with a key, and not with a key of before', async () => {
    const sent = await editor.sendBody<{ reports: { outcome: string; made: string[] }[] }>('/api/import?publish=true&name=one.md', copy('By an editor'), { 'Content-Type': 'text/markdown' })
    expect(sent.body.reports).toMatchObject([{ outcome: 'created' }])
    expect(await found(readers(), '/api/writers?where[name][equals]=Bo Byline')).toEqual(['Bo Byline'])
    const { body } = await admin.send<Written<Doc>>('POST', '/api/programs', { name: 'A program', scopes: ['ingest-publish', 'read-drafts'] })
    const program = client(newsroom.url, { Authorization: `programs API-Key ${String(body.doc.key)}` })
    const by = await program.sendBody<{ reports: { outcome: string }[] }>('/api/import?publish=true&name=two.md', copy('By a program'), { 'Content-Type': 'text/markdown' })
    expect(by.body.reports).toMatchObject([{ outcome: 'created' }])
    expect(await found(program, '/api/stories?draft=true&where[headline][equals]=By a program')).toEqual(['By a program'])
    expect((await client(newsroom.url, { Authorization: `api-clients API-Key ${String(body.doc.key)}` }).get('/api/stories')).status).toBe(401)
    expect((await admin.send('POST', `/api/programs/${body.doc.id}/key`)).status).toBe(200)
    expect((await program.get('/api/stories')).status).toBe(401)
  })

  it('goes through the commands: import, export and password', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'dateline-slugs-'))
    const file = fileURLToPath(new URL('../../../seed/articles/lavrov-north-korea.txt', import.meta.url))
    const imported = await host.run('import', file, '--publish', '--yes')
    expect(imported.code, imported.stderr).toBe(0)
    const exported = await host.run('export', folder, '--format', 'ninjs')
    expect(exported.code, exported.stderr).toBe(0)
    expect((await readdir(folder)).length).toBeGreaterThan(2)
    const login = { email: `${randomUUID()}@newsroom.test`, password: randomUUID() }
    await newsroom.payload.create({ collection: slugs.users, data: { ...login, name: 'Forgetful', roles: ['journalist'] }, overrideAccess: true })
    const { stdout } = await host.run('password', login.email)
    expect((await readers().send('POST', '/api/members/login', { ...login, password: stdout.trim() })).status).toBe(200)
    await rm(folder, { recursive: true })
  })

  it('of the newsroom that ships is loaded, and reads back as it should', async () => {
    await newsroom.payload.delete({ collection: slugs.articles, where: { slug: { contains: 'lavrov' } } })
    const rows = await seedNewsroom(newsroom.payload)
    expect(new Set(rows.map(({ collection }) => collection))).toEqual(new Set(['departments', 'topics', 'writers', 'stories']))
    expect((await verifySeed(newsroom.payload)).filter(({ what }) => !['authors', 'sections', 'tagCount'].includes(what))).toEqual([])
  })
})

describe('the HTTP cache', () => {
  it('keeps answers about stories until one is written', async () => {
    const ask = async () => {
      const response = await fetch(`${newsroom.url}/api/stories?where[headline][contains]=cached&depth=0`)
      return [response.headers.get('x-cache') ?? response.headers.get('age'), ((await response.json()) as Page<Doc>).docs.length]
    }
    const { id } = await publish('Is cached')
    expect((await ask())[1]).toBe(1)
    await publish('Is cached, too')
    expect((await ask())[1]).toBe(2)
    await editor.send('POST', `/api/stories/${id}/unpublish`, {})
    expect((await ask())[1]).toBe(1)
  })
})

it('a request about a story that cannot be answered says its collection', async () => {
  const missing = newsroom.payload.db.name === 'mongoose' ? '0123456789abcdef01234567' : randomUUID()
  const { body, status } = await editor.send('POST', '/api/stories', { headline: 'Wrong', section: missing }, { draft: true })
  expect([status, body]).toEqual([400, { errors: [{ message: `section: there is no document ${missing} in departments.` }] }])
  expect((await readers().get('/api/stories?where[section.nme][equals]=x')).status).toBe(400)
})

it('what the project has is as it was, after all of this', async () => {
  for (const slug of ['articles', 'tags']) expect((await readers().get<Page<Doc>>(`/api/${slug}?where[title][equals]=Of the project`)).body.totalDocs, slug).toBe(1)
})
