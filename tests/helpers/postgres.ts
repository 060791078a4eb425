import { execFile, spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { chown, mkdir, readdir } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import { drizzle } from '@payloadcms/db-postgres/drizzle/node-postgres'
import { freePort } from './app'
import type { RestartableServer } from './mongod'

const run = promisify(execFile)

/** Where Debian puts the programs of a server, a folder for each version. */
const DEBIAN = '/usr/lib/postgresql'

/** How long a server may take to start, in milliseconds. */
const START_MS = 60_000

/** PostgreSQL does not run as root. */
const NOBODY = 65_534

/** The folder of the newest server programs on this machine; undefined where there are none. */
export async function findPostgres(): Promise<string | undefined> {
  const versions = (await readdir(DEBIAN).catch(() => [])).map(Number).sort((a, b) => b - a)
  return versions[0] === undefined ? undefined : path.join(DEBIAN, String(versions[0]), 'bin')
}

/** Makes a cluster in an empty folder, and starts a server on it. What it writes may be lost to a crash of the machine. */
export async function startPostgres(folder: string): Promise<RestartableServer> {
  const bin = await findPostgres()
  if (bin === undefined) throw new Error('This machine has no PostgreSQL server.')
  const data = path.join(folder, 'data')
  await mkdir(data)
  const user = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}
  if (user.uid !== undefined) await Promise.all([folder, data].map((each) => chown(each, user.uid, user.gid)))
  // As servers are made where people write in a language: texts are not compared by their bytes.
  await run(path.join(bin, 'initdb'), ['--pgdata', data, '--username', 'postgres', '--auth', 'trust', '--encoding', 'UTF8', '--locale', 'C.UTF-8', '--no-sync'], { ...user, cwd: folder })
  const port = await freePort()
  let running: ChildProcess | undefined
  const start = async () => {
    const settings = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '300', unix_socket_directories: '', listen_addresses: '127.0.0.1' }
    running = spawn(path.join(bin, 'postgres'), ['-D', data, '-p', String(port), ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])], { ...user, cwd: folder, stdio: 'ignore' })
    await answers(`postgres://postgres@127.0.0.1:${String(port)}/postgres`)
  }
  const pids = async () => {
    const { stdout } = await run('ps', ['-o', 'pid=', '--ppid', String(running?.pid)])
    return [running?.pid ?? 0, ...stdout.split('\n').filter(Boolean).map(Number)]
  }
  const stop = async (signal: NodeJS.Signals = 'SIGINT') => {
    if (!running || running.exitCode !== null || running.signalCode !== null) return
    const ended = once(running, 'exit')
    const [, ...children] = await pids()
    running.kill(signal)
    await ended
    // Killed, it leaves its children, and no other server starts as long as one of them has the data.
    if (signal === 'SIGKILL') for (const pid of children) await ends(pid)
  }
  await start()
  return { url: `postgres://postgres@127.0.0.1:${String(port)}/dateline`, pids, start, stop }
}

/** Kills a process that may have ended, and waits until it has. */
async function ends(pid: number): Promise<void> {
  for (;; await delay(20)) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      return
    }
  }
}

/** Waits until a server answers. */
async function answers(url: string): Promise<void> {
  for (const deadline = Date.now() + START_MS; ; await delay(50)) {
    const failed = await query(url, 'select 1').then(() => undefined, (error: unknown) => error)
    if (failed === undefined) return
    if (Date.now() > deadline) throw failed
  }
}

/** The address of a database of its own on a server; it is made when somebody connects. */
export function newDatabase(server: string): string {
  return Object.assign(new URL(server), { pathname: `/test_${randomUUID().replaceAll('-', '')}` }).href
}

/** Drops a database, whoever is connected to it. */
export async function dropDatabase(url: string): Promise<void> {
  await query(Object.assign(new URL(url), { pathname: '/postgres' }).href, `drop database if exists "${new URL(url).pathname.slice(1)}" with (force)`)
}

/** Asks a server one thing. */
export async function query(url: string, sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const { $client: client } = drizzle(url)
  try {
    return (await client.query<Record<string, unknown>>(sql, values)).rows
  } finally {
    await client.end()
  }
}

