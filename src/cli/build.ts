import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** Everything the build is made from. */
const SOURCES = ['collections', 'src', 'next.config.ts', 'payload.config.ts', 'package-lock.json', 'tsconfig.json']

/** Holds the hash of the sources the build in `.next` was made from. */
const STAMP = '.next/dateline-sources'

/** Lines of the build's own output that are shown when it fails. */
const SHOWN_LINES = 40

/** Whether `.next` holds a build of exactly these sources. */
export async function isBuilt(): Promise<boolean> {
  const [stamp, hash] = await Promise.all([builtSources(), hashSources()])
  return stamp === hash
}

/** The hash of the sources of the build that is there, or nothing. */
export async function builtSources(): Promise<string> {
  return readFile(STAMP, 'utf8').catch(() => '')
}

/**
 * Builds the app for production.
 *
 * @throws Error with the end of the build's output when it fails
 */
export async function build(): Promise<void> {
  const hash = await hashSources()
  await runNextBuild()
  await mkdir(path.dirname(STAMP), { recursive: true })
  await writeFile(STAMP, hash)
}

function runNextBuild(): Promise<void> {
  return runTool('node_modules/next/dist/bin/next', ['build'])
}

/**
 * Runs a tool that builds something.
 *
 * @throws Error with the end of its output when it fails
 */
export async function runTool(tool: string, args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [tool, ...args], {
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output: string[] = []
  const keep = (chunk: Buffer) => output.push(chunk.toString())
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  const stop = () => child.kill()
  process.once('exit', stop)
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  process.off('exit', stop)
  if (code !== 0) {
    const end = output.join('').trimEnd().split('\n').slice(-SHOWN_LINES).join('\n')
    throw new Error(`The build failed. Its last words:\n${end}`)
  }
}

/** The hash of everything the build is made from, as it is now. */
export async function hashSources(): Promise<string> {
  const hash = createHash('sha256').update(process.versions.node)
  for (const file of await filesOf(SOURCES)) hash.update(file).update(await readFile(file))
  return hash.digest('hex')
}

async function filesOf(roots: readonly string[]): Promise<string[]> {
  const lists = await Promise.all(
    roots.map(async (root) => {
      const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => undefined)
      if (!entries) return [root]
      return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name))
    }),
  )
  return lists.flat().sort()
}
