/**
 * How many megabytes of house wire copy a second `parseHouseCopy` reads, bytes to accounted copy, on one core.
 *
 *   npx tsx bench/parse.ts [seconds]
 *
 * The files are generated, about 2 KB each, no two the same, half of them with characters beyond ASCII. It prints the
 * best and the median of five rounds; the best is what the parser can do, the median what this machine let it do.
 */
import { performance } from 'node:perf_hooks'
import { parseHouseCopy } from '../src/ingest/house'
import { generateCopy } from './wireCopies'
import { createRandom } from './random'

const FILES = 2_000
const ROUNDS = 5
const seconds = Number(process.argv[2] ?? 5)

const random = createRandom(1)
const files = Array.from({ length: FILES }, () => new TextEncoder().encode(generateCopy(random)))
const bytesPerPass = files.reduce((sum, file) => sum + file.length, 0)

function measureRound(milliseconds: number): number {
  const start = performance.now()
  let passes = 0
  let elapsed = 0
  while (elapsed < milliseconds) {
    for (const file of files) {
      if (!parseHouseCopy(file).ok) throw new Error('A generated copy was refused.')
    }
    passes++
    elapsed = performance.now() - start
  }
  return (passes * bytesPerPass) / 1e6 / (elapsed / 1000)
}

measureRound(500)
const rates = Array.from({ length: ROUNDS }, () => measureRound((seconds * 1000) / ROUNDS)).sort((a, b) => a - b)
const best = rates.at(-1) ?? 0
const median = rates[Math.floor(ROUNDS / 2)] ?? 0
const mean = bytesPerPass / FILES

console.log(`${String(FILES)} files, ${mean.toFixed(0)} bytes on average`)
console.log(`best ${best.toFixed(1)} MB/s, median ${median.toFixed(1)} MB/s, ${((mean / best)).toFixed(1)} µs a file at best`)
