import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openClient } from '../../src/database/sqlite/client'
import type { Client as Connection } from '../../src/database/sqlite/client'
import { publishArticle } from '../helpers/articles'
import { freePort, startApp } from '../helpers/app'
import type { RunningApp } from '../helpers/app'
import { client, reader } from '../helpers/client'
import type { Client } from '../helpers/client'

type Story = { id: string; headline: string }

describe('the built app, while its database does not answer', () => {
  let app: RunningApp
  let database: Connection
  let editor: Client
  let section: string

  beforeAll(async () => {
    app = await startApp()
    database = await openClient(app.databaseUrl)
    const { body } = await reader(app.url).send<{ token: string }>('POST', '/api/users/login', app.admin)
    editor = client(app.url, { Authorization: `JWT ${body.token}` })
    const { body: sections } = await reader(app.url).get<{ docs: [{ id: string }] }>('/api/sections?limit=1')
    section = sections.docs[0].id
  })
  afterAll(async () => {
    database.close()
    await app.stop()
  })

  const get = (path: string) => fetch(app.url + path)
  const statusOf = async (path: string) => (await get(path)).status
  const health = () => statusOf('/api/health')

  async function publish(headline: string): Promise<Story> {
    const { id } = await publishArticle(editor, { headline, section })
    return { id, headline }
  }

  /** The table that every poll reads, under another name: the database fails each poll until it has its own again. */
  async function goAway(): Promise<void> {
    await database.execute('alter table payload_kv rename to payload_kv_away')
    await expect.poll(health, { timeout: 60_000 }).toBe(503)
  }

  async function comeBack(): Promise<void> {
    await database.execute('alter table payload_kv_away rename to payload_kv')
    await expect.poll(health, { timeout: 60_000 }).toBe(200)
  }

  it('shows what was read before, marked stale, refuses the rest, and heals', async () => {
    const story = await publish('Talks go on')
    const withdrawn = await publish('Not true after all')
    for (const { id } of [story, withdrawn]) await get(`/api/articles/${id}`)
    await editor.send('DELETE', `/api/articles/${withdrawn.id}`)
    expect(await (await get('/')).text()).toContain('Talks go on')
    await goAway()

    const kept = await get(`/api/articles/${story.id}`)
    expect([kept.status, ((await kept.json()) as Story).headline]).toEqual([200, 'Talks go on'])
    expect(kept.headers.get('Cache-Status')).toMatch(/^Dateline; hit; ttl=-?\d+; detail="stale/)
    expect(kept.headers.get('Cache-Control')).toMatch(/s-maxage=0, .*stale-if-error=86400/)
    expect(kept.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
    expect(await (await get('/')).text()).toContain('Talks go on')
    expect(await statusOf(`/api/articles/${withdrawn.id}`)).toBe(503)
    expect(await statusOf('/api/authors?limit=3')).toBe(503)
    const write = await editor.send('PATCH', `/api/articles/${story.id}`, { headline: 'Lost?', _status: 'published' })
    expect([write.status, write.headers.get('Retry-After')]).toEqual([503, '2'])
    expect((await reader(app.url).send('POST', '/api/users/login', app.admin)).status).toBe(503)
    expect((await reader(app.url).graphql('mutation { logoutUser }')).status).toBe(503)

    await comeBack()
    expect(await statusOf(`/api/articles/${withdrawn.id}`)).toBe(404)
    expect((await editor.send('PATCH', `/api/articles/${story.id}`, { headline: 'Talks are over', _status: 'published' })).status).toBe(200)
    const fresh = await get(`/api/articles/${story.id}`)
    expect([((await fresh.json()) as Story).headline, fresh.headers.get('Cache-Status')]).toEqual(['Talks are over', 'Dateline; fwd=stale; stored'])
  })
})

describe('a start without its database', () => {
  it('is refused, in a line, with exit code 1', async () => {
    const url = `mongodb://127.0.0.1:${await freePort()}/dateline`
    const failure = await startApp({ DATABASE_URL: url }).catch((error: unknown) => String(error))
    expect(failure).toMatch('The app did not start (exit code 1):')
    const [, said] = String(failure).split(/• Preparing the database …\n/)
    expect(said).toMatch(/^dateline: The database at mongodb:\/\/127\.0\.0\.1:\d+\/dateline cannot be reached: .* Start it, or correct DATABASE_URL\.\n$/)
  })
})
