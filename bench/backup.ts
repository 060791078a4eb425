/**
 * How long it takes to back up and restore a newsroom, and how much memory.
 *
 *   npx tsx bench/backup.ts [articles]
 *
 * On SQLite, and into MongoDB, too, where TEST_MONGODB_URL names a server. Each command is a process of its own.
 */
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import path from 'node:path'
import { TYPESCRIPT } from '../src/cli/typescript'
import { prepareData, SECRET } from './data'

const [articles = 100_000] = process.argv.slice(2).map(Number)

/** How often the memory of a process is looked at; the system remembers the most it ever had. */
const LOOK_MS = 100

async function measure(name: string, command: string, url: string, args: readonly string[]): Promise<void> {
  const started = performance.now()
  const env: NodeJS.ProcessEnv = { ...process.env, DATABASE_URL: url, MEDIA_DIR: path.join(folder, 'media'), NODE_ENV: 'production', PAYLOAD_SECRET: SECRET }
  const child = spawn(process.execPath, [...TYPESCRIPT, `src/cli/${command}.ts`, ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  let peakKiB = 0
  const look = setInterval(() => {
    readFile(`/proc/${String(child.pid)}/status`, 'utf8').then(
      (status) => (peakKiB = Math.max(peakKiB, Number(/VmHWM:\s*(\d+)/.exec(status)?.[1] ?? 0))),
      () => undefined,
    )
  }, LOOK_MS)
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  clearInterval(look)
  if (code !== 0) throw new Error(`${name} ended with ${String(code)}.`)
  console.log(`${name.padEnd(22)} ${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${(peakKiB / 1024).toFixed(0).padStart(4)} MiB at most`)
}

const folder = await mkdtemp(path.join(tmpdir(), 'dateline-bench-backup-'))
try {
  const { length, [0]: cpu } = cpus()
  console.log(`${String(length)} × ${cpu?.model ?? 'unknown processor'}, Node ${process.version}, ${String(articles)} articles`)
  const { ours } = await prepareData(articles, (line) => { console.log(line) })
  const file = path.join(folder, 'backup.tar')
  await measure('backup, SQLite', 'backup', ours, [file])
  console.log(`the backup has ${((await stat(file)).size / 1024 / 1024).toFixed(0)} MiB`)
  await measure('restore, SQLite', 'restore', `file:${path.join(folder, 'restored.db')}`, [file])
  if (process.env.TEST_MONGODB_URL) {
    const mongo = new URL(process.env.TEST_MONGODB_URL)
    mongo.pathname = `/bench-${randomUUID()}`
    await measure('restore, MongoDB', 'restore', mongo.href, [file])
    await measure('backup, MongoDB', 'backup', mongo.href, [path.join(folder, 'mongo.tar')])
  }
} finally {
  await rm(folder, { force: true, recursive: true })
}
