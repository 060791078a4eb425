import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { MongoClient } from 'mongodb'
import { describe, expect, inject, it, onTestFinished } from 'vitest'
import type { Article } from '../../src/payload-types'
import { startApp } from '../helpers/app'
import { aBody, byTheDesk, createSection } from '../helpers/articles'
import type { Page } from '../helpers/articles'
import type { Client } from '../helpers/client'
import { signInTo } from '../helpers/deskPages'
import { dropDatabase, newDatabase } from '../helpers/postgres'

/** Undefined where the server cannot be had. */
const mongo: string | undefined = inject('mongoUrl')
const postgres: string | undefined = inject('postgresUrl')
const engines = { sqlite: sqliteUrl, ...(mongo ? { mongodb: () => mongoUrl(mongo) } : {}), ...(postgres ? { postgres: () => postgresUrl(postgres) } : {}) }

/** So many writers at once, until so many articles were said to be saved. */
const WRITERS = 6
const ENOUGH = 40

async function sqliteUrl(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'dateline-crash-'))
  onTestFinished(() => rm(folder, { force: true, recursive: true }))
  return `file:${path.join(folder, 'dateline.db')}`
}

async function mongoUrl(server: string): Promise<string> {
  const url = Object.assign(new URL(server), { pathname: `/crash-${randomUUID()}` }).href
  onTestFinished(async () => {
    const connection = new MongoClient(url)
    await connection.db().dropDatabase()
    await connection.close()
  })
  return url
}

function postgresUrl(server: string): Promise<string> {
  const url = newDatabase(server)
  onTestFinished(() => dropDatabase(url))
  return Promise.resolve(url)
}

/** Saves one article after the other until nobody answers any more; tells of each that was said to be saved. */
async function write(admin: Client, article: object, onSaved: (headline: string) => void): Promise<void> {
  for (;;) {
    const headline = `Story ${randomUUID()}`
    const answer = await admin.send('POST', '/api/articles', { ...article, headline, _status: 'published' }).catch(() => undefined)
    if (!answer) return
    expect(answer.status).toBe(201)
    onSaved(headline)
  }
}

describe.each(Object.entries(engines))('an app that is killed while people save, on %s', (_engine, urlOf) => {
  it('has all that it said was saved, and nothing by half', { timeout: 240_000 }, async () => {
    const DATABASE_URL = await urlOf()
    const app = await startApp({ DATABASE_URL })
    const admin = await signInTo(app, app.admin)
    const [byline] = await byTheDesk(admin)
    const article = { body: aBody('Words.'), section: (await createSection(admin, 'Harbour')).id, bylines: [byline, byline] }
    const saved: string[] = []
    const tell = (headline: string) => {
      if (saved.push(headline) === ENOUGH) void app.kill()
    }
    await Promise.all(Array.from({ length: WRITERS }, () => write(admin, article, tell)))

    const again = await startApp({ DATABASE_URL })
    onTestFinished(() => again.stop())
    const reader = await signInTo(again, again.admin)
    const all = { depth: 0, limit: 100, pagination: false, where: { headline: { like: 'Story' } } }
    const { docs } = (await reader.get<Page<Article>>('/api/articles', all)).body
    const versions = (await reader.get<Page<{ parent: string; version: Article }>>('/api/articles/versions', { ...all, where: { 'version.headline': { like: 'Story' } } })).body.docs
    expect(docs.map(({ headline }) => headline)).toEqual(expect.arrayContaining(saved))
    for (const { bylines, id } of docs) {
      expect(bylines).toHaveLength(2)
      expect(versions.filter(({ parent }) => parent === id).map(({ version }) => version.bylines?.length)).toEqual([2])
    }
  })
})
