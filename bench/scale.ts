/**
 * How much longer the front page takes on 100,000 articles than on 1,000: two servers, asked in turns.
 *
 *   npx tsx bench/scale.ts
 */
import { prepareData } from './data'
import { measure } from './measure'
import type { BenchOptions } from './options'
import { planCells } from './plan'
import { startServer } from './servers'

const SIZES = [1_000, 100_000] as const
const options: BenchOptions = { articles: 0, connections: 1, name: 'scale', only: ['Q1', 'Q2', 'Q3'], rounds: 7, seconds: 2 }

function say(line: string): void {
  process.stderr.write(`${line}\n`)
}

async function open(articles: number) {
  const server = await startServer('ours', await prepareData(articles, say), '')
  return { server, cells: await planCells({ answers: '', only: options.only, servers: new Map([['ours', server]]) }) }
}

const [small, large] = [await open(SIZES[0]), await open(SIZES[1])]
try {
  const cells = small.cells.flatMap((cell, i) => [cell, large.cells[i] ?? cell])
  const results = await measure({ cells, options, say })
  const milliseconds = (index: number) => 1000 / (results[index]?.requestsPerSecond ?? 0)
  for (const [i, { id, wording }] of small.cells.entries()) {
    const [few, many] = [milliseconds(2 * i), milliseconds(2 * i + 1)]
    console.log(
      `${id} ${wording.padEnd(7)}  ${few.toFixed(2)} ms on ${SIZES[0]}, ${many.toFixed(2)} ms on ${SIZES[1]}: ${(many / few).toFixed(2)} times`,
    )
  }
} finally {
  await Promise.all([small, large].map(({ server }) => server.stop()))
}
