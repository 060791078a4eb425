/**
 * One side of bench/import.ts, in a process of its own on the database of the environment: brings the files of a folder
 * in, by the import or by plain `payload.create`, and prints what it took as one line of JSON.
 */
import { createLocalReq, getPayload } from 'payload'
import type { Payload } from 'payload'
import { findSources } from '../src/cli/importSources'
import { importStories } from '../src/ingest/save/importStories'
import type { ParsedStory } from '../src/ingest/save/importStories'
import { articleData } from '../src/ingest/save/articleData'
import { identify } from '../src/ingest/save/identity'
import { readStories } from '../src/ingest/save/readStories'
import { References } from '../src/ingest/save/references'

/** Memory is first looked at when so many are in: code is compiled and caches are full by then. */
const WARM = 1000

const [side = 'import', folder = ''] = process.argv.slice(2)

async function* arrivals(): AsyncGenerator<ParsedStory> {
  for (const source of await findSources([folder])) yield* readStories(source)
}

/** Tells after each story that is in. */
async function* byImport(payload: Payload): AsyncGenerator<undefined> {
  const options = { publish: true, dryRun: false, create: true, onConflict: 'keep' } as const
  for await (const report of importStories(payload, arrivals(), options, { via: 'command', importer: { kind: 'command' } })) {
    if (report.outcome !== 'created') throw new Error(`${report.file}: ${report.outcome} ${JSON.stringify(report.errors)}`)
    yield
  }
}

/** The same articles, each created as any code would. */
async function* byCreate(payload: Payload): AsyncGenerator<undefined> {
  const references = new References(payload)
  const req = await createLocalReq({}, payload)
  for await (const arrival of arrivals()) {
    if (!('story' in arrival)) throw new Error('A generated copy was refused.')
    const { story } = arrival
    const resolved = await references.resolve(story.item, { req, onUndo: () => undefined }, { make: true })
    const { section = '', ...data } = articleData(story, identify(story), resolved, undefined, { kind: 'command' }, 'published')
    await payload.create({ collection: 'articles', data: { ...data, section, slug: '', _status: 'published' }, depth: 0 })
    yield
  }
}

const { default: config } = await import('../payload.config')
const payload = await getPayload({ config })
const started = performance.now()
const cpu = process.cpuUsage()
let count = 0
let warm = 0
let rss = 0
for await (const _ of side === 'import' ? byImport(payload) : byCreate(payload)) {
  count += 1
  if (count === WARM) warm = process.memoryUsage.rss()
  rss = process.memoryUsage.rss()
}
const seconds = (performance.now() - started) / 1000
const { system, user } = process.cpuUsage(cpu)
const mebi = 2 ** 20
console.log(JSON.stringify({ count, seconds, cpuSeconds: (system + user) / 1e6, warmMiB: warm / mebi, rssMiB: rss / mebi }))
await payload.destroy()
process.exit(0)
