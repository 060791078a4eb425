import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { buildConfig, getPayload, handleEndpoints, traverseFields } from 'payload'
import type { CollectionConfig, Config, Field, Payload, SanitizedConfig, TaskConfig } from 'payload'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { forOwnUsers } from '../../../collections/Users'
import { databaseAdapter } from '../../../src/database/adapter'
import type { NewsroomOptions } from '../../../src/options/options'
import { slugs } from '../../../src/options/slugs'
import { words } from '../../../src/i18n/admin'
import { newsroom } from '../../../src/plugin/newsroom'
import { configToSchema } from '@payloadcms/graphql'
import { answerPlainly } from '../../../src/validation/plainErrors'
import { graphqlRoutes } from '../../../src/routes/graphql'
import { feedRoute } from '../../../src/routes/feeds'
import { readerRoute } from '../../../src/routes/reader'
import { restRoutes } from '../../../src/routes/rest'
import { findClient } from '../../../src/security/apiKeys/findClient'
import { hashKey } from '../../../src/security/apiKeys/key'
import { databaseUrl } from '../../helpers/newsroom'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dateline-options-'))
})
afterAll(() => rm(folder, { force: true, recursive: true }))

/** A project of its own, on the engine of this run. */
async function aProject(options: NewsroomOptions, own: Partial<Config> = {}): Promise<SanitizedConfig> {
  return buildConfig({
    ...own,
    db: own.db ?? (await databaseAdapter(databaseUrl(folder))),
    editor: lexicalEditor(),
    logger: { options: { level: 'silent' } },
    plugins: [newsroom({ mediaDir: path.join(folder, 'media'), ...options })],
    secret: 'a secret for tests only',
    telemetry: false,
    typescript: { autoGenerate: false },
  })
}

/** Opens a project where the routes look for it, until the test ends. */
async function openForRoutes(config: SanitizedConfig): Promise<Payload> {
  const payload = await getPayload({ config })
  onTestFinished(async () => {
    await payload.destroy()
    const opened: typeof globalThis & { _payload?: Map<string, unknown> } = globalThis
    opened._payload?.delete('default')
  })
  return payload
}

describe('a project', () => {
  it('adds a field, a hook and a collection of its own, and the rules stay', async () => {
    const page = { name: 'printPage', type: 'number' } as const
    const pages: CollectionConfig = { slug: 'pages', access: { read: () => true }, fields: [{ name: 'title', type: 'text' }] }
    const override: NonNullable<NewsroomOptions['articles']>['override'] = ({ defaultCollection }) => ({ ...defaultCollection, fields: [...defaultCollection.fields, page] })
    const config = await aProject({ articles: { override }, tags: { override: ({ defaultCollection }) => ({ ...defaultCollection, access: { ...defaultCollection.access, read: () => false } }) } }, { collections: [pages] })
    const payload = await getPayload({ config, key: 'options' })
    onTestFinished(() => payload.destroy())
    const section = await payload.create({ collection: 'sections', data: { name: 'World', slug: 'world' } })
    const { id } = await payload.create({ collection: 'articles', draft: true, data: { headline: 'Page one', section: section.id, ...{ printPage: 1 } } })
    await payload.create({ collection: 'tags', data: { name: 'Peace', slug: 'peace', kind: 'subject' } })
    const get = (address: string) => handleEndpoints({ config, path: address.split('?')[0] ?? '', payloadInstanceCacheKey: 'options', request: new Request(`http://127.0.0.1${address}`) })
    expect(await payload.findByID({ collection: 'articles', id, draft: true })).toMatchObject({ headline: 'Page one', printPage: 1 })
    expect((await get(`/api/articles/${String(id)}`)).status).toBe(404)
    expect(await (await get('/api/articles')).json()).toMatchObject({ totalDocs: 0 })
    expect((await get('/api/tags')).status).toBe(403)
    expect((await get('/api/pages')).status).toBe(200)
  })

  it('may have several languages, and an article has one', async () => {
    const { collections } = await aProject({}, { localization: { defaultLocale: 'en', locales: ['en', 'de'] } })
    const localized: string[] = []
    for (const { fields, slug } of collections) {
      traverseFields({ fields, callback: ({ field }) => void ('localized' in field && field.localized && localized.push(`${slug}.${'name' in field ? field.name : ''}`)) })
    }
    expect(localized).toEqual([])
  })

  it('adds tasks, words and limits of its own, and says who runs jobs', async () => {
    const task: TaskConfig<{ input: object; output: object }> = { slug: 'countPages', handler: () => ({ output: {} }) }
    const config = await aProject({}, {
      i18n: { translations: { en: { pages: { one: 'Page' } } } },
      jobs: { access: { run: () => true }, tasks: [task] },
      upload: { limits: { fileSize: 1e12 }, uriDecodeFileNames: true },
    })
    const payload = await getPayload({ config, key: 'options-jobs' })
    onTestFinished(() => payload.destroy())
    const { i18n, jobs, upload } = config
    const run = await handleEndpoints({ config, path: '/api/payload-jobs/run', payloadInstanceCacheKey: 'options-jobs', request: new Request('http://127.0.0.1/api/payload-jobs/run') })
    expect(jobs.tasks?.map(({ slug }) => slug)).toContain('countPages')
    expect(run.status).toBe(200)
    expect(i18n.translations.en).toMatchObject({ general: words.en.general, pages: { one: 'Page' } })
    expect(upload).toMatchObject({ uriDecodeFileNames: true })
    expect(upload.limits?.fileSize).toBeLessThan(1e9)
  })
})

describe('a newsroom that is disabled', () => {
  it('keeps its documents, which nobody reaches, and has them when it is enabled again', async () => {
    const url = databaseUrl(await mkdtemp(path.join(folder, 'disabled-')))
    const open = async (options: NewsroomOptions, key: string) => {
      const db = await databaseAdapter(url)
      const config = await aProject(options, { collections: [{ slug: 'pages', access: { read: () => true }, fields: [{ name: 'story', type: 'relationship', relationTo: 'articles' }] }], db })
      return { config, payload: await getPayload({ config, key }) }
    }
    const section = { name: 'Kept', slug: 'kept' }
    const enabled = await open({}, 'enabled')
    await enabled.payload.create({ collection: 'sections', data: section })
    await enabled.payload.destroy()
    const { config, payload } = await open({ disabled: true }, 'disabled')
    const get = async (address: string) => (await handleEndpoints({ config, path: address, payloadInstanceCacheKey: 'disabled', request: new Request(`http://127.0.0.1${address}`) })).status
    expect(await Promise.all(['/api/sections', '/api/articles', '/api/redirects', '/api/pages'].map(get))).toEqual([501, 501, 501, 200])
    const headers = { Authorization: `${slugs.apiClients} API-Key a-key` }
    expect(await findClient(new Headers(headers), payload)).toEqual({ fault: 'This server takes no API keys.' })
    const nowhere = await answerPlainly(() => handleEndpoints({ config, path: '/api/articles', payloadInstanceCacheKey: 'disabled', request: new Request('http://127.0.0.1/api/articles') }))(new Request('http://127.0.0.1/api/articles'), {})
    expect([nowhere.status, await nowhere.json()]).toEqual([404, { errors: [{ message: 'There is nothing at this address.' }] }])
    expect(Object.keys(configToSchema(config).schema.getQueryType()?.getFields() ?? {})).toContain('Pages')
    expect((await payload.find({ collection: 'sections', overrideAccess: true })).docs).toMatchObject([section])
    await payload.destroy()
    const again = await open({}, 'enabled again')
    onTestFinished(() => again.payload.destroy())
    expect((await again.payload.find({ collection: 'sections', overrideAccess: false })).docs).toMatchObject([section])
  })
})

describe('parts that are turned off', () => {
  it('answer as if they were not there, and leave the rest as it is', async () => {
    const config = await aProject({ apiClients: false, desk: false, feeds: false, import: false, site: { url: 'https://news.example' } })
    const payload = await openForRoutes(config)
    const section = await payload.create({ collection: 'sections', data: { name: 'World', slug: `world-${randomUUID()}` } })
    await payload.create({ collection: 'api-clients', data: { name: 'A program', keyHash: hashKey('a key') } })
    const rest = restRoutes(Promise.resolve(config))
    const ask = (method: 'GET' | 'POST', address: string, headers: Record<string, string> = {}) =>
      rest[method](new Request(`http://127.0.0.1/api/${address}`, { method, headers, body: method === 'POST' ? 'Copy.' : null }), { params: Promise.resolve({ slug: address.split('/') }) })
    expect((await ask('POST', 'import', { 'Content-Type': 'text/plain' })).status).toBe(404)
    for (const address of ['desk', 'imports', 'import-items', 'api-clients']) expect((await ask('GET', address)).status, address).toBeGreaterThanOrEqual(404)
    const withKey = await ask('GET', 'articles', { Authorization: `${slugs.apiClients} API-Key a key` })
    expect([withKey.status, await withKey.json()]).toEqual([401, { errors: [{ message: 'This server takes no API keys.' }] }])
    const feed = feedRoute(Promise.resolve(config))
    expect((await feed(new Request('http://127.0.0.1/feeds/rss.xml'), { params: Promise.resolve({ path: ['rss.xml'] }) })).status).toBe(404)
    const front = await (await readerRoute(Promise.resolve(config))(new Request('http://127.0.0.1/'))).text()
    expect(front).toContain('World')
    expect(front).not.toContain('/feeds/')
    expect(config.admin.components.views?.dashboard).toBeUndefined()
    expect(await (await ask('GET', `sections/${section.id}`)).json()).toMatchObject({ name: 'World' })
    expect(await payload.db.find({ collection: 'payload-kv', where: { key: { like: 'delivery:' } } })).toMatchObject({ docs: [] })
  })
})

describe('own users and media', () => {
  const readers: CollectionConfig[] = [
    { slug: 'users', auth: true, access: { create: () => true }, fields: [{ name: 'name', type: 'text' }] },
    { slug: 'media', upload: { staticDir: 'own' }, access: { read: () => true }, fields: [] },
  ]

  it('keep their rules, and get those of the newsroom for the rest', async () => {
    const { collections } = await aProject({}, { collections: readers })
    const [users, media] = ['users', 'media'].map((slug) => collections.find((each) => each.slug === slug))
    expect(users?.access.create).toBe(readers[0]?.access?.create)
    expect(users?.flattenedFields.map(({ name }) => name)).toEqual(expect.arrayContaining(['name', 'roles', 'author', 'email']))
    expect(media?.access.read).toBe(readers[1]?.access?.read)
    expect(media?.flattenedFields.map(({ name }) => name)).toEqual(expect.arrayContaining(['alt', 'credit', 'createdBy']))
    expect(media?.hooks.beforeDelete).toHaveLength(1)
  })

  it('give programs with an API key no more than a stranger, over REST and GraphQL', async () => {
    const signedIn: NonNullable<CollectionConfig['access']>['read'] = ({ req }) => Boolean(req.user)
    const orders: CollectionConfig = { slug: 'orders', fields: [{ name: 'buyer', type: 'text' }, { name: 'price', type: 'number', access: { read: ({ req }) => Boolean(req.user) } }, { name: 'story', type: 'relationship', relationTo: 'articles' }], access: { read: signedIn } }
    const open: CollectionConfig = { ...orders, slug: 'prices', access: { read: () => true } }
    const config = await aProject({}, {
      collections: [orders, open],
      endpoints: [{ path: '/who', method: 'get', handler: ({ user }) => Response.json({ user: user?.collection ?? null }) }],
      globals: [{ slug: 'header', access: { update: signedIn }, fields: [{ name: 'title', type: 'text' }] }],
    })
    const payload = await openForRoutes(config)
    const program = await payload.create({ collection: 'api-clients', data: { name: 'A program', scopes: ['read-drafts', 'ingest-publish'] } })
    const { id: section } = await payload.create({ collection: 'sections', data: { name: 'World', slug: `world-${randomUUID()}` } })
    const { id: story } = await payload.create({ collection: 'articles', draft: true, data: { headline: 'Hidden', section } })
    const row = { buyer: 'Ann', price: 5, story }
    for (const collection of ['orders', 'prices'] as const) await payload.create({ collection: collection as never, data: row as never })
    const key = { Authorization: `${slugs.apiClients} API-Key ${String(program.key)}`, 'Content-Type': 'application/json' }
    const rest = restRoutes(Promise.resolve(config))
    const ask = async (method: 'GET' | 'POST', address: string, headers: Record<string, string>, body?: string) => {
      const response = await rest[method](new Request(`http://127.0.0.1/api/${address}`, { method, headers, body: body ?? null }), { params: Promise.resolve({ slug: address.split('?')[0]?.split('/') ?? [] }) })
      return { status: response.status, body: (await response.json()) as { docs?: object[]; user?: string | null } }
    }
    expect((await ask('GET', 'orders', key)).status).toBe(403)
    expect((await ask('POST', 'orders', key, '{"buyer":"A program"}')).status).toBe(403)
    expect((await ask('POST', 'globals/header', key, '{"title":"No"}')).status).toBe(403)
    expect((await ask('GET', 'who', key)).body).toEqual({ user: null })
    const [seen] = (await ask('GET', 'prices?depth=2&limit=500', key)).body.docs ?? []
    expect(seen).toMatchObject({ buyer: 'Ann' })
    expect(seen).not.toHaveProperty('price')
    expect(JSON.stringify(seen)).not.toContain(story)
    expect((await ask('GET', `prices?where[story.headline][equals]=Hidden`, {})).status).toBe(400)
    const query = JSON.stringify({ query: '{ Orders { totalDocs } }' })
    const told = await graphqlRoutes(Promise.resolve(config)).POST(new Request('http://127.0.0.1/api/graphql', { method: 'POST', headers: key, body: query }), { params: Promise.resolve({}) })
    expect(await told.json()).toMatchObject({ data: { Orders: null } })
    expect((await ask('GET', 'articles?draft=true', key)).body.docs).toContainEqual(expect.objectContaining({ id: story }))
  })

  it('sign in with keys of their own, which the newsroom leaves alone', async () => {
    const robots: CollectionConfig = { slug: 'robots', auth: { disableLocalStrategy: true, useAPIKey: true }, fields: [] }
    const config = await aProject({}, { collections: [robots], endpoints: [{ path: '/who', method: 'get', handler: ({ user }) => Response.json({ user: user?.collection ?? null }) }] })
    const payload = await openForRoutes(config)
    const apiKey = randomUUID()
    await payload.create({ collection: 'robots' as never, data: { enableAPIKey: true, apiKey } as never })
    const rest = restRoutes(Promise.resolve(config))
    const who = async (key: string) => rest.GET(new Request('http://127.0.0.1/api/who', { headers: { Authorization: `robots API-Key ${key}` } }), { params: Promise.resolve({ slug: ['who'] }) })
    expect(await (await who(apiKey)).json()).toEqual({ user: 'robots' })
    expect(await (await who('another')).json()).toEqual({ user: null })
  })

  it('keep their rules where the newsroom is disabled: who may change a login stays the same', async () => {
    const { collections } = await aProject({ disabled: true }, { collections: [{ slug: 'users', auth: true, fields: [] }, { slug: 'media', upload: true, fields: [] }] })
    const users = collections.find(({ slug }) => slug === 'users')
    expect(users?.access).toMatchObject(forOwnUsers.access)
  })

  it('keep their tables and nothing else where the newsroom is disabled', async () => {
    const { collections } = await aProject({ disabled: true }, { collections: readers })
    const [users, media] = ['users', 'media'].map((slug) => collections.find((each) => each.slug === slug))
    expect(users?.flattenedFields.map(({ name }) => name)).toContain('roles')
    expect([users?.hooks.beforeChange, users?.hooks.beforeDelete, media?.hooks.beforeDelete]).toEqual([[], [], []])
  })
})

const without = (...names: string[]) => ({ fields }: CollectionConfig) => ({ fields: fields.filter((field) => !('name' in field) || !names.includes(field.name)) })

/** What overrides remove that the newsroom needs. */
const OVERRIDES: [option: string, change: (ours: CollectionConfig) => Partial<CollectionConfig>, message: string][] = [
  ['articles', () => ({ versions: { drafts: true } }), 'changes drafts: write versions: { ...defaultCollection.versions, … } without drafts.'],
  ['articles', () => ({ versions: false }), 'changes drafts'],
  ['articles', () => ({ trash: false }), 'turns the trash off: leave it on (trash: true).'],
  ['articles', () => ({ fields: [] }), 'removes the field "body": leave it in'],
  ['tags', () => ({ fields: [] }), 'removes the field "name"'],
  ['tags', without('slug'), 'removes the field "slug"'],
  ['tags', ({ fields }) => ({ fields: [{ name: 'id', type: 'number' }, ...fields] }), 'has a field "id": leave it out'],
  ['users', without('roles'), 'removes the field "roles"'],
]

describe('a wrong option stops the start, with what to write', () => {
  it.each<[object, string]>([
    [{ sites: { url: 'https://news.example' } }, 'newsroom: there is no option "sites": did you mean site?'],
    [{ site: { url: 'news.example' } }, 'newsroom: site.url "news.example" is not the address of a site: write it as https://example.com, without a slash at the end.'],
    [{ site: { url: 'https://news.example/' } }, 'without a slash at the end'],
    [{ timeZone: 'Berlin' }, 'newsroom: timeZone "Berlin" is not a time zone: write its IANA name, such as Europe/Berlin.'],
    [{ site: {} }, 'newsroom: site.url is missing: write the address of the site, such as https://example.com.'],
    [{ site: { url: 'https://news.example', nme: 'x' } }, 'newsroom: site has no "nme": did you mean name?'],
    [{ site: { url: 'https://news.example', hasReader: 'no' } }, 'newsroom: site.hasReader is true or false, not "no".'],
    [{ site: { url: 'https://news.example', language: 'xx_yy' } }, 'newsroom: site.language "xx_yy" is not a language'],
    [{ site: 'https://news.example' }, 'newsroom: site is an object'],
    [{ desk: 'off' }, 'newsroom: desk is true or false, not "off".'],
    [{ tags: false }, 'newsroom: tags takes { slug: \'…\', override: ({ defaultCollection }) => … }.'],
    [{ apiClients: { disabled: 'yes' } }, 'newsroom: apiClients.disabled is true or false, not "yes".'],
    [{ jobs: 'yes' }, 'newsroom: jobs is on or off, not "yes".'],
    [{ articles: { slgu: 'stories', override: 'x' } }, 'newsroom: articles.override is a function: ({ defaultCollection }) => ({ ...defaultCollection, … }).\nnewsroom: articles has no "slgu": did you mean slug?'],
    [{ articles: { override: ({ defaultCollection }: { defaultCollection: CollectionConfig }) => ({ ...defaultCollection, slug: 'posts' }) } }, 'newsroom: the override of articles changes the slug to "posts": say it beside the override, as in { slug: \'posts\', override: … }.'],
    ...OVERRIDES.map(([option, change, message]): [object, string] => [{ [option]: { override: ({ defaultCollection }: { defaultCollection: CollectionConfig }) => ({ ...defaultCollection, ...change(defaultCollection) }) } }, `newsroom: the override of ${option} ${message}`]),
    [{ articles: { override: () => undefined } }, 'newsroom: the override of articles gives no collection: return { ...defaultCollection, … }.'],
  ])('%j', async (options, message) => {
    await expect(aProject(options)).rejects.toThrow(message)
  })

  it.each<[string, Field, string]>([
    ['users', { name: 'roles', type: 'select', options: ['admin', 'user'] }, 'newsroom: the field "roles" of users must be a select of admin, editor, journalist with several values, not a select of admin, user: give yours another name.'],
    ['users', { type: 'row', fields: [{ name: 'author', type: 'text' }] }, 'newsroom: the field "author" of users must be a relationship to authors, not a text: give yours another name.'],
    ['media', { name: 'credit', type: 'json' }, 'newsroom: the field "credit" of media must be a text, not of type json: give yours another name.'],
  ])('own %s with a field that holds something else', async (slug, field, message) => {
    const own: CollectionConfig = { slug, ...(slug === 'users' ? { auth: true } : { upload: true }), fields: [field] }
    await expect(aProject({}, { collections: [own] })).rejects.toThrow(message)
  })

  it('a database that is no file', async () => {
    const db = sqliteAdapter({ client: { url: ':memory:' } })
    await expect(async () => getPayload({ config: await aProject({}, { db }), key: 'in memory' })).rejects.toThrow('The database ":memory:" cannot be used: sqliteAdapter() takes a file: URL.')
  })

  it('a project that the newsroom cannot be kept in', async () => {
    await expect(async () => newsroom(null as never)({} as Config)).rejects.toThrow('newsroom: pass an object of options')
    await expect(aProject({}, { collections: [{ slug: 'media', fields: [] }] })).rejects.toThrow('newsroom: the collection "media" has no upload')
    await expect(aProject({}, { collections: [{ slug: 'users', fields: [] }] })).rejects.toThrow('newsroom: the collection "users" has no auth')
    await expect(aProject({ users: { slug: 'members' } }, { admin: { user: 'admins' }, collections: [{ slug: 'admins', auth: true, fields: [] }] })).rejects.toThrow('newsroom: people sign in by one collection, but users.slug is "members" and admin.user is "admins": write the same slug in both.')
    await expect(aProject({}, { globals: [{ slug: 'articles', fields: [] }] })).rejects.toThrow('newsroom: the project has a collection or global "articles" of its own')
  })

  it.each<[NewsroomOptions, CollectionConfig[], string]>([
    [{ articles: { slug: 'members-sessions' } }, [{ slug: 'members', auth: true, fields: [] }], 'newsroom: articles.slug "members-sessions" would share a table with "members": write another.'],
    [{ tags: { slug: 'pages-topics' } }, [{ slug: 'pages', fields: [{ type: 'row', fields: [{ name: 'topics', type: 'array', fields: [{ name: 'word', type: 'text' }] }] }] }], 'newsroom: tags.slug "pages-topics" would share a table with "pages": write another.'],
    [{ tags: { slug: 'pages-blocks-quote' } }, [{ slug: 'pages', fields: [{ name: 'layout', type: 'blocks', blocks: [{ slug: 'quote', fields: [] }] }] }], 'would share a table with "pages"'],
    [{ articles: { slug: 'stories' } }, [{ slug: 'stories-bylines', fields: [] }], 'newsroom: articles.slug "stories" would share a table with "stories-bylines": write another.'],
  ])('a slug whose table is one of another collection: %j', async (options, collections, message) => {
    await expect(aProject(options, { collections })).rejects.toThrow(message)
  })

  it('but not one that only begins like another', async () => {
    await expect(aProject({ articles: { slug: 'news' }, tags: { slug: 'news-tags' } }, { collections: [{ slug: 'news-letters', fields: [] }] })).resolves.toBeDefined()
  })

  it('a collection with a slug of the newsroom that can have another', async () => {
    await expect(aProject({}, { collections: [{ slug: 'tags', fields: [] }] })).rejects.toThrow('newsroom: the project has a collection or global "tags" of its own, as the newsroom has: give yours another slug, or the newsroom\'s, as in tags: { slug: \'topics\' }.')
  })

  it.each(['imports', 'redirects'])('a collection with a slug of the newsroom: %s', async (slug) => {
    await expect(aProject({}, { collections: [{ slug, fields: [] }] })).rejects.toThrow(`newsroom: the project has a collection or global "${slug}" of its own, as the newsroom has: give yours another slug, and rename its tables (docs/install.md).`)
  })
})
