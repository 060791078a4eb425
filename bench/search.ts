/**
 * How long a search takes, for readers and at the desk.
 *
 *   npx tsx bench/search.ts [articles] [database URL]
 *
 * The articles are made up, of few words, so that most words stand in most of them: no search has more to go through.
 * Each is one page of 25 and its count, by the Local API under the rules of access; the middle one of 15 is told,
 * with the processor time it took, which says what time does not where a machine is busy.
 */
import { getPayload } from 'payload'
import type { Where } from 'payload'
import { prepareData, SECRET } from './data'

const ROUNDS = 15

/** What is looked for: in one article, in some, in nearly all, and beginnings of many words. */
const TEXTS = ['lavrov', 'pyongyang', '777', 'treaty', 'fishing geneva', 'in', 'the harbour authority in oslo', 'CJ journalist', 'arms transfers', 'nowhere']

const [articles = 100_000] = process.argv.slice(2, 3).map(Number)
const url = process.argv[3] ?? (await prepareData(articles, (line) => process.stderr.write(`${line}\n`))).ours
Object.assign(process.env, { DATABASE_URL: url, DISABLE_PAYLOAD_HMR: 'true', NODE_ENV: 'production', PAYLOAD_SECRET: SECRET })
const { default: config } = await import('../payload.config')
const payload = await getPayload({ config })

async function measure(text: string, isDesk: boolean): Promise<{ found: number; ms: number; cpuMs: number }> {
  const where: Where = { search: { like: text } }
  const select = { headline: true, section: true, slug: true, publishedAt: true } as const
  const times: number[] = []
  const cpuTimes: number[] = []
  let found = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = performance.now()
    const cpu = process.cpuUsage()
    const page = await payload.find({ collection: 'articles', depth: 0, draft: isDesk, limit: 25, overrideAccess: isDesk, select, where })
    times.push(performance.now() - started)
    const { system, user } = process.cpuUsage(cpu)
    cpuTimes.push((system + user) / 1000)
    found = page.totalDocs
  }
  return { found, ms: middle(times), cpuMs: middle(cpuTimes) }
}

function middle(times: number[]): number {
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN
}

for (const text of TEXTS) {
  for (const isDesk of [false, true]) {
    const { cpuMs, found, ms } = await measure(text, isDesk)
    console.log(`${isDesk ? 'desk   ' : 'readers'}  ${JSON.stringify(text).padEnd(34)} ${String(found).padStart(7)} found  ${ms.toFixed(1).padStart(7)} ms  ${cpuMs.toFixed(1).padStart(7)} CPU ms`)
  }
}
await payload.destroy()
process.exit(0)
