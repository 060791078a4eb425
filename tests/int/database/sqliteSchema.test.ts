import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

import type { CollectionConfig, Field } from 'payload'
import { describe, expect, it } from 'vitest'

import { DatabaseSchemaError } from '../../../src/database/schemaError'
import { openClient } from '../../../src/database/sqlite/client'
import type { Newsroom } from './support/newsroom'
import { openNewsroom } from './support/newsroom'
import { tempDir } from './support/tempDir'

const sections: CollectionConfig = { fields: [{ name: 'name', type: 'text' }], slug: 'sections' }

const bylines: Field = { fields: [{ name: 'credit', type: 'text' }], name: 'bylines', type: 'array' }
const section: Field = { name: 'section', relationTo: 'sections', type: 'relationship' }
const related: Field = { hasMany: true, name: 'related', relationTo: 'articles', type: 'relationship' }
const kind: Field = { name: 'kind', options: ['news', 'opinion'], type: 'select' }
const labels: Field = { hasMany: true, name: 'labels', options: ['local', 'world'], type: 'select' }
const title: Field = { name: 'title', required: true, type: 'text' }
const subtitle: Field = { name: 'subtitle', required: true, type: 'text' }

const firstFields = [title, subtitle, kind, labels, section, related, bylines]

function articles(fields: Field[], rest: Partial<CollectionConfig> = {}): CollectionConfig {
  return { fields, slug: 'articles', ...rest }
}

/** A database file written by the first version of a model: one section, two articles, of which the second names the first. */
async function firstVersion(): Promise<{ dir: string; url: string }> {
  const dir = await tempDir()
  const url = `file:${join(dir, 'dateline.db')}`
  const { destroy, store } = await openNewsroom(url, [sections, articles(firstFields)])
  const { id: sectionId } = await store.create({ collection: 'sections', data: { name: 'Politics' } })
  const data = { bylines: [{ credit: 'one' }, { credit: 'two' }], section: sectionId, kind: 'news', labels: ['local', 'world'] }
  const { id } = await store.create({ collection: 'articles', data: { ...data, subtitle: 'under a', title: 'a' } })
  await store.create({ collection: 'articles', data: { ...data, related: [id], subtitle: 'under b', title: 'b' } })
  await destroy()
  return { dir, url }
}

const everything = [
  expect.objectContaining({
    bylines: [expect.objectContaining({ credit: 'one' }), expect.objectContaining({ credit: 'two' })],
    section: expect.objectContaining({ name: 'Politics' }) as unknown,
    kind: 'news',
    labels: ['local', 'world'],
    title: 'a',
  }),
  expect.objectContaining({
    bylines: [expect.objectContaining({ credit: 'one' }), expect.objectContaining({ credit: 'two' })],
    related: [expect.objectContaining({ title: 'a' })],
    title: 'b',
  }),
] as unknown[]

async function articlesIn({ store }: Newsroom): Promise<Record<string, unknown>[]> {
  return (await store.find({ collection: 'articles', sort: 'title' })).docs
}

async function backupsIn(dir: string): Promise<string[]> {
  return (await readdir(dir)).filter((name) => name.endsWith('.bak'))
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = await openClient(url)
  try {
    return (await client.execute(sql)).rows.map((row) => ({ ...row }))
  } finally {
    client.close()
  }
}

describe('A SQLite database whose content model has changed', { timeout: 30_000 }, () => {
  it('is left alone while the model stays the same', async () => {
    const { dir, url } = await firstVersion()
    const [before] = await query(url, 'select applied_at from dateline_schema')
    const newsroom = await openNewsroom(url, [sections, articles(firstFields)])
    expect(await articlesIn(newsroom)).toEqual(everything)
    expect(await query(url, 'select applied_at from dateline_schema')).toEqual([before])
    expect(await backupsIn(dir)).toEqual([])
  })

  it('takes a new field, and keeps arrays, relationships and choices', async () => {
    const { dir, url } = await firstVersion()
    const newsroom = await openNewsroom(url, [sections, articles([...firstFields, { index: true, name: 'place', type: 'text' }])])
    expect(await articlesIn(newsroom)).toEqual(everything)
    await newsroom.store.create({ collection: 'articles', data: { place: 'Kyiv', subtitle: 'under c', title: 'c' } })
    expect((await articlesIn(newsroom)).map(({ place }) => place ?? null)).toEqual([null, null, 'Kyiv'])
    expect(await backupsIn(dir)).toHaveLength(1)
  })

  it('copies the database as it was, before it rewrites rows, and says where', async () => {
    const { dir, url } = await firstVersion()
    const { lines } = await openNewsroom(url, [sections, articles([...firstFields, { name: 'place', type: 'text' }])])
    const [backup = ''] = await backupsIn(dir)
    expect(await query(`file:${join(dir, backup)}`, 'select title, subtitle from articles order by title')).toEqual([
      { subtitle: 'under a', title: 'a' },
      { subtitle: 'under b', title: 'b' },
    ])
    expect(lines.join('')).toContain(backup)
  })

  it('keeps the values of a removed field, takes documents without it, and gives them back when it returns', async () => {
    const { url } = await firstVersion()
    const second = await openNewsroom(url, [sections, articles(firstFields.filter((field) => field !== subtitle))])
    await second.store.create({ collection: 'articles', data: { title: 'c' } })
    expect(second.lines.join('')).toContain('articles.subtitle')
    await second.destroy()
    const third = await openNewsroom(url, [sections, articles(firstFields)])
    expect((await articlesIn(third)).map((article) => article.subtitle ?? null)).toEqual(['under a', 'under b', null])
  })

  it('asks nothing when a field is renamed, and keeps the old values beside', async () => {
    const { url } = await firstVersion()
    const standfirst: Field = { name: 'standfirst', type: 'text' }
    const newsroom = await openNewsroom(url, [sections, articles([title, standfirst, ...firstFields.slice(2)])])
    expect(await articlesIn(newsroom)).toEqual(everything)
    expect(await query(url, 'select subtitle, standfirst from articles order by title')).toEqual([
      { standfirst: null, subtitle: 'under a' },
      { standfirst: null, subtitle: 'under b' },
    ])
  })

  it('keeps the rows of a removed array and a removed relationship', async () => {
    const { url } = await firstVersion()
    const second = await openNewsroom(url, [sections, articles([title, subtitle, kind])])
    await second.store.create({ collection: 'articles', data: { subtitle: 'under c', title: 'c' } })
    await second.destroy()
    const third = await openNewsroom(url, [sections, articles(firstFields)])
    expect((await articlesIn(third)).slice(0, 2)).toEqual(everything)
  })

  it('takes a new required field on a table with rows, which then have no value until they are next saved', async () => {
    const { url } = await firstVersion()
    const required: Field[] = [
      { name: 'slug', required: true, type: 'text', unique: true },
      { name: 'editor', relationTo: 'users', required: true, type: 'relationship' },
      { defaultValue: 'en', name: 'language', required: true, type: 'text' },
    ]
    const newsroom = await openNewsroom(url, [sections, articles([...firstFields, ...required])])
    expect(await articlesIn(newsroom)).toEqual(everything)
    const [article] = await articlesIn(newsroom)
    expect(article).toMatchObject({ language: 'en' })
    await expect(newsroom.store.update({ collection: 'articles', data: { title: 'A' }, id: article?.id })).rejects.toThrow(/Slug/)
  })

  it('enforces a required field in the database once every row has a value', async () => {
    const { url } = await firstVersion()
    const slug: Field = { name: 'slug', required: true, type: 'text' }
    const second = await openNewsroom(url, [sections, articles([...firstFields, slug])])
    for (const { id } of await articlesIn(second)) await second.store.update({ collection: 'articles', data: { slug: String(id) }, id })
    await second.destroy()
    await openNewsroom(url, [sections, articles([...firstFields, slug, { name: 'place', type: 'text' }])])
    expect(await query(url, `select "notnull" from pragma_table_info('articles') where name = 'slug'`)).toEqual([{ notnull: 1 }])
  })

  it('takes changed choices without rewriting a row', async () => {
    const { dir, url } = await firstVersion()
    const wider: Field = { name: 'kind', options: ['news', 'opinion', 'analysis'], type: 'select' }
    const newsroom = await openNewsroom(url, [sections, articles(firstFields.map((field) => (field === kind ? wider : field)))])
    await newsroom.store.create({ collection: 'articles', data: { kind: 'analysis', subtitle: 'under c', title: 'c' } })
    expect(await articlesIn(newsroom)).toHaveLength(3)
    expect(await backupsIn(dir)).toEqual([])
  })

  it('takes a new collection and a relationship of several kinds to it', async () => {
    const { url } = await firstVersion()
    const tags: CollectionConfig = { fields: [{ name: 'name', type: 'text' }], slug: 'tags' }
    const about: Field = { hasMany: true, name: 'about', relationTo: ['tags', 'sections'], type: 'relationship' }
    const newsroom = await openNewsroom(url, [sections, tags, articles([...firstFields, about])])
    const { id: tagId } = await newsroom.store.create({ collection: 'tags', data: { name: 'Arms' } })
    const [article] = await articlesIn(newsroom)
    await newsroom.store.update({ collection: 'articles', data: { about: [{ relationTo: 'tags', value: tagId }] }, id: article?.id })
    const [first, second] = await articlesIn(newsroom)
    expect(first).toMatchObject({ about: [{ relationTo: 'tags', value: { name: 'Arms' } }] })
    expect([first, second]).toEqual(everything)
  })

  it('takes versions and drafts, and drops them again, without losing a document', async () => {
    const { url } = await firstVersion()
    const second = await openNewsroom(url, [sections, articles(firstFields, { versions: { drafts: true } })])
    expect(await articlesIn(second)).toEqual(everything)
    await second.store.create({ collection: 'articles', data: { title: 'c' }, draft: true })
    expect((await second.store.findVersions({ collection: 'articles' })).docs).toHaveLength(1)
    await second.destroy()
    const third = await openNewsroom(url, [sections, articles(firstFields)])
    expect(await articlesIn(third)).toHaveLength(3)
    await third.destroy()
    const fourth = await openNewsroom(url, [sections, articles(firstFields, { versions: { drafts: true } })])
    expect((await fourth.store.findVersions({ collection: 'articles' })).docs).toHaveLength(1)
  })

  it('clears references that the model points elsewhere, and says how many', async () => {
    const { dir, url } = await firstVersion()
    const toUsers: Field = { name: 'section', relationTo: 'users', type: 'relationship' }
    const newsroom = await openNewsroom(url, [sections, articles(firstFields.map((field) => (field === section ? toUsers : field)))])
    expect((await articlesIn(newsroom)).map((article) => article.section ?? null)).toEqual([null, null])
    const [backup = ''] = await backupsIn(dir)
    expect(newsroom.lines.join('')).toContain('2 values of articles.section_id name nothing in users and were cleared')
    expect(await query(`file:${join(dir, backup)}`, 'select count(section_id) as n from articles')).toEqual([{ n: 2 }])
  })

  it('is not changed at all when two rows share a value that must now be unique, and the error names the field', async () => {
    const { dir, url } = await firstVersion()
    const before = await openNewsroom(url, [sections, articles(firstFields)])
    await before.store.create({ collection: 'articles', data: { subtitle: 'under a', title: 'a' } })
    await before.destroy()
    const shape = await query(url, 'select sql from sqlite_schema order by name')
    const unique: Field = { name: 'title', required: true, type: 'text', unique: true }
    const opening = openNewsroom(url, [sections, articles([unique, ...firstFields.slice(1), { name: 'place', type: 'text' }])])
    await expect(opening).rejects.toThrow(DatabaseSchemaError)
    await expect(opening).rejects.toThrow(/^The database does not fit the content model, and nothing was changed\. articles\.title must be unique/)
    expect(await query(url, 'select sql from sqlite_schema order by name')).toEqual(shape)
    expect(await backupsIn(dir)).toHaveLength(0)
  })

  it('keeps a trigger that somebody made by hand', async () => {
    const { url } = await firstVersion()
    await query(url, 'create trigger shout after insert on articles begin update articles set subtitle = upper(subtitle) where id = new.id; end')
    const newsroom = await openNewsroom(url, [sections, articles([...firstFields, { name: 'place', type: 'text' }])])
    await newsroom.store.create({ collection: 'articles', data: { subtitle: 'under c', title: 'c' } })
    expect(await query(url, `select subtitle from articles where title = 'c'`)).toEqual([{ subtitle: 'UNDER C' }])
  })

  it('ends as one change when several newsrooms start on it at the same moment', async () => {
    const { dir, url } = await firstVersion()
    const model = [sections, articles([...firstFields, { name: 'place', type: 'text' }])]
    const newsrooms = await Promise.all([openNewsroom(url, model), openNewsroom(url, model), openNewsroom(url, model)])
    for (const newsroom of newsrooms) expect(await articlesIn(newsroom)).toEqual(everything)
    expect(await backupsIn(dir)).toHaveLength(1)
  })
})

describe('A new SQLite database', { timeout: 30_000 }, () => {
  it('gets its shape once when several newsrooms start on it at the same moment', async () => {
    const url = `file:${join(await tempDir(), 'dateline.db')}`
    const model = [sections, articles(firstFields)]
    const newsrooms = await Promise.all([openNewsroom(url, model), openNewsroom(url, model), openNewsroom(url, model)])
    for (const { store } of newsrooms) await store.create({ collection: 'sections', data: { name: 'Sport' } })
    expect(await query(url, 'select count(*) as n from sections')).toEqual([{ n: 3 }])
  })

  it('refuses a reference to a document that does not exist', async () => {
    const url = `file:${join(await tempDir(), 'dateline.db')}`
    await openNewsroom(url, [sections, articles(firstFields)])
    await expect(query(url, `insert into articles (id, title, subtitle, section_id) values ('1', 'a', 'b', 'nobody')`)).rejects.toThrow(/FOREIGN KEY/)
  })
})

describe('a database that the newsroom has never changed', () => {
  /** As a project that used Payload alone leaves it. */
  async function withoutStamp(url: string): Promise<void> {
    const client = await openClient(url)
    await client.execute('DROP TABLE dateline_schema')
    client.close()
  }
  const ours = articles([title, { name: 'more', type: 'text' }], { custom: { isNewsrooms: true } })

  it('keeps what it has in a table of the same name, and says what to do', async () => {
    const { url } = await firstVersion()
    await withoutStamp(url)
    await expect(openNewsroom(url, [sections, ours])).rejects.toThrow(new DatabaseSchemaError('The table "articles" holds documents that are not the newsroom\'s, and nothing was changed. Rename the table, or give the newsroom\'s collection another slug, then start again.'))
    const again = await openNewsroom(url, [sections, articles(firstFields)])
    expect(await articlesIn(again)).toEqual(everything)
    await again.destroy()
  })

  it('takes an empty table, as migrations leave it, and rows of the project’s own', async () => {
    const url = `file:${join(await tempDir(), 'dateline.db')}`
    const first = await openNewsroom(url, [sections, articles(firstFields)])
    await first.store.create({ collection: 'sections', data: { name: 'Politics' } })
    await first.destroy()
    await withoutStamp(url)
    const { destroy, store } = await openNewsroom(url, [sections, ours])
    expect((await store.find({ collection: 'sections' })).docs).toMatchObject([{ name: 'Politics' }])
    await destroy()
  })
})
