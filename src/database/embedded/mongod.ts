import { mkdir } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

import { EmbeddedDatabaseError, hasCode } from './errors'
import { readIfThere } from './files'
import { EmbeddedMongod } from './instance'
import type { Layout } from './layout'
import { isAlive } from './lock'
import { becomePrimary, endPromptly, mongodUrl } from './replicaSet'
import type { MongodState } from './state'
import { readState, writeState } from './state'

/** A mongod that this process owns. */
export type RunningMongod = { stop(): Promise<void>; url: string }

/** How long a mongod that outlived its owner has to end, and how often to look, in milliseconds. */
const ORPHAN_MS = 30_000
const POLL_MS = 250

/** A mongod that ends by itself twice within this time, in milliseconds, is not started again. */
const STABLE_MS = 60_000

/**
 * Starts mongod on the data in `layout`, on the port it had last unless that is taken, and waits until it takes writes.
 * Should it end by itself, for example when the machine is out of memory, it is started again on the same port.
 *
 * @throws EmbeddedDatabaseError when it does not start
 */
export async function runMongod(layout: Layout, binary: string, log: (line: string) => void): Promise<RunningMongod> {
  let isStopping = false
  let current = start(layout, binary, log)
  const { port } = await current
  const watch = async () => {
    for (let lastEnd = 0; ; lastEnd = Date.now()) {
      const mongod = await current
      await mongod.ended
      if (isStopping) return
      if (Date.now() - lastEnd < STABLE_MS) {
        throw new EmbeddedDatabaseError(`mongod ends again and again (${mongod.lastWords}): start again when that is corrected.`)
      }
      log('mongod has ended by itself: starting it again.')
      current = start(layout, binary, log)
    }
  }
  watch().catch((error: unknown) => {
    log(error instanceof Error ? error.message : String(error))
  })
  return {
    stop: async () => {
      isStopping = true
      const mongod = await current.catch(() => undefined)
      await mongod?.stop()
      await writeState(layout.state, { port })
    },
    url: mongodUrl(port),
  }
}

async function start(layout: Layout, binary: string, log: (line: string) => void): Promise<EmbeddedMongod> {
  const before = await readState(layout.state)
  await mkdir(layout.dbPath, { mode: 0o700, recursive: true })
  const mongod = await launch(layout, binary, before, log)
  const { pid, port } = mongod
  try {
    await writeState(layout.state, { port, ...(pid !== undefined && { pid }) })
    await becomePrimary(port)
    // An older mongod does not know the setting, and ends later.
    await endPromptly(port).catch(() => undefined)
    return mongod
  } catch (error) {
    await mongod.stop()
    throw new EmbeddedDatabaseError(`mongod started on ${layout.dbPath}, but does not take writes (${String(error)}): start again, or set DATABASE_URL.`)
  }
}

async function launch(layout: Layout, binary: string, before: MongodState, log: (line: string) => void): Promise<EmbeddedMongod> {
  const deadline = Date.now() + ORPHAN_MS
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort(before.port)
    await writeState(layout.state, { port })
    const mongod = new EmbeddedMongod({ binary, dbPath: layout.dbPath, port })
    try {
      await mongod.start()
      return mongod
    } catch (error) {
      await mongod.stop()
      if (mongod.isDataInUse && Date.now() < deadline) {
        if (attempt === 1) log(`Waiting for the mongod that still runs on ${layout.dbPath}.`)
        await endOrphan(layout, before)
        await delay(POLL_MS)
      } else if (!mongod.isPortTaken || Date.now() > deadline) {
        throw notStarted(error, mongod, layout)
      }
    }
  }
}

/** Ends a mongod whose owner was killed. Only one that we started: its lock on the data and our own note name the same process. */
async function endOrphan(layout: Layout, before: MongodState): Promise<void> {
  const holder = Number(await readIfThere(join(layout.dbPath, 'mongod.lock')))
  if (holder > 0 && holder === before.pid && isAlive(holder)) process.kill(holder)
}

function notStarted(error: unknown, mongod: EmbeddedMongod, layout: Layout): EmbeddedDatabaseError {
  const [said = ''] = (mongod.lastWords || String(error)).split('\n')
  const hint = mongod.isDataInUse ? 'stop the mongod that uses it' : 'correct that'
  return new EmbeddedDatabaseError(`mongod does not start on ${layout.dbPath} (${said}): ${hint}, or set DATABASE_URL.`)
}

/** A port of 127.0.0.1 that nothing listens on: `preferred` if it is one. */
async function freePort(preferred = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (error) => {
      if (preferred !== 0 && (hasCode(error, 'EADDRINUSE') || hasCode(error, 'EACCES'))) resolve(freePort())
      else reject(error)
    })
    server.listen(preferred, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : preferred)
      })
    })
  })
}
