/**
 * How many files of house wire copy a second come in, beside plain `payload.create` of the same articles.
 *
 *   npx tsx bench/import.ts [files] [files for payload.create]
 *
 * The files are generated, about 2 KB each, no two the same; each side is a process of its own on an empty SQLite file.
 * Processor time counts all threads: on a busy machine it says what stories a second do not.
 */
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { TYPESCRIPT } from '../src/cli/typescript'
import { writeCopies } from './importCopies'
import { createRandom } from './random'

const [files = 10_000, plainFiles = 2_000] = process.argv.slice(2).map(Number)

type Figures = { count: number; seconds: number; cpuSeconds: number; warmMiB: number; rssMiB: number }

async function measure(side: 'create' | 'import', folder: string, archive: string): Promise<Figures> {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    DATABASE_URL: `file:${path.join(folder, `${side}.db`)}`,
    DISABLE_PAYLOAD_HMR: 'true',
    NODE_ENV: 'production',
    PAYLOAD_SECRET: 'a secret for benchmarks only',
  }
  const script = path.join(import.meta.dirname, 'importSide.ts')
  const child = spawn(process.execPath, [...TYPESCRIPT, script, side, archive], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const printed = await text(child.stdout)
  const figures: unknown = JSON.parse(printed.trim().split('\n').at(-1) ?? '')
  if (!isFigures(figures)) throw new Error(`${side} measured nothing.`)
  return figures
}

function isFigures(value: unknown): value is Figures {
  return typeof value === 'object' && value !== null && 'cpuSeconds' in value
}

function print(name: string, { count, cpuSeconds, rssMiB, seconds, warmMiB }: Figures): void {
  const each = (cpuSeconds / count) * 1000
  const memory = `RSS ${warmMiB.toFixed(0)} MiB at the 1,000th, ${rssMiB.toFixed(0)} MiB at the last`
  console.log(
    `${name.padEnd(16)} ${String(count).padStart(6)} files  ${(count / seconds).toFixed(0).padStart(4)}/s  ${each.toFixed(2)} CPU s per 1,000  ${memory}`,
  )
}

const folder = await mkdtemp(path.join(tmpdir(), 'dateline-bench-import-'))
try {
  const { length, [0]: cpu } = cpus()
  console.log(`${length} × ${cpu?.model ?? 'unknown processor'}, Node ${process.version}, SQLite`)
  const archive = await writeCopies(path.join(folder, 'archive'), createRandom(1), files)
  print('import', await measure('import', folder, archive))
  const few = await writeCopies(path.join(folder, 'few'), createRandom(2), plainFiles)
  print('payload.create', await measure('create', folder, few))
} finally {
  await rm(folder, { force: true, recursive: true })
}
