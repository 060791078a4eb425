import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ApiClient } from '../../../src/payload-types'
import { aProgram, programWith } from '../../helpers/apiClients'
import type { Program } from '../../helpers/apiClients'
import { createSection, draftArticle, hoursFromNow, publishArticle } from '../../helpers/articles'
import type { ArticleAnswer, Page, Refusal, Written } from '../../helpers/articles'
import { client, reader, signIn } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { houseCopy } from '../../helpers/imports'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'

let newsroom: TestNewsroom
let admin: Client
let editor: Client
let draft: string
let open: string

beforeAll(async () => {
  newsroom = await openNewsroom({ delivery: {} })
  admin = await signIn(newsroom, 'admin')
  editor = await signIn(newsroom, 'editor')
  const section = (await createSection(editor, 'World')).id
  open = (await publishArticle(editor, { headline: 'For all to read', section })).id
  draft = (await draftArticle(editor, { headline: 'Not yet', source: { kind: 'wire', text: 'As it came in' } })).id
})
afterAll(() => newsroom.close())

const stored = (id: string) => newsroom.payload.db.findOne<ApiClient & { keyHash: string }>({ collection: 'api-clients', req: {}, where: { id: { equals: id } } })

describe('a key', () => {
  const make = () => admin.send<Written<ApiClient>>('POST', '/api/api-clients', { name: 'Preview', scopes: ['read-drafts'] })

  it('is shown when the client is made, and works', async () => {
    const { body, status } = await make()
    expect(status).toBe(201)
    expect(body.doc.key).toMatch(/^dateline_[\w-]{43}$/)
    const answer = await programWith(newsroom.url, String(body.doc.key)).get<ArticleAnswer>(`/api/articles/${draft}?draft=true`)
    expect(answer.body.headline).toBe('Not yet')
  })

  it('is stored as a hash only, and never shown again', async () => {
    const { body } = await make()
    const { id, key } = body.doc
    const row = await stored(id)
    expect(row?.keyHash).toMatch(/^[0-9a-f]{64}$/)
    expect(JSON.stringify(row)).not.toContain(key)
    const answers = [
      await admin.get(`/api/api-clients/${id}`),
      await admin.get('/api/api-clients?select[key]=true&select[keyHash]=true'),
      await admin.send('PATCH', `/api/api-clients/${id}`, { name: 'Renamed' }),
      await admin.graphql('{ ApiClients { docs { id key } } }'),
    ]
    for (const each of answers) {
      expect(JSON.stringify(each)).not.toContain(row?.keyHash)
      expect(JSON.stringify(each)).not.toContain(key)
    }
  })

  it('is nothing to filter or sort by', async () => {
    for (const query of ['where[keyHash][like]=a', 'where[key][like]=a', 'where[keyHash][exists]=true', 'sort=keyHash', 'sort=key']) {
      expect((await admin.get(`/api/api-clients?${query}`)).status, query).toBe(400)
    }
  })

  it('is chosen by nobody', async () => {
    const { body } = await admin.send<Written<ApiClient>>('POST', '/api/api-clients', { name: 'Mine', key: 'secret', keyHash: 'a'.repeat(64), lastUsedAt: hoursFromNow(-1) })
    expect(body.doc.key).not.toBe('secret')
    expect(await stored(body.doc.id)).toMatchObject({ keyHash: expect.not.stringContaining('aaaa') })
    expect((await programWith(newsroom.url, 'secret').get('/api/articles')).status).toBe(401)
  })

  it('is replaced on demand by an admin, and the old one is good for nothing then', async () => {
    const program = await aProgram(newsroom, ['read-drafts'])
    expect((await editor.send('POST', `/api/api-clients/${program.id}/key`)).status).toBe(403)
    expect((await program.send('POST', `/api/api-clients/${program.id}/key`)).status).toBe(403)
    const { body, status } = await admin.send<{ key: string }>('POST', `/api/api-clients/${program.id}/key`)
    expect(status).toBe(200)
    expect((await program.get('/api/articles')).status).toBe(401)
    expect((await programWith(newsroom.url, body.key).get(`/api/articles/${draft}`)).status).toBe(200)
    expect((await admin.send('POST', '/api/api-clients/nobody/key')).status).toBe(404)
  })
})

describe('a key that is no good is answered 401 and why, everywhere', () => {
  it.each(['/api/articles', '/api/nope', '/api/access', '/api/health-of-nobody', '/api/articles/x/ninjs'])('%s', async (path) => {
    const bad: [string, Client, RegExp][] = [
      ['unknown', programWith(newsroom.url, 'dateline_nobody'), /not known/],
      ['expired', await aProgram(newsroom, ['read-drafts'], { expiresAt: hoursFromNow(-1) }), /expired/],
      ['disabled', await aProgram(newsroom, ['read-drafts'], { disabled: true }), /disabled/],
      ['of no collection', client(newsroom.url, { Authorization: 'API-Key dateline_x' }), /send "Authorization: api-clients API-Key <key>"/],
      ['of another collection', client(newsroom.url, { Authorization: 'users API-Key dateline_x' }), /cannot be read/],
      ['empty', client(newsroom.url, { Authorization: 'api-clients API-Key ' }), /cannot be read/],
    ]
    for (const [name, each, reason] of bad) {
      const { body, status } = await each.get<Refusal>(path)
      expect(status, name).toBe(401)
      expect(body.errors[0]?.message).toMatch(reason)
    }
  })

  it('by GraphQL, and whatever the method', async () => {
    const bad = programWith(newsroom.url, 'dateline_nobody')
    expect((await bad.graphql('{ Articles { totalDocs } }')).status).toBe(401)
    for (const method of ['POST', 'PATCH', 'DELETE', 'PUT']) expect((await bad.send(method, '/api/articles', {})).status).toBe(401)
  })

  it('until the day it expires it works', async () => {
    const program = await aProgram(newsroom, ['read-drafts'], { expiresAt: hoursFromNow(1) })
    expect((await program.get(`/api/articles/${draft}`)).status).toBe(200)
  })
})

describe('a program that reads drafts', () => {
  let program: Program
  beforeAll(async () => {
    program = await aProgram(newsroom, ['read-drafts'])
  })

  it('reads what editors read of an article, its source and versions included', async () => {
    const { body } = await program.get<ArticleAnswer>(`/api/articles/${draft}?draft=true`)
    expect(body).toMatchObject({ headline: 'Not yet', stage: 'draft', source: { text: 'As it came in' } })
    expect((await program.get<Page<object>>('/api/articles/versions')).body.totalDocs).toBeGreaterThan(0)
    expect((await program.get(`/api/articles/${draft}/ninjs`)).status).toBe(200)
  })

  it('looks for articles by what is related to them', async () => {
    expect((await program.get('/api/articles?where[related.headline][like]=x')).status).toBe(200)
  })

  it('does not sign in to the admin UI, nor gets a token', async () => {
    expect((await program.get('/api/access')).body).not.toHaveProperty('canAccessAdmin')
    expect((await editor.get('/api/access')).body).toMatchObject({ canAccessAdmin: true })
    for (const path of ['login', 'refresh-token', 'first-register', 'forgot-password', 'reset-password', 'unlock']) {
      const { body, status } = await program.send('POST', `/api/api-clients/${path}`, { email: 'a@b.test', password: 'x', token: 'x' })
      expect(status, path).toBeGreaterThanOrEqual(400)
      expect(JSON.stringify(body)).not.toContain('"token"')
    }
  })

  it('leaves no trace in Payload’s own collections, and runs no jobs', async () => {
    const answers = [
      await program.get('/api/payload-locked-documents'),
      await program.send('POST', '/api/payload-locked-documents', { document: { relationTo: 'articles', value: draft }, user: { relationTo: 'api-clients', value: program.id } }),
      await program.get('/api/payload-preferences'),
      await program.get('/api/payload-preferences/a-list'),
      await program.send('POST', '/api/payload-preferences/a-list', { value: 1 }),
      await program.get('/api/payload-jobs'),
    ]
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 403))
    expect((await program.send('DELETE', '/api/payload-preferences/a-list')).status).toBe(404)
    expect((await program.get('/api/payload-jobs/run')).status).toBe(401)
    expect((await newsroom.payload.count({ collection: 'payload-preferences' })).totalDocs).toBe(0)
  })

  it('brings nothing in', async () => {
    expect((await program.sendBody('/api/import', houseCopy())).status).toBe(403)
  })
})

describe('a program that ingests', () => {
  it('sends copy, which comes in as drafts', async () => {
    const program = await aProgram(newsroom, ['ingest'])
    const { body, status } = await program.sendBody<{ reports: { outcome: string }[] }>('/api/import', houseCopy({ headline: 'From a program' }))
    expect(status).toBe(200)
    expect(body.reports[0]?.outcome).toBe('created')
    expect((await program.sendBody('/api/import?publish=true', houseCopy())).status).toBe(403)
    expect((await program.get<Page<object>>('/api/articles?draft=true&limit=100')).body.totalDocs).toBe(1)
  })
})

describe('the use of a key', () => {
  it('is noted, at most once a minute', async () => {
    const program = await aProgram(newsroom, [])
    expect((await stored(program.id))?.lastUsedAt ?? null).toBeNull()
    await program.get('/api/articles')
    const first = (await stored(program.id))?.lastUsedAt
    expect(Date.parse(String(first))).toBeGreaterThan(Date.now() - 60_000)
    await program.get('/api/articles')
    expect((await stored(program.id))?.lastUsedAt).toBe(first)
    const before = hoursFromNow(-1)
    await newsroom.payload.db.updateOne({ collection: 'api-clients', data: { lastUsedAt: before }, id: program.id, req: {} })
    await program.get('/api/articles')
    expect((await stored(program.id))?.lastUsedAt).not.toBe(before)
  })

  it('leaves the key as it was', async () => {
    const program = await aProgram(newsroom, ['read-drafts'])
    await program.get('/api/articles')
    expect((await program.get(`/api/articles/${draft}`)).status).toBe(200)
    expect(await stored(program.id)).toMatchObject({ name: 'A program', scopes: ['read-drafts'] })
  })
})

describe('what stands in front and keeps answers', () => {
  it('never gives the public what a program was answered, nor the other way round', async () => {
    const program = await aProgram(newsroom, ['read-drafts'])
    const anonymous = reader(newsroom.url)
    for (const path of ['/api/articles?draft=true&sort=headline', `/api/articles/${draft}`, `/api/articles/${open}`, '/api/articles/count']) {
      const asProgram = await program.get(path)
      const asReader = await anonymous.get(path)
      expect(JSON.stringify(asReader.body)).not.toContain('Not yet')
      expect(asProgram.headers.get('cache-status') ?? '').not.toContain('hit')
      expect((await program.get(path)).body).toEqual(asProgram.body)
      expect((await anonymous.get(path)).body).toEqual(asReader.body)
    }
    const query = '{ Articles(draft: true, limit: 50) { totalDocs } }'
    const [forProgram, forReader] = [await program.graphql(query), await anonymous.graphql(query)]
    expect(forProgram.data).not.toEqual(forReader.data)
    expect((await program.graphql(query)).data).toEqual(forProgram.data)
    expect((await anonymous.graphql(query)).data).toEqual(forReader.data)
  })
})
