import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import packageJson from '../../../package.json'

/** What a stock project of Payload has installed, in the versions that this repository is tested with. */
const STOCK = ['@payloadcms/db-mongodb', '@payloadcms/db-postgres', '@payloadcms/db-sqlite', '@payloadcms/next', '@payloadcms/richtext-lexical', '@payloadcms/ui', 'graphql', 'next', 'payload', 'react', 'react-dom', 'sharp'] as const
const STOCK_DEV = ['@types/node', '@types/react', '@types/react-dom', 'typescript'] as const

/** Without it, Payload's commands end in the middle on Node 20 now and then: Lexical awaits an import at its top level. */
const NODE_MODE = { NODE_OPTIONS: '--conditions=development' }

/** How a command ended and what it said. */
type Ended = { code: number | null; output: string }

/** A project of somebody else. */
export type Project = {
  folder: string
  /** Runs a command in the folder; the database is the one of `env`. */
  run: (command: string, args: readonly string[], env?: Record<string, string>) => Promise<Ended>
  /** The same; it must succeed. */
  must: (command: string, args: readonly string[], env?: Record<string, string>) => Promise<string>
  /** Starts the built project, and waits until it answers. */
  start: (env: Record<string, string>) => Promise<{ url: string; stop: () => Promise<void> }>
  remove: () => Promise<void>
}

/** Payload's blank template with a collection of pages, its packages installed. */
export async function stockProject(): Promise<Project> {
  const folder = await mkdtemp(path.join(tmpdir(), 'dateline-package-'))
  await cp('tests/package/stock', folder, { recursive: true })
  const versions: Record<string, string> = packageJson.devDependencies
  const pick = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, versions[name]]))
  await writeFile(path.join(folder, 'package.json'), JSON.stringify({ name: 'stock', private: true, type: 'module', dependencies: pick(STOCK), devDependencies: pick(STOCK_DEV) }))
  const project = projectIn(folder)
  await project.must('npm', ['install', '--no-audit', '--no-fund'])
  return project
}

/** Packs this repository, and says where the package is. */
export async function pack(into: string): Promise<{ file: string; files: string[] }> {
  const said = await projectIn(process.cwd()).must('npm', ['pack', '--json', '--pack-destination', into])
  const [packed]: { filename: string; files: { path: string }[] }[] = JSON.parse(said.slice(said.indexOf('[\n')))
  if (!packed) throw new Error(`npm pack said nothing:\n${said}`)
  return { file: path.join(into, packed.filename), files: packed.files.map((each) => each.path) }
}

/** Adds Dateline to the project by the steps of docs/install.md, whose files are taken from there. */
export async function addDateline(project: Project, file: string): Promise<void> {
  await project.must('npm', ['install', '--no-audit', '--no-fund', file])
  await editConfig(project, (config) => `import { newsroom } from 'dateline'\n${config.replace('plugins: []', "plugins: [newsroom({ site: { url: 'https://news.example', name: 'Example News' } })]")}`)
  const page = await readFile('docs/install.md', 'utf8')
  for (const [, name = '', content = ''] of page.matchAll(/```tsx?\n\/\/ (src\/app\/\S+)\n([^`]*)```/g)) {
    await mkdir(path.dirname(path.join(project.folder, name)), { recursive: true })
    await writeFile(path.join(project.folder, name), content)
  }
}

/** Changes the config of the project. */
export async function editConfig({ folder }: Project, change: (config: string) => string): Promise<void> {
  const file = path.join(folder, 'src/payload.config.ts')
  await writeFile(file, change(await readFile(file, 'utf8')))
}

function projectIn(folder: string): Project {
  const start = (command: string, args: readonly string[], env: Record<string, string> = {}) => {
    // The variables of the test run, such as NODE_ENV, are not those of somebody's shell.
    const { HOME, PATH, TMPDIR } = process.env
    const child = spawn(command, args, {
      cwd: folder,
      detached: true,
      env: { HOME, PATH, TMPDIR, CI: 'true', ...(args[0] === 'payload' ? NODE_MODE : {}), NEXT_TELEMETRY_DISABLED: '1', PAYLOAD_SECRET: 'a secret for tests only, long enough', ...env } as Record<string, string> as NodeJS.ProcessEnv,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
    return { child, output: () => output }
  }
  const run: Project['run'] = async (command, args, env) => {
    const { child, output } = start(command, args, env)
    const [code]: (number | null)[] = await once(child, 'close')
    return { code: code ?? null, output: output() }
  }
  return {
    folder,
    run,
    must: async (command, args, env) => {
      const { code, output } = await run(command, args, env)
      if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${String(code)}:\n${output.slice(-4000)}`)
      return output
    },
    start: async (env) => {
      const port = String(await freePort())
      const url = `http://127.0.0.1:${port}`
      const { child, output } = start('npx', ['next', 'start', '-p', port], { NODE_ENV: 'production', ...env })
      await untilAnswered(`${url}/api/health`, child, output)
      return { url, stop: () => stop(child) }
    },
    remove: () => rm(folder, { force: true, recursive: true }),
  }
}

async function untilAnswered(url: string, child: ChildProcess, output: () => string): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The project did not start:\n${output()}`)
    const isUp = await fetch(url).then(({ ok }) => ok, () => false)
    if (isUp) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

async function stop(child: ChildProcess): Promise<void> {
  const closed = once(child, 'close')
  // npx starts another process.
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM')
  await closed
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('There is no free port.')
  return address.port
}
