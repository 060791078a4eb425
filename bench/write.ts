/**
 * How long it takes to create and publish an article through REST in the built app, its cache on: one after the other.
 *
 *     node --conditions=production --import tsx bench/write.ts [articles]
 */
import { plainToLexical } from '../src/ingest/lexical'
import { percentile, withEditor } from './editor'

const ARTICLES = 2000
/** The first ones find nothing compiled yet. */
const WARM_UP = 50
const count = Number(process.argv[2] ?? 300)

const BODY = plainToLexical(Array.from({ length: 20 }, (_, n) => `Paragraph ${n} of a story of a usual length, in which somebody says something and somebody else denies it.`))

type Page = { docs: [{ id: string }] }

await withEditor(ARTICLES, async ({ app, authorization }) => {
  const firstOf = async (collection: string) => ((await (await fetch(`${app.url}/api/${collection}?limit=1`)).json()) as Page).docs[0].id
  const [section, author] = await Promise.all(['sections', 'authors'].map(firstOf))
  const create = async (n: number): Promise<number> => {
    const began = performance.now()
    const response = await fetch(`${app.url}/api/articles`, {
      method: 'POST',
      headers: { Authorization: authorization, 'Content-Type': 'application/json' },
      body: JSON.stringify({ headline: `Written ${n} ${Date.now()}`, section, bylines: [{ author, role: 'reporter' }], body: BODY, _status: 'published' }),
    })
    await response.arrayBuffer()
    if (response.status !== 201) throw new Error(`Writing answered ${response.status}.`)
    return performance.now() - began
  }
  for (let n = 0; n < WARM_UP; n += 1) await create(n)
  const before = await app.usage()
  const times: number[] = []
  for (let n = 0; n < count; n += 1) times.push(await create(WARM_UP + n))
  const after = await app.usage()
  const cpu = (after.cpuMicroseconds - before.cpuMicroseconds) / 1000 / count
  console.log(`create and publish  ${count}: median ${percentile(times, 0.5).toFixed(1)} ms, p99 ${percentile(times, 0.99).toFixed(1)} ms, fastest ${Math.min(...times).toFixed(1)} ms, processor ${cpu.toFixed(1)} ms each (target: median under 11 ms)`)
})
