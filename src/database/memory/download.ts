import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'

/** How long the download host has for its first bytes, in milliseconds; then the newsroom starts without mongod. */
const FIRST_BYTES_MS = 4_000

/** Percentage points between two lines of progress. */
const PROGRESS_STEP = 10

/** Run by a Node process of its own: mongodb-memory-server prints to standard output and cannot be stopped halfway. */
const SCRIPT = `require(process.argv[1]).MongoBinary.getPath().then(
  (path) => console.log('found ' + path),
  (error) => { console.log('failed ' + String(error.message).replace(/\\s+/g, ' ')); process.exitCode = 1 },
)`

/** What came of a download: the path of a mongod, or why there is none. */
export type Download = { path: string } | { reason: string }

/**
 * Downloads the mongod that mongodb-memory-server chooses for this machine, with every `MONGOMS_` and proxy setting it
 * knows, into its cache. Given up when nothing arrives within four seconds; says its progress in lines.
 */
export async function downloadMongod(log: (line: string) => void): Promise<Download> {
  const library = createRequire(import.meta.url).resolve('mongodb-memory-server')
  // The library checks the server's certificate only when npm's strict-ssl says so, which outside npm nothing does.
  const env = { ...process.env, npm_config_strict_ssl: process.env.npm_config_strict_ssl ?? 'true' }
  const child = spawn(process.execPath, ['--eval', SCRIPT, library], { env, stdio: ['ignore', 'pipe', 'ignore'] })
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => {
      resolve()
    })
    child.once('error', () => {
      resolve()
    })
  })
  const silence = setTimeout(() => child.kill(), FIRST_BYTES_MS)
  let outcome: Download = { reason: 'the download host does not answer' }
  let next = 0
  createInterface({ input: child.stdout }).on('line', (line) => {
    const [, word, rest = ''] = /^(found|failed) (.*)$/.exec(line) ?? []
    if (word === 'found') outcome = { path: rest }
    if (word === 'failed') outcome = { reason: rest }
    const percent = Number(/(\d{1,3}(?:\.\d{1,20})?)%/.exec(line)?.[1] ?? -1)
    if (percent < 0) return
    clearTimeout(silence)
    if (percent < next) return
    next = percent - (percent % PROGRESS_STEP) + PROGRESS_STEP
    log(line.trim())
  })
  await ended
  clearTimeout(silence)
  return outcome
}
