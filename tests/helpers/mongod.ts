import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { MongoClient } from 'mongodb'
import { vi } from 'vitest'
import { freePort } from './app'

/** A database server that can be stopped, killed and started again on the same data and port. */
export type RestartableServer = {
  url: string
  /** The processes that run now. */
  pids: () => Promise<number[]>
  start: () => Promise<void>
  stop: (signal?: NodeJS.Signals) => Promise<void>
}

/** Starts the mongod that MONGOMS_SYSTEM_BINARY names, as a replica set of one, with its data in a folder. */
export async function startMongod(folder: string): Promise<RestartableServer> {
  const [binary = '', dbPath, port] = [process.env.MONGOMS_SYSTEM_BINARY, path.join(folder, 'mongodb'), await freePort()]
  await mkdir(dbPath, { recursive: true })
  let running: ChildProcess | undefined
  const current = () => {
    if (!running) throw new Error('mongod does not run')
    return running
  }
  const start = async () => {
    running = spawn(binary, ['--replSet', 'rs0', '--bind_ip', '127.0.0.1', '--port', String(port), '--dbpath', dbPath], { stdio: 'ignore' })
    await becomePrimary(port)
  }
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    const mongod = current()
    const ended = mongod.exitCode === null && mongod.signalCode === null ? once(mongod, 'exit') : undefined
    mongod.kill(signal)
    await ended
  }
  await start()
  return { url: `mongodb://127.0.0.1:${String(port)}/dateline?replicaSet=rs0`, pids: () => Promise.resolve([current().pid ?? 0]), start, stop }
}

/** Waits until it takes writes; a set that was initiated before needs nothing more. */
async function becomePrimary(port: number): Promise<void> {
  const client = new MongoClient(`mongodb://127.0.0.1:${String(port)}/?directConnection=true`, { serverSelectionTimeoutMS: 60_000 })
  try {
    const admin = client.db('admin')
    const members = [{ _id: 0, host: `127.0.0.1:${String(port)}` }]
    await admin.command({ replSetInitiate: { _id: 'rs0', members } }).catch((error: unknown) => {
      if (!String(error).includes('already initialized')) throw error
    })
    const untilPrimary = async () => {
      if ((await admin.command({ hello: 1 })).isWritablePrimary !== true) throw new Error(`mongod on port ${String(port)} did not become primary`)
    }
    await vi.waitFor(untilPrimary, { timeout: 60_000 })
  } finally {
    await client.close()
  }
}
