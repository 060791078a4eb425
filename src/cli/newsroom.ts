import path from 'node:path'
import { isPreparedBy } from '../database/prepared'
import { slugs } from '../options/slugs'
import { assertPortFree, serve, urlOf } from '../server'
import { readMediaDir, readSettings, readStorage, SettingsError } from '../settings'
import { makeFolder } from '../storage/folder'
import type { Settings } from '../settings'
import { build, builtSources, hashSources } from './build'
import { openDatabase } from './database'
import { loadEnv } from './nodeEnv'
import { PrepareFailed, prepareDatabase } from './preparing'
import { fail, say, step } from './print'
import { stopOnSignal } from './stopOnSignal'
import { startWorkers } from './workers'

/** What each of several server processes runs. */
const WORKER = path.join(import.meta.dirname, 'serverWorker.ts')

type NewsroomOptions = {
  /** Hot reload instead of a build. */
  dev: boolean
  /** Runs what loads no more of our own sources. */
  running?: (run: () => Promise<void>) => Promise<void>
}

/** Brings up the whole newsroom, and takes it down again on Ctrl-C or SIGTERM. */
export async function runNewsroom({ dev, running = (run) => run() }: NewsroomOptions): Promise<void> {
  loadEnv()
  const undo: (() => Promise<void>)[] = []
  const stop = stopOnSignal(undo)
  try {
    const settings = readSettings(process.env)
    await assertPortFree(settings.host, settings.port)
    await preparePictures()
    const database = await openDatabase()
    undo.push(database.close)
    await running(() => bringUp(settings, dev, undo))
    sayAddresses(urlOf(settings.host, settings.port))
  } catch (error) {
    await stop()
    if (error instanceof PrepareFailed) process.exit(1)
    fail(error)
  }
}

/** @throws SettingsError when pictures could not be kept */
async function preparePictures(): Promise<void> {
  if (readStorage(process.env)) return
  const folder = readMediaDir(process.env)
  await makeFolder(folder).catch((error: unknown) => {
    throw new SettingsError(`MEDIA_DIR "${folder}" cannot be written to: ${error instanceof Error ? error.message : String(error)}`)
  })
}

/** All that comes after the database is open; `undo` learns how to end what was begun. */
async function bringUp({ delivery, guard, host, port, workers }: Settings, dev: boolean, undo: (() => Promise<void>)[]): Promise<void> {
  const sources = dev ? undefined : await hashSources()
  if (!(await isPrepared(sources))) await step('Preparing the database', prepareDatabase)
  if (sources !== undefined && sources !== (await builtSources())) await step('Building the app, once for these sources (about a minute)', build)
  if (dev || workers === 1) {
    const { close } = await step('Starting the server', () => serve({ delivery, dev, guard, host, port }))
    undo.push(close)
  } else {
    const { close } = await step(`Starting ${workers} server processes`, () => startWorkers({ count: workers, exec: WORKER, say }))
    undo.push(close)
  }
}

/** Whether these sources have prepared the database before; hot reload asks for it every time. */
async function isPrepared(sources: string | undefined): Promise<boolean> {
  return sources !== undefined && isPreparedBy(process.env.DATABASE_URL ?? '', sources)
}

function sayAddresses(url: string): void {
  say('')
  say(`Admin UI  ${url}/admin`)
  say(`REST      ${url}/api/${slugs.articles}`)
  say(`GraphQL   ${url}/api/graphql`)
  say('')
  say('Ready. Ctrl-C stops everything.')
}
