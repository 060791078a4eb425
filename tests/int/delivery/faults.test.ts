import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { getPayload } from 'payload'
import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { setLimits } from '../../../src/security/counters'
import { limitsOf } from '../../../src/security/limits'
import { GUARD_DEFAULTS } from '../../../src/security/settings'
import { createSection, draftArticle, publishArticle, republish } from '../../helpers/articles'
import type { ArticleAnswer, Refusal } from '../../helpers/articles'
import { reader, signIn } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { startMongod } from '../../helpers/mongod'
import type { RestartableServer } from '../../helpers/mongod'
import { findPostgres, startPostgres } from '../../helpers/postgres'
import { serveRoutes } from '../../helpers/routes'
import type { ServedRoutes } from '../../helpers/routes'

const HEADLINES = '{ Articles { docs { headline } } }'

const isOnMongod = process.env.TEST_ENGINE === 'mongodb' && (process.env.TEST_MONGODB_URL === undefined || process.env.MONGOMS_SYSTEM_BINARY !== undefined)
const isOnPostgres = process.env.TEST_ENGINE === 'postgres' && (await findPostgres()) !== undefined

describe.runIf(isOnMongod || isOnPostgres)('the database is gone (only on a server of this machine: MongoDB with MONGOMS_SYSTEM_BINARY, PostgreSQL from Debian)', () => {
  let folder: string
  let database: RestartableServer
  let payload: Payload
  let routes: ServedRoutes
  let anonymous: Client
  let editor: Client
  let section: string
  let story: string

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'dateline-faults-'))
    database = await (isOnMongod ? startMongod : startPostgres)(folder)
    process.env.DATABASE_URL = database.url
    process.env.PAYLOAD_SECRET = 'a secret for tests only'
    // Clients are counted in the database, as in the app.
    setLimits(limitsOf(GUARD_DEFAULTS))
    const { default: config } = await import('../../../payload.config')
    payload = await getPayload({ config })
    routes = await serveRoutes({}, {})
    anonymous = reader(routes.url)
    editor = await signIn({ payload, url: routes.url }, 'editor')
    section = (await createSection(editor, 'World')).id
    story = (await publishArticle(editor, { headline: 'Talks', section })).id
  })
  afterAll(async () => {
    setLimits(undefined)
    await routes.close()
    await payload.destroy()
    await database.stop()
    await rm(folder, { force: true, recursive: true })
  })

  const kept = () => `/api/articles/${story}`
  const isUp = () => routes.delivery?.stats().isUp
  const health = async () => (await fetch(`${routes.url}/api/health`)).status

  async function becomes(wanted: boolean): Promise<void> {
    await expect.poll(isUp, { timeout: 60_000, interval: 20 }).toBe(wanted)
  }

  /** Reads until what is kept is so. */
  async function keep(): Promise<void> {
    await anonymous.graphql(HEADLINES)
    await expect.poll(async () => (await anonymous.get(kept())).headers.get('Cache-Status'), { timeout: 60_000 }).toBe('Dateline; hit')
  }

  /** What the newsroom does without a database. */
  async function expectServiceWithout(): Promise<void> {
    const read = await anonymous.get<ArticleAnswer>(kept())
    expect([read.status, read.body.headline]).toEqual([200, 'Talks'])
    expect(read.headers.get('Cache-Status')).toMatch(/^Dateline; hit; .*detail="stale/)
    expect(read.headers.get('Warning')).toBeNull()
    const query = await anonymous.graphql(HEADLINES)
    expect([query.status, query.data]).toEqual([200, { Articles: { docs: [{ headline: 'Talks' }] } }])
    const write = await editor.send<Refusal>('PATCH', kept(), { headline: 'Lost?', _status: 'published' })
    expect([write.status, write.headers.get('Retry-After')]).toEqual([503, '2'])
    expect((await anonymous.get('/api/tags?limit=3')).status).toBe(503)
    expect((await anonymous.graphql('mutation { logoutUser }')).status).toBe(503)
    expect(await health()).toBe(503)
  }

  /** What it does when the database is back: everything, as before. */
  async function expectFullService(): Promise<void> {
    expect(await health()).toBe(200)
    expect((await anonymous.get('/api/tags?limit=3')).status).toBe(200)
    await republish(editor, story, { headline: 'Talks resumed' })
    expect((await anonymous.get<ArticleAnswer>(kept())).body.headline).toBe('Talks resumed')
    await republish(editor, story, { headline: 'Talks' })
  }

  it('stopped, as by a machine that hangs: readers notice nothing, and all heals', async () => {
    await keep()
    const pids = await database.pids()
    const signal = (name: NodeJS.Signals) => {
      for (const pid of pids) process.kill(pid, name)
    }
    signal('SIGSTOP')
    onTestFinished(() => signal('SIGCONT'))
    // On its way when nothing answers any more: it ends when that is found out, and does not hang.
    const caught = editor.send<Refusal>('POST', '/api/articles', { headline: 'Caught', section }, { draft: true })
    const unread = anonymous.get<Refusal>('/api/sections?limit=7')
    await becomes(false)
    expect([(await caught).status, (await unread).status]).toEqual([503, 503])
    await expectServiceWithout()
    signal('SIGCONT')
    await becomes(true)
    await expectFullService()
  })

  it('killed, and started again: readers notice nothing, and all heals', async () => {
    await keep()
    await database.stop('SIGKILL')
    await becomes(false)
    const read = await anonymous.get<ArticleAnswer>(kept())
    expect([read.status, read.body.headline]).toEqual([200, 'Talks'])
    await database.start()
    await becomes(true)
    await expectFullService()
  })

  it('an editor may go on with what was begun', async () => {
    const { id } = await draftArticle(editor, { headline: 'Afterwards', section })
    expect((await editor.get<ArticleAnswer>(`/api/articles/${id}`, { draft: true })).body.headline).toBe('Afterwards')
  })
})
