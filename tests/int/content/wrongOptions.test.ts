import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import { getPayload } from 'payload'
import type { CollectionConfig, Config, Field } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { NewsroomOptions } from '../../../src/options/options'
import { newsroom } from '../../../src/plugin/newsroom'
import { projectIn } from '../../helpers/projectIn'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dateline-options-'))
})
afterAll(() => rm(folder, { force: true, recursive: true }))

const aProject = (options: NewsroomOptions, own?: Partial<Config>) => projectIn(folder, options, own)

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
