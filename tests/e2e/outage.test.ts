import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEmbedded } from '../../src/database/embedded'
import type { EmbeddedDatabase } from '../../src/database/embedded'
import { publishArticle } from '../helpers/articles'
import { freePort, startApp } from '../helpers/app'
import type { RunningApp } from '../helpers/app'
import { client, reader } from '../helpers/client'
import type { Client } from '../helpers/client'

type Story = { id: string; headline: string }

const ADMIN = { email: 'desk@newsroom.test', password: 'a password for tests only' }

/** Each test starts the app several times. */
const PATIENCE_MS = 900_000

/** A database that no download brings. */
describe.runIf(process.env.MONGOMS_SYSTEM_BINARY)('a start without a database (only with MONGOMS_SYSTEM_BINARY)', { timeout: PATIENCE_MS }, () => {
  let folder: string
  let database: EmbeddedDatabase
  let port: number
  let app: RunningApp
  let url: string

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'dateline-outage-'))
    await startDatabase()
    port = await freePort()
    await start()
  })
  afterAll(async () => {
    await app.stop()
    await database.close()
    await rm(folder, { force: true, recursive: true })
  })

  async function startDatabase(): Promise<void> {
    database = await openEmbedded({ dataDir: path.join(folder, 'database'), log: () => undefined })
  }

  async function start(more: Record<string, string> = {}): Promise<void> {
    app = await startApp({ ...environment(), ...more })
    url = app.url
  }

  /** The same newsroom every time: its port is in the addresses that its answers are kept by. */
  function environment() {
    return { DATABASE_URL: database.url, PORT: String(port), SNAPSHOT_DIR: path.join(folder, 'delivery'), SEED_ADMIN_EMAIL: ADMIN.email, SEED_ADMIN_PASSWORD: ADMIN.password }
  }

  async function signIn(): Promise<Client> {
    const { body } = await reader(url).send<{ token: string }>('POST', '/api/users/login', ADMIN)
    return client(url, { Authorization: `JWT ${body.token}` })
  }

  async function publish(editor: Client, headline: string): Promise<Story> {
    const { body } = await reader(url).get<{ docs: [{ id: string }] }>('/api/sections?limit=1')
    const { id } = await publishArticle(editor, { headline, section: body.docs[0].id })
    return { id, headline }
  }

  const get = (path: string) => fetch(url + path)
  const statusOf = async (path: string) => (await get(path)).status
  const health = () => statusOf('/api/health')

  /** Waits until what was read by now stands on the disk. */
  async function written(text: string): Promise<void> {
    await expect.poll(() => readFile(path.join(folder, 'delivery/snapshot'), 'latin1').catch(() => ''), { timeout: 60_000 }).toContain(text)
  }

  it('shows what was read before, marked stale, refuses the rest, and heals', async () => {
    const editor = await signIn()
    const story = await publish(editor, 'Talks go on')
    await get(`/api/articles/${story.id}`)
    await get('/')
    await written('Talks go on')
    await app.kill()
    await database.close()

    await start()
    expect(app.output()).toContain('What was read last is served meanwhile')
    const kept = await get(`/api/articles/${story.id}`)
    expect([kept.status, ((await kept.json()) as Story).headline]).toEqual([200, 'Talks go on'])
    expect(kept.headers.get('Cache-Status')).toMatch(/^Dateline; hit; ttl=-\d+; detail="stale/)
    expect(kept.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
    expect(await (await get('/')).text()).toContain('Talks go on')
    expect(await statusOf('/api/authors?limit=3')).toBe(503)
    expect(await health()).toBe(503)
    expect((await reader(url).send('POST', '/api/users/login', ADMIN)).status).toBe(503)
    expect((await reader(url).graphql('mutation { logoutUser }')).status).toBe(503)

    await startDatabase()
    await expect.poll(health, { timeout: 120_000 }).toBe(200)
    await (await signIn()).send('PATCH', `/api/articles/${story.id}`, { headline: 'Talks are over', _status: 'published' })
    const fresh = await get(`/api/articles/${story.id}`)
    expect([((await fresh.json()) as Story).headline, fresh.headers.get('Cache-Status')]).toEqual(['Talks are over', 'Dateline; fwd=stale; stored'])
  })

  it('does not show what was withdrawn right before the process was killed', async () => {
    const editor = await signIn()
    const story = await publish(editor, 'Not true after all')
    await get(`/api/articles/${story.id}`)
    await written('Not true after all')
    const { status } = await editor.send('DELETE', `/api/articles/${story.id}`)
    expect(status).toBe(200)
    await app.kill()
    await database.close()

    await start()
    expect(await statusOf(`/api/articles/${story.id}`)).toBe(503)
    await startDatabase()
    await expect.poll(health, { timeout: 120_000 }).toBe(200)
    expect(await statusOf(`/api/articles/${story.id}`)).toBe(404)
  })

  it('never shows what another process took away meanwhile, once the database answers', async () => {
    const editor = await signIn()
    const story = await publish(editor, 'Taken away elsewhere')
    await get(`/api/articles/${story.id}`)
    await written('Taken away elsewhere')
    await app.kill()
    const otherPort = await freePort()
    const other = await startApp({ ...environment(), PORT: String(otherPort), SNAPSHOT_DIR: path.join(folder, 'other') })
    const { body } = await reader(other.url).send<{ token: string }>('POST', '/api/users/login', ADMIN)
    expect((await client(other.url, { Authorization: `JWT ${body.token}` }).send('DELETE', `/api/articles/${story.id}`)).status).toBe(200)
    await other.stop()

    await start()
    expect(await statusOf(`/api/articles/${story.id}`)).toBe(404)
  })

  it('is refused, in a line, where nothing was kept; a broken file is nothing', async () => {
    await app.stop()
    await database.close()
    const file = path.join(folder, 'delivery/snapshot')
    expect((await stat(file)).mode & 0o077).toBe(0)
    await writeFile(file, (await readFile(file)).subarray(0, -100))
    const failure = await startApp(environment()).catch((error: unknown) => String(error))
    expect(failure).toMatch(/The snapshot .* is not used/)
    expect(failure).toMatch(/The database at mongodb:\/\/127.0.0.1:\d+\/dateline.* cannot be reached/)
    await startDatabase()
    await start()
    expect(await health()).toBe(200)
  })
})
