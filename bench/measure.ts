import { ask } from './load'
import type { Round } from './load'
import type { BenchOptions } from './options'
import type { Cell } from './plan'

/** What came out for one cell: medians over the rounds, failures of all of them. */
export type Result = Round & {
  bytes: number
  id: string
  /** Resident memory of the server when all was over, in MiB. */
  rssMiB: number
  server: Cell['serverName']
  title: string
  wording: Cell['wording']
}

/** One second of asking before anything counts, so that code is compiled and pages are read. */
const WARM_UP_SECONDS = 1

const BYTES_PER_MIB = 2 ** 20

type Measurement = { cells: readonly Cell[]; options: BenchOptions; say: (line: string) => void }

/**
 * Asks every cell in turns, round after round: whatever slows the machine for a while slows all of them.
 */
export async function measure({ cells, options, say }: Measurement): Promise<Result[]> {
  const { connections, rounds, seconds } = options
  say('Warming up …')
  for (const { question, server } of cells) await ask(server, question, { connections, seconds: WARM_UP_SECONDS })
  const measured = new Map<Cell, Round[]>(cells.map((cell) => [cell, []]))
  for (let round = 1; round <= rounds; round += 1) {
    say(`Round ${round} of ${rounds} …`)
    for (const [cell, done] of measured) done.push(await ask(cell.server, cell.question, { connections, seconds }))
  }
  const results: Result[] = []
  for (const [cell, done] of measured) results.push(await summarize(cell, done))
  return results
}

async function summarize({ bytes, id, server, serverName, title, wording }: Cell, rounds: readonly Round[]): Promise<Result> {
  const middle = (pick: (round: Round) => number) => median(rounds.map(pick))
  const { rssBytes } = await server.usage()
  return {
    bytes,
    id,
    server: serverName,
    title,
    wording,
    cpuPerRequest: middle(({ cpuPerRequest }) => cpuPerRequest),
    failures: rounds.reduce((sum, { failures }) => sum + failures, 0),
    p50: middle(({ p50 }) => p50),
    p99: middle(({ p99 }) => p99),
    requestsPerSecond: middle(({ requestsPerSecond }) => requestsPerSecond),
    rssMiB: Math.round(rssBytes / BYTES_PER_MIB),
  }
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
