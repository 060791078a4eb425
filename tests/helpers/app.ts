import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { SERVER } from '../../src/cli/typescript'

/** The built app, started as `npm start` does, on a database and a port of its own. */
export type RunningApp = {
  url: string
  databaseUrl: string
  admin: { email: string; password: string }
  /** Its process. */
  pid: number
  /** What it has said so far. */
  output: () => string
  stop: () => Promise<void>
  /** Ends it as a crash does. */
  kill: () => Promise<void>
}

/**
 * Starts the app on a throwaway database; builds it first when there is no build.
 *
 * @param env settings beyond those, and in their place
 * @throws Error with what it said, when it ends before it is ready
 */
export async function startApp(env: Record<string, string> = {}): Promise<RunningApp> {
  const folder = await mkdtemp(path.join(tmpdir(), 'dateline-e2e-'))
  const port = await freePort()
  const databaseUrl = env.DATABASE_URL ?? `file:${path.join(folder, 'dateline.db')}`
  const admin = { email: 'desk@newsroom.test', password: 'a password for tests only' }
  const child = spawn(process.execPath, [...SERVER, 'src/cli/start.ts'], {
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      MEDIA_DIR: path.join(folder, 'media'),
      NODE_ENV: 'production',
      PAYLOAD_SECRET: 'a secret for tests only, long enough',
      PORT: String(port),
      SEED_ADMIN_EMAIL: admin.email,
      SEED_ADMIN_PASSWORD: admin.password,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString()
      if (output.includes('Ready.')) resolve()
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('close', (code) => reject(new Error(`The app did not start (exit code ${code}):\n${output}`)))
  })
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await exited
    await rm(folder, { force: true, recursive: true })
  }
  return {
    url: `http://127.0.0.1:${env.PORT ?? port}`,
    databaseUrl,
    admin,
    pid: child.pid ?? 0,
    output: () => output,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  }
}

/** A port nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise<void>((resolve) => server.close(() => resolve()))
  if (address === null || typeof address === 'string') throw new Error('No free port.')
  return address.port
}
