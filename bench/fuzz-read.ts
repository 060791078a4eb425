/**
 * Throws damaged files of every format at the readers and looks for what must never happen: an exception, a piece of
 * the source named twice, or more than 10 ms of the processor for a kilobyte.
 *
 *   npx tsx bench/fuzz-read.ts [count for each format, 100000 unless told] [seed, 1 unless told]
 *
 * The same seed gives the same inputs. Prints for each format how many were read, refused and failed, and the slowest
 * time for a kilobyte; exits 1 on any failure. An input that is slow is timed again, up to twenty times, lest the machine be
 * blamed on it; inputs below a kilobyte count as one.
 */
import { performance } from 'node:perf_hooks'
import type { ItemResult } from '../src/ingest/item'
import { htmlToLexical } from '../src/ingest/lexical'
import { readMarkdown, readNinjs, readXml, sniffFormat } from '../src/ingest/read'
import { createRandom } from './random'
import type { Random } from './random'
import { FRAGMENTS, SEEDS } from './readSeeds'
import type { SeedFormat } from './readSeeds'

const MS_PER_KB = 10
const RETRIES = 20
/** Inputs read before any is timed: until the engine has compiled the readers, it is the engine that is measured. */
const WARM_UP = 2_000
const count = Number(process.argv[2] ?? 100_000)
const seed = Number(process.argv[3] ?? 1)

const READERS: Readonly<Record<SeedFormat, (bytes: Buffer) => Promise<ItemResult[]>>> = {
  ninjs: (bytes) => Promise.resolve(Array.from(readNinjs(bytes.toString('utf8')))),
  markdown: (bytes) => Promise.resolve([readMarkdown(bytes.toString('utf8'))]),
  html: (bytes) => {
    htmlToLexical(bytes.toString('utf8'), { base: 'https://a.example/', blankLines: bytes.length % 2 === 0 })
    return Promise.resolve([])
  },
  rss: readAll,
  atom: readAll,
  wxr: readAll,
}

async function readAll(bytes: Buffer): Promise<ItemResult[]> {
  const results: ItemResult[] = []
  for await (const result of readXml(halves(bytes))) results.push(result)
  return results
}

async function* halves(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes.subarray(0, bytes.length >> 1))
  yield bytes.subarray(bytes.length >> 1)
}

function mutate(bytes: Buffer, format: SeedFormat, random: Random): Buffer {
  const start = random.below(bytes.length + 1)
  const end = Math.min(bytes.length, start + random.below(48))
  const around = (put: Uint8Array, from = start, to = from): Buffer => Buffer.concat([bytes.subarray(0, from), put, bytes.subarray(to)])
  switch (random.below(8)) {
    case 0:
      return around(Buffer.alloc(0), start, end)
    case 1:
      return around(bytes.subarray(start, end))
    case 2:
      return around(Buffer.from([random.below(256)]), start, start + 1)
    case 3:
      return bytes.subarray(0, start)
    case 4:
      return around(Buffer.from(random.pick(FRAGMENTS.any).repeat(1 + random.below(40))))
    default:
      return around(Buffer.from(random.pick(FRAGMENTS[format])), start, random.below(2) === 0 ? start : end)
  }
}

function makeInput(format: SeedFormat, random: Random): Buffer {
  let bytes: Buffer = Buffer.from(random.pick(SEEDS[format]))
  for (let left = 1 + random.below(4); left > 0; left--) bytes = mutate(bytes, format, random)
  return bytes
}

async function timed(format: SeedFormat, input: Buffer): Promise<{ results: ItemResult[]; msPerKb: number }> {
  const start = process.cpuUsage()
  const results = await READERS[format](input)
  const { system, user } = process.cpuUsage(start)
  return { results, msPerKb: (system + user) / 1000 / Math.max(1, input.length / 1024) }
}

function doubleEntries(results: readonly ItemResult[]): string[] {
  return results.flatMap(({ account }) => {
    const seen = new Set<string>()
    return account.map(({ at }) => at).filter((at) => seen.size === seen.add(at).size)
  })
}

async function fuzz(format: SeedFormat): Promise<boolean> {
  const random = createRandom(seed)
  const tally = { read: 0, refused: 0, failed: 0 }
  let slowest = 0
  const other = createRandom(seed + 1)
  for (let number = 0; number < WARM_UP; number++) await READERS[format](makeInput(format, other))
  const start = performance.now()
  for (let number = 1; number <= count; number++) {
    const input = makeInput(format, random)
    try {
      sniffFormat(input)
      const first = await timed(format, input)
      const { results } = first
      let { msPerKb } = first
      for (let again = 0; again < RETRIES && msPerKb > MS_PER_KB; again++) msPerKb = Math.min(msPerKb, (await timed(format, input)).msPerKb)
      slowest = Math.max(slowest, msPerKb)
      const doubles = doubleEntries(results)
      if (msPerKb > MS_PER_KB) throw new Error(`${msPerKb.toFixed(1)} ms for a kilobyte`)
      if (doubles.length > 0) throw new Error(`named twice: ${doubles.join(', ')}`)
      if (results.some(({ ok }) => !ok)) tally.refused += 1
      else tally.read += 1
    } catch (error) {
      tally.failed += 1
      if (tally.failed <= 5) console.error(`${format} ${String(number)} of seed ${String(seed)}:`, error, JSON.stringify(input.toString('latin1')).slice(0, 2_000))
    }
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  console.log(`${format}: ${String(tally.read)} read, ${String(tally.refused)} refused, ${String(tally.failed)} failed; slowest ${slowest.toFixed(2)} ms/KB; ${seconds} s`)
  return tally.failed === 0
}

const wanted = process.argv[4]
let isFine = true
for (const format of ['ninjs', 'markdown', 'html', 'rss', 'atom', 'wxr'] as const) {
  if (wanted === undefined || wanted === format) isFine = (await fuzz(format)) && isFine
}
process.exitCode = isFine ? 0 : 1
