import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { buildConfig, getPayload, handleEndpoints } from 'payload'
import type { CollectionConfig, Config, Payload, SanitizedConfig } from 'payload'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { NewsroomOptions } from '../../../src/options/options'
import { slugs } from '../../../src/options/slugs'
import { newsroom } from '../../../src/plugin/newsroom'
import { findClient } from '../../../src/security/apiKeys/findClient'
import { hashKey } from '../../../src/security/apiKeys/key'
import { adapterFor } from '../../helpers/hostAdapter'
import { databaseUrl } from '../../helpers/newsroom'

const RENAMED: NewsroomOptions = { articles: { slug: 'stories' }, authors: { slug: 'order' }, sections: { slug: 'departments' }, tags: { slug: 'topics' } }

const folders: string[] = []
let url: string

beforeEach(async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'dateline-slugs-'))
  folders.push(folder)
  url = databaseUrl(folder)
})
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { force: true, recursive: true }))))

let opened = 0

/** Does something in a project on the database of the test, which is closed afterwards. */
async function within<T>(options: NewsroomOptions, run: (payload: Payload, get: (address: string) => Promise<Response>) => Promise<T>, own: Partial<Config> = {}): Promise<T> {
  const key = `slugs ${String(opened++)}`
  const config = await project(options, own)
  const payload = await getPayload({ config, key })
  const get = (address: string) => handleEndpoints({ config, path: address.split('?')[0] ?? '', payloadInstanceCacheKey: key, request: new Request(`http://127.0.0.1${address}`) })
  return run(payload, get).finally(() => payload.destroy())
}

async function project(options: NewsroomOptions, own: Partial<Config>): Promise<SanitizedConfig> {
  return buildConfig({ ...own, db: await adapterFor(url), editor: lexicalEditor(), logger: { options: { level: 'silent' } }, plugins: [newsroom(options)], secret: 'a secret for tests only', telemetry: false, typescript: { autoGenerate: false } })
}

describe('a slug that is changed on a database that has documents', () => {
  it('has a table of its own, and the old one is there when it is changed back', async () => {
    const write = (name: string) => async (payload: Payload) => {
      const section = await payload.create({ collection: slugs.sections, data: { name: 'World', slug: 'world' } })
      await payload.create({ collection: slugs.authors, data: { name: `${name} author`, slug: '', role: 'journalist' } })
      await payload.create({ collection: slugs.articles, draft: true, data: { headline: `${name} walrus`, section: section.id } })
    }
    const found = async (payload: Payload) => {
      const where = { search: { like: 'walrus' } }
      const articles = await payload.find({ collection: slugs.articles, draft: true, where })
      const authors = await payload.find({ collection: slugs.authors, where: { search: { like: 'author' } } })
      return [...articles.docs.map(({ headline }) => headline), ...authors.docs.map(({ name }) => name)]
    }
    await within({}, write('First'))
    await within(RENAMED, write('Second'))
    expect(await within(RENAMED, found)).toEqual(['Second walrus', 'Second author'])
    expect(await within({}, found)).toEqual(['First walrus', 'First author'])
    await within({}, (payload) => payload.delete({ collection: slugs.articles, where: { headline: { exists: true } } }))
    expect(await within({}, found)).toEqual(['First author'])
    expect(await within(RENAMED, found)).toEqual(['Second walrus', 'Second author'])
  })
})

describe('a newsroom with other slugs', () => {
  it('lets two collections swap theirs', async () => {
    const swapped: NewsroomOptions = { articles: { slug: 'tags' }, tags: { slug: 'articles' } }
    await within(swapped, async (payload, get) => {
      const tag = await payload.create({ collection: slugs.tags, data: { name: 'Peace', slug: 'peace', kind: 'subject' } })
      await payload.create({ collection: slugs.articles, draft: true, data: { headline: 'Not out yet', tags: [tag.id] } })
      expect(await (await get('/api/articles')).json()).toMatchObject({ docs: [{ name: 'Peace' }] })
      expect(await (await get('/api/tags')).json()).toMatchObject({ totalDocs: 0 })
      expect((await payload.find({ collection: slugs.articles, draft: true, where: { search: { like: 'peace' } } })).docs).toMatchObject([{ headline: 'Not out yet' }])
    })
  })

  it('can be disabled', async () => {
    const own: CollectionConfig[] = [{ slug: 'articles', access: { read: () => true }, fields: [{ name: 'story', type: 'relationship', relationTo: 'stories' as never }] }]
    await within({ ...RENAMED, disabled: true }, async (payload, get) => {
      expect(await Promise.all(['/api/stories', '/api/order', '/api/topics', '/api/articles'].map(async (address) => (await get(address)).status))).toEqual([501, 501, 501, 200])
      expect((await payload.find({ collection: slugs.sections, overrideAccess: true })).totalDocs).toBe(0)
    }, { collections: own })
  })

  it('takes no API keys where these are turned off, and keeps their table', async () => {
    const own: CollectionConfig[] = [{ slug: 'api-clients', access: { read: () => true }, fields: [{ name: 'title', type: 'text' }] }]
    await within({ apiClients: { slug: 'programs', disabled: true } }, async (payload, get) => {
      await payload.create({ collection: slugs.apiClients, data: { name: 'A program', keyHash: hashKey('a key') } })
      expect(await findClient(new Headers({ Authorization: 'programs API-Key a key' }), payload)).toEqual({ fault: 'This server takes no API keys.' })
      expect([(await get('/api/programs')).status, (await get('/api/api-clients')).status]).toEqual([404, 200])
    }, { collections: own })
  })

  it('joins the logins that the project signs in with, by admin.user alone', async () => {
    const { admin, collections } = await project({}, { admin: { user: 'staff_members' }, collections: [{ slug: 'staff_members', auth: true, fields: [] }, { slug: 'users', auth: true, fields: [] }] })
    const [staff, users] = ['staff_members', 'users'].map((slug) => collections.find((each) => each.slug === slug)?.flattenedFields.map(({ name }) => name))
    expect([admin.user, slugs.users]).toEqual(['staff_members', 'staff_members'])
    expect(staff).toContain('roles')
    expect(users).not.toContain('roles')
  })
})
