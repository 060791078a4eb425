/**
 * Throws damaged wire copy at the parser and looks for what must never happen: an exception, a source line without an
 * account or with two, a body that is not the lines accounted to it, or more than 10 ms for a kilobyte.
 *
 *   npx tsx bench/fuzz-wire.ts [count, 100000 unless told] [seed, 1 unless told]
 *
 * The same seed gives the same inputs. Prints how many were read, refused and failed, and the seed and number of each
 * failure; exits 1 if there is any. An input that is slow is timed again, twice, lest the machine be blamed on it.
 */
import { performance } from 'node:perf_hooks'
import { decodeCopy, looksLikeHouseCopy, parseHouseCopy } from '../src/ingest/house'
import type { HouseCopyResult } from '../src/ingest/house'
import { createRandom } from './random'
import type { Random } from './random'
import { generateCopy } from './wireCopies'

const MS_PER_KB = 10
const FRAGMENTS = [
  '-', '—', '|', '：', '\n', '\r', '\r\n', '\n\n', ' ', '\t', '\u3000', '\0', '\ufeff', '\ufffd', '\u2028', '\u0085', '\u001a',
  'Published:', 'Published: 03/04/2023\n', 'EDITED BY| ', ' section - ', ' - - 2023-10-18\n', '31 February 2023', ' and ', ' & ',
  '- '.repeat(150), ' '.repeat(380), '1 '.repeat(30), 'a, '.repeat(120), ' section'.repeat(45), '-1'.repeat(190),
] as const

type Mutation = (bytes: Buffer, random: Random) => Buffer

const between = (bytes: Buffer, random: Random): [number, number] => {
  const start = random.below(bytes.length + 1)
  return [start, Math.min(bytes.length, start + random.below(64))]
}
const splice = (bytes: Buffer, start: number, end: number, put: Uint8Array): Buffer =>
  Buffer.concat([bytes.subarray(0, start), put, bytes.subarray(end)])

const MUTATIONS: readonly [Mutation, ...Mutation[]] = [
  (bytes, random) => splice(bytes, ...between(bytes, random), Buffer.alloc(0)),
  (bytes, random) => splice(bytes, ...between(bytes, random), Buffer.from(random.pick(FRAGMENTS))),
  (bytes, random) => {
    const [start] = between(bytes, random)
    return splice(bytes, start, start, Buffer.from(random.pick(FRAGMENTS)))
  },
  (bytes, random) => {
    const [start, end] = between(bytes, random)
    return splice(bytes, start, start, bytes.subarray(start, end))
  },
  (bytes, random) => splice(bytes, random.below(bytes.length + 1), bytes.length, Buffer.alloc(0)),
  (bytes, random) => {
    const [start] = between(bytes, random)
    return splice(bytes, start, start + 1, Buffer.from([random.below(256)]))
  },
  (bytes, random) => Buffer.from(Array.from({ length: random.below(64) }, () => random.below(256)).concat([...bytes.subarray(0, 200)])),
  (bytes) => Buffer.from(bytes.toString('utf8'), 'utf16le'),
  (bytes) => Buffer.from(bytes.toString('utf8'), 'latin1'),
]

/** Many of the header's bytes and few of the body's, so that the mutations land where the grammar is. */
function makeInput(random: Random): Buffer {
  const copy = generateCopy(random)
  let bytes: Buffer = Buffer.from(random.next() < 0.8 ? copy.split('\n').slice(0, 8).join('\n') : copy)
  for (let left = 1 + random.below(4); left > 0; left--) bytes = random.pick(MUTATIONS)(bytes, random)
  return bytes
}

function findFault(bytes: Uint8Array, result: HouseCopyResult): string | undefined {
  const expected = decodeCopy(bytes).text.split(/\r\n|\n|\r/)
  if (expected.at(-1) === '') expected.pop()
  if (result.lines.length !== expected.length) return 'accounts and lines differ in number'
  if (!result.lines.every(({ line, text }, index) => line === index + 1 && text === expected[index])) return 'an account is not of its line'
  if (!result.ok) return result.errors.length === 0 ? 'refused without an error' : undefined
  const body = result.lines.filter(({ to }) => to === 'body')
  const { copy } = result
  return body.length === copy.body.length && body.every(({ text }, index) => text === copy.body[index]) ? undefined : 'the body is not its lines'
}

function time(bytes: Uint8Array): number {
  const start = performance.now()
  parseHouseCopy(bytes)
  return performance.now() - start
}

const count = Number(process.argv[2] ?? 100_000)
const seed = Number(process.argv[3] ?? 1)
const random = createRandom(seed)
const failures: string[] = []
let read = 0
let slowest = 0

for (let number = 1; number <= count; number++) {
  const bytes = makeInput(random)
  const allowed = MS_PER_KB * Math.max(1, bytes.length / 1024)
  let fault: string | undefined
  try {
    const start = performance.now()
    const result = parseHouseCopy(bytes)
    const taken = performance.now() - start
    looksLikeHouseCopy(bytes.toString('latin1'))
    if (result.ok) read++
    fault = findFault(bytes, result)
    const best = taken > allowed ? Math.min(taken, time(bytes), time(bytes)) : taken
    slowest = Math.max(slowest, best)
    if (best > allowed) fault ??= `${best.toFixed(1)} ms for ${String(bytes.length)} bytes`
  } catch (error) {
    fault = `threw ${String(error)}`
  }
  if (fault !== undefined) failures.push(`seed ${String(seed)}, input ${String(number)}: ${fault}`)
}

console.log(
  `${String(count)} inputs from seed ${String(seed)}: ${String(read)} read, ` +
    `${String(count - read - failures.length)} refused, ${String(failures.length)} failed; slowest ${slowest.toFixed(2)} ms`,
)
for (const failure of failures.slice(0, 20)) console.log(failure)
process.exitCode = failures.length > 0 ? 1 : 0
