/**
 * Readers and an editor for as long as one likes: the built app at a steady rate of requests, an article saved every
 * second, and each time asked for until it is there.
 *
 *     npm run bench:soak -- [seconds] [requests a second]
 */
import { setTimeout as delay } from 'node:timers/promises'
import autocannon from 'autocannon'
import { percentile, withEditor } from './editor'

const ARTICLES = 2000
const CONNECTIONS = 50
const MIB = 2 ** 20
const seconds = Number(process.argv[2] ?? 600)
const rate = Number(process.argv[3] ?? 5000)

const PATHS = ['/api/articles?limit=10&pagination=false&select[headline]=true&select[slug]=true', '/api/articles?limit=20&page=2', '/feeds/rss.xml', '/']

type Save = { milliseconds: number; isStale: boolean; isFailed: boolean }

/** Saves the newest article under a new headline, and asks for it and for the front page at once. */
async function save(url: string, id: string, headline: string, authorization: string): Promise<Save> {
  const began = performance.now()
  const { ok } = await fetch(`${url}/api/articles/${id}`, {
    method: 'PATCH',
    headers: { Authorization: authorization, 'Content-Type': 'application/json' },
    body: JSON.stringify({ headline, _status: 'published' }),
  })
  const milliseconds = performance.now() - began
  const answers = await Promise.all([`/api/articles/${id}`, PATHS[0]].map(async (each) => (await fetch(`${url}${each ?? ''}`)).text()))
  return { milliseconds, isFailed: !ok, isStale: answers.some((answer) => !answer.includes(headline)) }
}

await withEditor(ARTICLES, async ({ app, authorization }) => {
  const { docs } = (await (await fetch(`${app.url}/api/articles?limit=1`)).json()) as { docs: [{ id: string }] }
  const [{ id }] = docs
  const saves: Save[] = []
  const memory: number[] = []
  let isOver = false
  const editor = (async () => {
    for (let version = 1; !isOver; version += 1) {
      saves.push(await save(app.url, id, `Headline ${version}`, authorization))
      memory.push((await app.usage()).rssBytes / MIB)
      await delay(1000)
    }
  })()
  const result = await autocannon({
    url: app.url,
    requests: PATHS.map((each) => ({ method: 'GET', path: new URL(each, app.url).href.slice(app.url.length) })),
    connections: CONNECTIONS,
    duration: seconds,
    overallRate: rate,
  })
  isOver = true
  await editor
  const quarter = memory.slice(Math.floor(memory.length / 4))
  console.log(`reads    ${result.requests.total}, ${result.requests.average.toFixed(0)} a second, p50 ${result.latency.p50} ms, p99 ${result.latency.p99} ms`)
  console.log(`failed   ${result.non2xx + result.errors + result.timeouts}`)
  console.log(`saves    ${saves.length}, median ${percentile(saves.map((each) => each.milliseconds), 0.5).toFixed(0)} ms, failed ${saves.filter((each) => each.isFailed).length}, answered with what was replaced ${saves.filter((each) => each.isStale).length}`)
  console.log(`RSS MiB  ${quarter[0]?.toFixed(0) ?? '?'} after a quarter, ${memory.at(-1)?.toFixed(0) ?? '?'} at the end, at most ${Math.max(...memory).toFixed(0)}`)
})
