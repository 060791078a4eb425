import { mkdir, writeFile } from 'node:fs/promises'
import { availableParallelism, cpus, totalmem } from 'node:os'
import path from 'node:path'
import type { Result } from './measure'
import type { BenchOptions } from './options'
import { WORDINGS } from './questions'

const COLUMNS: readonly [heading: string, value: (result: Result) => string][] = [
  ['question', ({ id, title }) => `${id} ${title}`],
  ['wording', ({ wording }) => wording],
  ['server', ({ server }) => server],
  ['req/s', ({ requestsPerSecond }) => requestsPerSecond.toFixed(requestsPerSecond < 100 ? 1 : 0)],
  ['p50 ms', ({ p50 }) => String(p50)],
  ['p99 ms', ({ p99 }) => String(p99)],
  ['CPU ms', ({ cpuPerRequest }) => cpuPerRequest.toFixed(2)],
  ['bytes', ({ bytes }) => String(bytes)],
  ['failures', ({ failures }) => String(failures)],
  ['RSS MiB', ({ rssMiB }) => String(rssMiB)],
]

/** Columns of words stand left, columns of numbers right. */
const WORD_COLUMNS = 3

/** Prints the results as a Markdown table with what follows from them, and writes them to bench/results. */
export async function report(options: BenchOptions, results: readonly Result[]): Promise<void> {
  const ratios = ratiosOf(results)
  console.log(`${table(results)}\n`)
  for (const line of ratios) console.log(line)
  const folder = path.join(import.meta.dirname, 'results')
  const file = path.join(folder, `${options.name}.json`)
  await mkdir(folder, { recursive: true })
  await writeFile(file, `${JSON.stringify({ machine: machine(), options, ratios, results }, null, 2)}\n`)
  console.log(`\nWritten to bench/results/${options.name}.json.`)
}

function table(results: readonly Result[]): string {
  const headings = COLUMNS.map(([heading]) => heading)
  const rows = results.map((result) => COLUMNS.map(([, value]) => value(result)))
  const widths = headings.map((heading, i) => Math.max(heading.length, ...rows.map((row) => row[i]?.length ?? 0)))
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, i) => (i < WORD_COLUMNS ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join(' | ')} |`
  const rule = `|${widths.map((width, i) => (i < WORD_COLUMNS ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`
  return [line(headings), rule, ...rows.map(line)].join('\n')
}

/** What is compared; processor time is the steadier of the two on a machine that others use. */
const MEASURES: readonly [name: string, times: (ours: Result, theirs: Result) => number][] = [
  ['requests a second', (ours, theirs) => ours.requestsPerSecond / theirs.requestsPerSecond],
  ['processor time', (ours, theirs) => theirs.cpuPerRequest / ours.cpuPerRequest],
]

/** How many times better Dateline is than the others: in its own wording against theirs, and in the same wording. */
function ratiosOf(results: readonly Result[]): string[] {
  const find = (id: string, server: Result['server'], wording: Result['wording']) =>
    results.find((each) => each.id === id && each.server === server && each.wording === wording)
  const questions = [...new Set(results.map(({ id }) => id))]
  return MEASURES.flatMap(([measure, times]) =>
    questions.flatMap((id) =>
      (['stock', 'indexed'] as const).flatMap((other) => {
        const compare = (name: string, ours: Result['wording'], theirs: Result['wording']) => {
          const [mine, others] = [find(id, 'ours', ours), find(id, other, theirs)]
          return mine && others ? [`${name} ${times(mine, others).toFixed(2)}x`] : []
        }
        const parts = [
          ...compare('advised to natural', 'advised', 'natural'),
          ...WORDINGS.flatMap((wording) => compare(`both ${wording}`, wording, wording)),
        ]
        return parts.length === 0 ? [] : [`${id} against ${other}, ${measure}: ${parts.join(', ')}`]
      }),
    ),
  )
}

function machine() {
  return {
    cores: availableParallelism(),
    date: new Date().toISOString().slice(0, 10),
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.versions.node,
    platform: `${process.platform} ${process.arch}`,
    processor: cpus()[0]?.model ?? 'unknown',
  }
}
