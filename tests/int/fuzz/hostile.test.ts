import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seedNewsroom } from '../../../seed'
import { aProgram } from '../../helpers/apiClients'
import { draftArticle } from '../../helpers/articles'
import { reader } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import { hire } from '../desk/people'
import { hostileRequests } from './hostile'
import type { Ground, Hostile } from './hostile'

/** How many requests, and of which series: FUZZ_REQUESTS=20000 FUZZ_SEED=7 npx vitest run --project sqlite tests/int/fuzz */
const REQUESTS = Number(process.env.FUZZ_REQUESTS ?? 500)
const SEED = Number(process.env.FUZZ_SEED ?? 1)

/** What does not answer by then hangs. */
const HANGS_AFTER_MS = 60_000

let newsroom: TestNewsroom
let headers: Record<string, Record<string, string>>
let ground: Ground
const unhandled: unknown[] = []
const noteUnhandled = (reason: unknown) => unhandled.push(reason)

beforeAll(async () => {
  newsroom = await openNewsroom({ delivery: {} })
  const { payload } = newsroom
  await seedNewsroom(payload)
  const admin = await hire(newsroom, 'admin', 'Ada')
  const editor = await hire(newsroom, 'editor', 'Eve')
  const journalist = await hire(newsroom, 'journalist', 'Ann')
  const program = await aProgram(newsroom, ['read-drafts', 'ingest'])
  headers = { admin: admin.headers, editor: editor.headers, journalist: journalist.headers, program: program.headers, reader: {} }
  const draft = await draftArticle(journalist, { headline: 'A draft' })
  const { docs } = await payload.find({ collection: 'articles', depth: 0, limit: 10 })
  const { docs: versions } = await payload.findVersions({ collection: 'articles', depth: 0, limit: 3 })
  const { docs: tags } = await payload.find({ collection: 'tags', depth: 0, limit: 2 })
  ground = { who: Object.keys(headers), ids: [draft.id, journalist.byline, ...[...docs, ...versions, ...tags].map(({ id }) => id), 'lavrov-north-korea', '00000000-0000-4000-8000-000000000000', '507f1f77bcf86cd799439011'] }
  process.on('unhandledRejection', noteUnhandled)
})
afterAll(async () => {
  process.off('unhandledRejection', noteUnhandled)
  await newsroom.close()
})

async function answerTo({ body, headers: more, method, path, who }: Hostile): Promise<{ status: number; text: string }> {
  const response = await fetch(newsroom.url + path, { method, headers: { ...more, ...headers[who] }, body: body ?? null, redirect: 'manual', signal: AbortSignal.timeout(HANGS_AFTER_MS) })
  return { status: response.status, text: await response.text() }
}

/** Lines of a stack, and where our files are. */
const STACK = /\n\s+at |node_modules|file:\/\/|node:internal/

const megabytes = () => Math.round(process.memoryUsage.rss() / 1024 / 1024)

/** What is wrong with an answer, if anything. */
async function faultOf(request: Hostile): Promise<string | undefined> {
  const { status, text } = await answerTo(request)
  statuses[status] = (statuses[status] ?? 0) + 1
  if (status >= 500 || text.includes('Something went wrong')) return `${status}: ${text.slice(0, 300)}`
  if (STACK.test(text)) return `shows where it failed: ${text.slice(0, 300)}`
  return unhandled.length > 0 ? `unhandled: ${String(unhandled.splice(0))}` : undefined
}

const statuses: Record<string, number> = {}

/** Requests are made so many at a time. */
const SERIES = 500

it(`${REQUESTS} hostile requests get an answer each, none of them a failure`, { timeout: 0 }, async () => {
  const memory = [megabytes()]
  const failures: { request: Hostile; fault: string }[] = []
  for (let sent = 0; sent < REQUESTS; sent += SERIES) {
    // Not shrunk: what an answer is depends on the requests before it.
    for (const request of fc.sample(hostileRequests(ground), { numRuns: Math.min(SERIES, REQUESTS - sent), seed: SEED + sent })) {
      const fault = await faultOf(request).catch((error: unknown) => `no answer: ${String(error)}`)
      if (fault !== undefined) failures.push({ request: { ...request, body: request.body?.slice(0, 500) ?? '' }, fault })
    }
    memory.push(megabytes())
  }
  console.log(`statuses ${JSON.stringify(statuses)}; memory in MiB, after each ${SERIES} requests: ${memory.join(' ')}`)
  expect(failures).toEqual([])
  expect((await reader(newsroom.url).get('/api/articles')).status).toBe(200)
})
