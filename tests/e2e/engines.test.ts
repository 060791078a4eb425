import { randomUUID } from 'node:crypto'
import { MongoClient } from 'mongodb'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { startApp } from '../helpers/app'
import type { RunningApp } from '../helpers/app'
import { aBody } from '../helpers/articles'
import type { ArticleAnswer, Page, Written } from '../helpers/articles'
import { client, reader } from '../helpers/client'
import type { Client } from '../helpers/client'
import { aPicture } from '../helpers/picture'
import { dropDatabase, newDatabase } from '../helpers/postgres'

/** Undefined where the server cannot be had. */
const mongo: string | undefined = inject('mongoUrl')
const postgres: string | undefined = inject('postgresUrl')
const databases = {
  sqlite: undefined,
  ...(mongo ? { mongodb: Object.assign(new URL(mongo), { pathname: `/e2e-${randomUUID()}` }).href } : {}),
  ...(postgres ? { postgres: newDatabase(postgres) } : {}),
}

describe.each(Object.entries(databases))('the built app on %s', (_engine, url) => {
  let app: RunningApp
  let admin: Client

  beforeAll(async () => {
    app = await startApp(url ? { DATABASE_URL: url } : {})
    const { body, status } = await reader(app.url).send<{ token: string }>('POST', '/api/users/login', app.admin)
    expect(status).toBe(200)
    admin = client(app.url, { Authorization: `JWT ${body.token}` })
  })
  afterAll(async () => {
    await app.stop()
    if (url) await forget(url)
  })

  it('refuses a login with another password', async () => {
    const { status } = await reader(app.url).send('POST', '/api/users/login', { ...app.admin, password: 'another password' })
    expect(status).toBe(401)
  })

  it('changes, publishes and withdraws an article, and every reader sees it with the next request', async () => {
    const anyone = reader(app.url)
    const seeded = await anyone.get<Page<ArticleAnswer>>('/api/articles', { limit: 1 })
    const [{ bylines, section } = {}] = seeded.body.docs
    const authors = bylines?.map(({ author, role }) => ({ author: idOf(author), role }))
    const data = { headline: 'Ferry resumes', body: aBody('It runs again.'), section: idOf(section), bylines: authors, _status: 'published' }
    const { body, status } = await admin.send<Written<ArticleAnswer>>('POST', '/api/articles', data)
    expect(status).toBe(201)
    const bySlug = () => anyone.get<{ headline?: string }>('/api/articles/by-slug/ferry-resumes')
    expect((await bySlug()).body.headline).toBe('Ferry resumes')
    const change = (changes: object) => admin.send('PATCH', `/api/articles/${body.doc.id}`, { ...changes, _status: 'published' })
    expect((await change({ headline: 'Ferry runs again' })).status).toBe(200)
    expect((await bySlug()).body.headline).toBe('Ferry runs again')
    expect((await change({ pubStatus: 'canceled', notice: 'It did not run.' })).status).toBe(200)
    expect((await bySlug()).status).toBe(410)
  })

  it('reads and writes by GraphQL', async () => {
    const { data, errors } = await admin.graphql<{ createTag: { slug: string } }>('mutation { createTag(data: { name: "Ferries", slug: "ferries", kind: subject }) { slug } }')
    expect([data?.createTag.slug, errors]).toEqual(['ferries', undefined])
    const read = await reader(app.url).graphql<{ Tags: { docs: { name: string }[] } }>('{ Tags(where: { slug: { equals: "ferries" } }) { docs { name } } }')
    expect(read.data?.Tags.docs).toEqual([{ name: 'Ferries' }])
  })

  it('takes a picture and serves it', async () => {
    const form = new FormData()
    form.set('_payload', JSON.stringify({ alt: 'A grey square', credit: 'The desk' }))
    form.set('file', new Blob([new Uint8Array(await aPicture().jpeg().toBuffer())], { type: 'image/jpeg' }), 'grey.jpg')
    const { body, status } = await admin.sendBody<Written<{ url: string }>>('/api/media', form)
    expect(status).toBe(201)
    const picture = await fetch(new URL(body.doc.url, app.url))
    expect([picture.status, picture.headers.get('Content-Type')]).toEqual([200, 'image/jpeg'])
  })

  it('does not prepare a database again that these sources have prepared', async () => {
    const second = await startApp({ DATABASE_URL: app.databaseUrl })
    const [first, again] = await Promise.all([app, second].map(({ url: at }) => reader(at).get<Page<ArticleAnswer>>('/api/articles', { sort: 'id', depth: 0 })))
    await second.stop()
    expect([app, second].map(({ output }) => output().includes('Preparing the database'))).toEqual([true, false])
    expect(again?.body.docs).toEqual(first?.body.docs)
    expect(again?.body.docs.length).toBeGreaterThan(0)
  })
})

function idOf(relation: unknown): string {
  return typeof relation === 'object' && relation !== null && 'id' in relation ? String(relation.id) : String(relation)
}

async function forget(url: string): Promise<void> {
  if (url.startsWith('postgres')) return dropDatabase(url)
  const connection = new MongoClient(url)
  await connection.db().dropDatabase()
  await connection.close()
}
