import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { getPayload, handleEndpoints, traverseFields } from 'payload'
import type { CollectionConfig, Config, TaskConfig } from 'payload'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { forOwnUsers } from '../../../collections/Users'
import type { NewsroomOptions } from '../../../src/options/options'
import { slugs } from '../../../src/options/slugs'
import { words } from '../../../src/i18n/admin'
import { configToSchema } from '@payloadcms/graphql'
import { answerPlainly } from '../../../src/validation/plainErrors'
import { graphqlRoutes } from '../../../src/routes/graphql'
import { feedRoute } from '../../../src/routes/feeds'
import { readerRoute } from '../../../src/routes/reader'
import { restRoutes } from '../../../src/routes/rest'
import { findClient } from '../../../src/security/apiKeys/findClient'
import { hashKey } from '../../../src/security/apiKeys/key'
import { adapterFor } from '../../helpers/hostAdapter'
import { databaseUrl } from '../../helpers/newsroom'
import { openForRoutes, projectIn } from '../../helpers/projectIn'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dateline-options-'))
})
afterAll(() => rm(folder, { force: true, recursive: true }))

const aProject = (options: NewsroomOptions, own?: Partial<Config>) => projectIn(folder, options, own)

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
      const db = await adapterFor(url)
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
