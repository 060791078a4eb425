import path from 'node:path'
import { loadEnv } from 'payload/node'
import { assertPortFree, serve, urlOf } from '../server'
import { readSettings } from '../settings'
import { build, isBuilt } from './build'
import { openDatabase } from './database'
import { PrepareFailed, prepareDatabase, prepareLater } from './preparing'
import { fail, say, step } from './print'
import { hasSnapshot, snapshotOptions } from './snapshot'
import { stopOnSignal } from './stopOnSignal'
import { startWorkers } from './workers'

/** What each of several server processes runs. */
const WORKER = path.join(import.meta.dirname, 'serverWorker.ts')

/** Brings up the whole newsroom, and takes it down again on Ctrl-C or SIGTERM. */
export async function runNewsroom({ dev }: { dev: boolean }): Promise<void> {
  loadEnv()
  const undo: (() => Promise<void>)[] = []
  const stop = stopOnSignal(undo)
  try {
    const { delivery, guard, host, port, workers } = readSettings(process.env)
    await assertPortFree(host, port)
    const database = await openDatabase()
    undo.push(database.close)
    if (!(await step('Preparing the database', prepareDatabase))) {
      if (dev || !(await hasSnapshot())) throw new PrepareFailed()
      say('  What was read last is served meanwhile, marked stale; everything else waits for the database.')
      undo.push(prepareLater())
    }
    if (!dev && !(await isBuilt())) await step('Building the app, once for these sources (about a minute)', build)
    if (dev || workers === 1) {
      const { close } = await step('Starting the server', async () =>
        serve({ delivery, dev, guard, host, port, snapshot: dev ? undefined : await snapshotOptions(true) }),
      )
      undo.push(close)
    } else {
      const { close } = await step(`Starting ${workers} server processes`, () => startWorkers({ count: workers, exec: WORKER, say }))
      undo.push(close)
    }
    sayAddresses(urlOf(host, port))
  } catch (error) {
    await stop()
    if (error instanceof PrepareFailed) process.exit(1)
    fail(error)
  }
}

function sayAddresses(url: string): void {
  say('')
  say(`Admin UI  ${url}/admin`)
  say(`REST      ${url}/api/articles`)
  say(`GraphQL   ${url}/api/graphql`)
  say('')
  say('Ready. Ctrl-C stops everything.')
}
