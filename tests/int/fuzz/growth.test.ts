import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedNewsroom } from '../../../seed'
import { seedSample } from '../../../seed/sample'
import { aProgram } from '../../helpers/apiClients'
import { draftArticle } from '../../helpers/articles'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import { hire } from '../desk/people'
import { PARTS } from './growth'
import type { Ground, Part, Sender, Sent } from './growth/parts'

/**
 * With GROWTH_COSTS=1 every part and every size is tried, and the dearest answers are printed with their processor time:
 * GROWTH_COSTS=1 npx vitest run --project sqlite tests/int/fuzz/growth.test.ts -t graphql
 *
 * Without it, only queries are tried, in small sizes.
 */
const TELLS_COSTS = process.env.GROWTH_COSTS === '1'
const ARTICLES = TELLS_COSTS ? 200 : 20

/** Bytes of a request, where costs are not asked for. */
const MOST_BYTES = 300_000

/** Processor time that an answer may cost, as it is printed; no test fails for it. */
const MOST_MS: Record<Sender, number> = { stranger: 250, editor: 2000, program: 2000 }

/** What does not answer by then hangs. */
const HANGS_AFTER_MS = 60_000

let newsroom: TestNewsroom
let ground: Ground
const logins: Record<Sender, Record<string, string>> = { stranger: {}, editor: {}, program: {} }
const costs: { ms: number; bytes: number; name: string; status: number; mib: number }[] = []

beforeAll(async () => {
  newsroom = await openNewsroom({ delivery: {}, guard: { graphqlRate: 0, loginRate: 0, writeRate: 0 } })
  const { payload } = newsroom
  await seedNewsroom(payload)
  await seedSample(payload, ARTICLES)
  const editor = await hire(newsroom, 'editor', 'Eve')
  logins.editor = editor.headers
  logins.program = (await aProgram(newsroom, ['ingest'])).headers
  const draft = await draftArticle(editor, { headline: 'A draft' })
  const { docs: [article] } = await payload.find({ collection: 'articles', depth: 0, limit: 1, where: { _status: { equals: 'published' } } })
  const { docs: [section] } = await payload.find({ collection: 'sections', depth: 0, limit: 1 })
  const { docs: [tag] } = await payload.find({ collection: 'tags', depth: 0, limit: 1 })
  ground = { article: article?.id ?? '', author: editor.byline, draft: draft.id, section: section?.id ?? '', slug: article?.slug ?? '', tag: tag?.id ?? '' }
}, 0)

afterAll(async () => {
  await newsroom.close()
  if (!TELLS_COSTS) return
  const dearest = costs.sort((one, other) => other.ms - one.ms).slice(0, 60)
  console.log(['processor ms, bytes sent, status, MiB grown', ...dearest.map(({ bytes, mib, ms, name, status }) => `${String(ms).padStart(7)} ${String(bytes).padStart(9)} ${status} ${String(mib).padStart(5)}  ${name}`)].join('\n'))
})

async function answerTo({ body, headers, method = 'GET', path }: Sent, who: Sender): Promise<{ status: number; text: string }> {
  const response = await fetch(newsroom.url + path, { method, headers: { ...headers, ...logins[who] }, body: body ?? null, redirect: 'manual', signal: AbortSignal.timeout(HANGS_AFTER_MS) })
  return { status: response.status, text: await response.text() }
}

const megabytes = () => Math.round(process.memoryUsage.rss() / 1024 / 1024)

/** Sends a part as large as this, and says what is wrong with the answer. */
async function faultAt(part: Part, size: number, who: Sender): Promise<string | undefined> {
  const sent = part.grow(size, ground)
  const bytes = sent.path.length + (sent.body?.length ?? 0)
  if (!TELLS_COSTS && bytes > MOST_BYTES) return undefined
  const [before, memory] = [process.cpuUsage(), megabytes()]
  const answer = await answerTo(sent, who).catch((error: unknown) => ({ status: 0, text: String(error instanceof Error ? (error.cause ?? error) : error) }))
  const { system, user } = process.cpuUsage(before)
  const ms = Math.round((system + user) / 1000)
  if (TELLS_COSTS && ms > MOST_MS[who]) process.stderr.write(`${String(ms)} ms, ${String(bytes)} bytes, ${String(answer.status)}: ${who}, ${part.name} ${String(size)}\n`)
  costs.push({ ms, bytes, mib: megabytes() - memory, name: `${who}, ${part.name} ${String(size)}`, status: answer.status })
  // A server that refuses what is too large before all of it came may end the connection.
  const isCut = answer.status === 0 && /ECONNRESET|EPIPE|other side closed/.test(answer.text)
  return (answer.status >= 200 && answer.status < 500) || isCut ? undefined : `${who}, ${String(size)}: ${answer.status} ${answer.text.slice(0, 200)}`
}

const parts = TELLS_COSTS ? PARTS : PARTS.filter(({ name }) => /^query: /.test(name))

describe('whatever grows is answered, or refused, and never fails', () => {
  it.each(parts)('$name', { timeout: 0 }, async (part) => {
    const faults: string[] = []
    for (const who of part.who) {
      for (const size of part.sizes) {
        const fault = await faultAt(part, size, who)
        if (fault !== undefined) faults.push(fault)
      }
    }
    expect(faults).toEqual([])
    expect((await answerTo({ path: '/api/health' }, 'stranger')).status).toBe(200)
  })
})
