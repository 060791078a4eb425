/**
 * How long `npm start` takes on a fresh clone and again, and what memory the server holds after a thousand reads.
 *
 *   npx tsx bench/start.ts
 */
import { execFile, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import autocannon from 'autocannon'
import { SERVER } from '../src/cli/typescript'
import { copyProject } from './freshCopy'

const PORT = 3999
const READS = 1_000
const KIB_PER_MIB = 1024

/** The embedded database and its own secret, as on a machine where nothing is set. */
const UNSET = { DATABASE_URL: '', PAYLOAD_SECRET: '' }

type Started = { pid: number; seconds: number; stop: () => Promise<void> }

/** Starts what `npm start` runs, without npm: the time until it says that it is ready. */
async function start(folder: string): Promise<Started> {
  const began = performance.now()
  const child = spawn(process.execPath, [...SERVER, 'src/cli/start.ts'], {
    cwd: folder,
    env: { ...process.env, ...UNSET, PORT: String(PORT) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  let output = ''
  await new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString()
      if (output.includes('Ready.')) resolve()
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('exit', () => reject(new Error(`npm start ended:\n${output}`)))
  })
  const seconds = (performance.now() - began) / 1000
  const response = await fetch(`http://127.0.0.1:${PORT}/api/articles`)
  if (!response.ok || child.pid === undefined) throw new Error(`The newsroom answers ${response.status}.`)
  return {
    pid: child.pid,
    seconds,
    stop: async () => {
      child.kill('SIGTERM')
      await exited
    },
  }
}

async function rssMiB(pid: number): Promise<number> {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)])
  return Math.round(Number(stdout) / KIB_PER_MIB)
}

/** Half of them the front page, half the article by its slug. */
async function read(): Promise<void> {
  for (const query of ['limit=10', 'where[slug][equals]=lavrov-north-korea']) {
    const { href } = new URL(`/api/articles?${query}`, `http://127.0.0.1:${PORT}`)
    const { non2xx } = await autocannon({ url: href, connections: 10, amount: READS / 2 })
    if (non2xx > 0) throw new Error(`${non2xx} reads of ${query} failed.`)
  }
}

const folder = await mkdtemp(path.join(tmpdir(), 'dateline-start-'))
const project = path.join(folder, 'project')
try {
  await copyProject(path.join(import.meta.dirname, '..'), project)
  const cold = await start(project)
  const afterCold = await rssMiB(cold.pid)
  await cold.stop()
  const warm = await start(project)
  const afterWarm = await rssMiB(warm.pid)
  await read()
  const afterReads = await rssMiB(warm.pid)
  await warm.stop()
  console.log(`cold start   ${cold.seconds.toFixed(1)} s  (target: under 150), RSS ${afterCold} MiB`)
  console.log(`warm start   ${warm.seconds.toFixed(1)} s  (target: under 5), RSS ${afterWarm} MiB`)
  console.log(`${READS} reads   RSS ${afterReads} MiB  (target: under 500)`)
} finally {
  await rm(folder, { force: true, recursive: true })
}
