import { postgresAdapter } from '@payloadcms/db-postgres'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import type { CollectionConfig, DatabaseAdapterObj, Payload } from 'payload'
import { BasePayload, buildConfig } from 'payload'
import { describe, expect, inject, it, onTestFinished } from 'vitest'
import { DatabaseUnreachableError } from '../../../src/database/unreachable'
import { newsroom } from '../../../src/plugin/newsroom'
import { hostAdapter } from '../../helpers/hostAdapter'
import { dropDatabase, newDatabase, query } from '../../helpers/postgres'

const pages: CollectionConfig = { slug: 'pages', fields: [{ name: 'title', type: 'text', unique: true }, { name: 'lead', type: 'text' }] }

/** A project of somebody else on this adapter, ended after the test. */
async function open(db: DatabaseAdapterObj): Promise<Payload> {
  const config = await buildConfig({
    collections: [pages],
    db,
    editor: lexicalEditor(),
    logger: { options: { level: 'silent' } },
    plugins: [newsroom({})],
    secret: 'a secret for tests only',
    telemetry: false,
    typescript: { autoGenerate: false },
  })
  const payload = await new BasePayload().init({ config, disableOnInit: true })
  onTestFinished(() => payload.destroy())
  return payload
}

function newUrl(): string {
  const url = newDatabase(inject('postgresUrl'))
  onTestFinished(() => dropDatabase(url))
  return url
}

type Store = {
  create: (args: { collection: string; data: object}) => Promise<{ id: number | string }>
  find: (args: { collection: string; sort: string; where?: object }) => Promise<{ docs: Record<string, unknown>[] }>
}

describe.runIf(process.env.TEST_ENGINE === 'postgres')('PostgreSQL (only there)', () => {
  it('has its database made where it is missing, and not without the right to', async () => {
    const url = newUrl()
    await open(hostAdapter(url))
    expect(await query(url, "select count(*)::int as n from pg_tables where tablename = 'articles'")).toEqual([{ n: 1 }])
    const elsewhere = newUrl()
    const opening = open(postgresAdapter({ disableCreateDatabase: true, pool: { connectionString: elsewhere } }))
    await expect(opening).rejects.toThrow(/^The database at postgres:.* cannot be reached: database ".*" does not exist\. Start it, or correct DATABASE_URL\.$/)
  })

  it('that does not answer ends the start with one line and no secret', async () => {
    const opening = open(postgresAdapter({ pool: { connectionString: 'postgres://ann:s3cret@127.0.0.1:9/press' } }))
    await expect(opening).rejects.toThrow(DatabaseUnreachableError)
    await expect(opening).rejects.toThrow(/^The database at postgres:\/\/\*\*\*@127\.0\.0\.1:9\/press cannot be reached: connect ECONNREFUSED.*Start it, or correct DATABASE_URL\.$/)
  })

  it('with read replicas, which may be behind, ends the start', async () => {
    const connectionString = newUrl()
    await expect(async () => open(postgresAdapter({ pool: { connectionString }, readReplicas: [connectionString] }))).rejects.toThrow(/^postgresAdapter\(\) cannot be used with readReplicas: .* Remove readReplicas\.$/)
  })

  it('without the tables ends the start with the commands that make them', async () => {
    const opening = open(postgresAdapter({ pool: { connectionString: newUrl() }, push: false }))
    await expect(opening).rejects.toThrow(/^The database has no table "\w+" and \d+ others: run "npx payload migrate:create" and "npx payload migrate", then start again\.$/)
  })

  it('is not said to have kept a transaction in which something failed', async () => {
    const payload = await open(hostAdapter(newUrl()))
    const store = payload as unknown as Store
    await store.create({ collection: 'pages', data: { title: 'Taken' } })
    const { db } = payload
    const id = await db.beginTransaction()
    const req = { transactionID: id ?? '' }
    await db.create({ collection: 'pages' as never, data: { title: 'Lost, too' }, req })
    await db.create({ collection: 'pages' as never, data: { title: 'Taken' }, req }).catch(() => undefined)
    await expect(db.commitTransaction(id ?? '')).rejects.toThrow('nothing of this was saved')
    expect((await store.find({ collection: 'pages', sort: 'title' })).docs.map(({ title }) => title)).toEqual(['Taken'])
  })

  it('sorts its newsroom as the other engines do, and the pages of a project as Payload does', async () => {
    const payload = await open(hostAdapter(newUrl()))
    const store = payload as unknown as Store
    for (const name of ['b', 'a', 'Z', 'é']) await store.create({ collection: 'tags', data: { name, slug: `tag-${name.codePointAt(0)?.toString() ?? ''}`, kind: 'subject' } })
    await store.create({ collection: 'pages', data: { title: 'One', lead: 'x' } })
    await store.create({ collection: 'pages', data: { title: 'Two' } })
    const names = async (sort: string) => (await store.find({ collection: 'tags', sort })).docs.map(({ name }) => name)
    expect(await names('name')).toEqual(['Z', 'a', 'b', 'é'])
    expect(await names('-name')).toEqual(['é', 'b', 'a', 'Z'])
    expect((await store.find({ collection: 'tags', sort: 'name', where: { name: { greater_than: 'Z' } } })).docs.map(({ name }) => name)).toEqual(['a', 'b', 'é'])
    expect((await store.find({ collection: 'pages', sort: 'lead' })).docs.map(({ title }) => title)).toEqual(['One', 'Two'])
  })

  it('takes more ids than one statement can name', async () => {
    const payload = await open(hostAdapter(newUrl()))
    const store = payload as unknown as Store
    const tags = [await store.create({ collection: 'tags', data: { name: 'One', slug: 'one', kind: 'subject' } }), await store.create({ collection: 'tags', data: { name: 'Two', slug: 'two', kind: 'subject' } })]
    const others = Array.from({ length: 70_000 }, () => crypto.randomUUID())
    const names = async (where: object) => (await store.find({ collection: 'tags', sort: 'name', where })).docs.map(({ name }) => name)
    expect(await names({ id: { in: [...others, tags[0]?.id] } })).toEqual(['One'])
    expect(await names({ id: { not_in: [...others, tags[0]?.id] } })).toEqual(['Two'])
  })
})
