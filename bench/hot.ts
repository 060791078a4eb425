/**
 * How fast kept answers go out: the built app as `npm start` serves it, against bare `node:http` with the same bytes,
 * question by question in turns.
 *
 *     node --import tsx bench/hot.ts [seconds per turn] [turns]
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { prepareData } from './data'
import { ask } from './load'
import type { Round } from './load'
import { questions, requestInit, urlOf } from './questions'
import type { Question, Sample } from './questions'
import { startServer } from './servers'

const CONNECTIONS = 10
const ARTICLES = 2000
const seconds = Number(process.argv[2] ?? 3)
const turns = Number(process.argv[3] ?? 3)

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
}

async function bytesOf(base: string, question: Question): Promise<Buffer> {
  const response = await fetch(urlOf(base, question), requestInit(question))
  if (response.status !== 200) throw new Error(`${question.path} answered ${response.status}.`)
  return Buffer.from(await response.arrayBuffer())
}

async function sampleOf(base: string): Promise<Sample> {
  const response = await fetch(`${base}/api/articles?limit=1&page=20&select[slug]=true&select[section]=true`)
  const { docs } = (await response.json()) as { docs: { slug: string; section: { id: string; slug: string } }[] }
  const [doc] = docs
  if (!doc) throw new Error('There are no articles.')
  return { section: doc.section.id, sectionSlug: doc.section.slug, slug: doc.slug }
}

const answers = await mkdtemp(path.join(tmpdir(), 'dateline-hot-'))
const data = await prepareData(ARTICLES, (line) => console.log(line))
const app = await startServer('app', data, answers)
const bare = await startServer('bare', data, answers)
try {
  const asked = questions(await sampleOf(app.url)).map(({ id, title, wordings }) => ({ id, title, question: wordings.advised }))
  asked.push({ id: 'Q6', title: 'RSS', question: { method: 'GET', path: '/feeds/rss.xml' } })
  console.log(`${'question'.padEnd(28)}${'bytes'.padStart(8)}${'bare/s'.padStart(9)}${'app/s'.padStart(9)}${'ratio'.padStart(7)}${'p50 ms'.padStart(8)}${'p99 ms'.padStart(8)}${'failed'.padStart(8)}`)
  for (const { id, question, title } of asked) {
    const bytes = await bytesOf(app.url, question)
    await writeFile(path.join(answers, `${id}.json`), bytes)
    const rounds: { app: Round; bare: Round }[] = []
    for (let turn = 0; turn < turns; turn += 1) {
      const load = { connections: CONNECTIONS, seconds }
      rounds.push({ bare: await ask(bare, { ...question, path: `/${id}` }, load), app: await ask(app, question, load) })
    }
    const [ours, theirs] = [median(rounds.map((round) => round.app.requestsPerSecond)), median(rounds.map((round) => round.bare.requestsPerSecond))]
    const cells = [
      String(bytes.length).padStart(8),
      theirs.toFixed(0).padStart(9),
      ours.toFixed(0).padStart(9),
      (ours / theirs).toFixed(2).padStart(7),
      String(median(rounds.map((round) => round.app.p50))).padStart(8),
      String(median(rounds.map((round) => round.app.p99))).padStart(8),
      String(rounds.reduce((sum, round) => sum + round.app.failures, 0)).padStart(8),
    ]
    console.log(`${`${id} ${title}`.padEnd(28)}${cells.join('')}`)
  }
} finally {
  await Promise.all([app.stop(), bare.stop()])
  await rm(answers, { force: true, recursive: true })
}
