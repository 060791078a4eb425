import { appendFile, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { bridge } from '../../../../src/delivery/bridge'
import type { Message, Source } from '../../../../src/delivery/bridge'
import { keyAt } from '../../../../src/delivery/messages'
import { Snapshot } from '../../../../src/delivery/snapshot/snapshot'
import { IDLE, openToy } from '../support/toyApp'
import type { Toy } from '../support/toyApp'

let dir: string
let failures: string[]
let toys: Toy[]

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'dateline-snapshot-'))
  failures = []
  toys = []
})
afterEach(async () => {
  for (const toy of toys) await toy.close()
  await rm(dir, { force: true, recursive: true })
})

type Start = { identity?: string; maxBytes?: number; isWriter?: boolean; source?: Partial<Source>; isReachable?: () => boolean; folder?: string }

/** Starts a newsroom as the server does; its database answers when it is reachable. */
async function start({ folder = dir, identity = 'ours', isReachable = () => true, isWriter = true, maxBytes = 1_000_000, source = {} }: Start = {}): Promise<Toy> {
  bridge().source = undefined
  const snapshot = await Snapshot.open({ dir: folder, identity, maxBytes, isWriter }, (message, error) => failures.push(`${message}: ${String(error)}`))
  const toy = openToy({
    app: (request, response) => void response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ of: request.url })),
    isOpen: false,
    open: () => {
      if (isReachable()) bridge().source = { ...IDLE, ...source }
      return Promise.resolve()
    },
    snapshot,
  })
  toys.push(toy)
  await toy.delivery.poll()
  return toy
}

const never = () => false
const PATH = '/api/articles/0b5c0000-0000-4000-8000-000000000001'
const ID = PATH.slice(-36)

/** Reads a page in a newsroom that ends properly. */
async function readOnce(...paths: string[]): Promise<void> {
  const toy = await start()
  for (const each of paths) await toy.get(each)
  await toy.close()
}

it('a start without a database shows what was read before, marked stale, and nothing else', async () => {
  await readOnce(PATH)
  const toy = await start({ isReachable: never })
  const kept = await toy.get(PATH)
  expect([kept.status, kept.text]).toEqual([200, JSON.stringify({ of: PATH })])
  expect(kept.header('Cache-Status')).toMatch(/^Dateline; hit; ttl=-\d+; detail="stale/)
  expect((await toy.get('/api/tags')).status).toBe(503)
  const health = await toy.get('/api/health')
  expect([health.status, JSON.parse(health.text)]).toEqual([503, { status: 'error', database: 'down', version: expect.any(String) }])
  expect((await toy.ask('/api/articles', { method: 'POST', body: '{}' })).status).toBe(503)
  expect(toy.renders()).toBe(0)
})

it('a start with a database asks for everything anew', async () => {
  await readOnce(PATH)
  const toy = await start()
  expect((await toy.get(PATH)).header('Cache-Status')).toBe('Dateline; fwd=stale; stored')
  expect(toy.renders()).toBe(1)
})

it('a database that comes up later is found', async () => {
  await readOnce(PATH)
  let isReachable = false
  const toy = await start({ isReachable: () => isReachable })
  expect((await toy.get('/api/tags')).status).toBe(503)
  isReachable = true
  await toy.delivery.poll()
  expect((await toy.get('/api/tags')).status).toBe(200)
})

it('what another process withdrew meanwhile is known before anything is answered', async () => {
  await readOnce(PATH, '/api/tags')
  const message: Message = { key: `${keyAt(Date.now())}:1`, by: 'another', change: { tags: ['articles', ID], removes: true, moments: [] } }
  const toy = await start({ source: { messages: (after) => Promise.resolve([message].filter(({ key }) => key > after)) } })
  expect(toy.delivery.stats().entries).toBe(1)
  // As if it had been killed now, and its database with it.
  const next = await start({ isReachable: never })
  expect([(await next.get(PATH)).status, (await next.get('/api/tags')).status]).toEqual([503, 200])
})

it('what was withdrawn in the last moment is not shown, though the snapshot holds it', async () => {
  await readOnce(PATH, '/api/tags')
  const before = await readFile(path.join(dir, 'snapshot'))
  const toy = await start()
  toy.change({ tags: ['articles', ID], removes: true })
  // As if the process had been killed here.
  expect(await readFile(path.join(dir, 'snapshot'))).toEqual(before)
  const next = await start({ isReachable: never })
  expect([(await next.get(PATH)).status, (await next.get('/api/tags')).status]).toEqual([503, 200])
})

it('a list of withdrawals that ends in the middle of a line withdraws everything', async () => {
  await readOnce(PATH)
  await appendFile(path.join(dir, 'withdrawn'), '{"at":170')
  const toy = await start({ isReachable: never })
  expect((await toy.get(PATH)).status).toBe(503)
})

it('what changed without being withdrawn is shown as it was', async () => {
  await readOnce(PATH)
  const toy = await start()
  toy.change({ tags: ['articles', ID] })
  const next = await start({ isReachable: never })
  expect((await next.get(PATH)).status).toBe(200)
})

it('holds what was used last, within its bounds', async () => {
  const toy = await start({ maxBytes: 5000 })
  for (let page = 0; page < 20; page += 1) await toy.get(`/api/articles?page=${page}`)
  await toy.close()
  const next = await start({ isReachable: never, maxBytes: 5000 })
  const statuses = await Promise.all([0, 18, 19].map(async (page) => (await next.get(`/api/articles?page=${page}`)).status))
  expect(statuses).toEqual([503, 200, 200])
})

it.each([
  ['a broken file', () => writeFile(path.join(dir, 'snapshot'), 'dateline-snapshot 2\n{'), /ends too early/],
  ['a foreign file', () => writeFile(path.join(dir, 'snapshot'), 'PNG'), /no snapshot of this version/],
  ['another newsroom’s', () => Promise.resolve(), /of another database, build or site/],
])('%s is nothing, and the log says so', async (_what, spoil, fault) => {
  await readOnce(PATH)
  await spoil()
  const toy = await start({ identity: 'another', isReachable: never })
  expect((await toy.get(PATH)).status).toBe(503)
  expect(failures).toEqual([expect.stringMatching(fault)])
})

it('is nobody else’s to read, and leaves nothing half written behind', async () => {
  await writeFile(path.join(dir, 'snapshot.1.tmp'), 'half')
  await readOnce(PATH)
  expect(await readdir(dir)).toEqual(['snapshot'])
  expect((await stat(path.join(dir, 'snapshot'))).mode & 0o077).toBe(0)
})

it('a process that is not to write it does not', async () => {
  const toy = await start({ isWriter: false })
  await toy.get(PATH)
  await toy.close()
  expect(await readdir(dir)).toEqual([])
})

it('without a folder to use the newsroom serves as ever', async () => {
  await writeFile(path.join(dir, 'taken'), '')
  const toy = await start({ folder: path.join(dir, 'taken') })
  expect((await toy.get(PATH)).status).toBe(200)
  expect(failures).toEqual([expect.stringMatching(/^No snapshot can be kept/)])
})
