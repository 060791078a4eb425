import { getPayload } from 'payload'
import { openDatabase } from './database'
import { loadEnv, setNodeEnv } from './nodeEnv'
import { fail, say } from './print'
import { stopOnSignal } from './stopOnSignal'

/** Runs scheduled publications and nothing else, beside any number of servers (JOBS=off) and other workers. */
async function work(): Promise<void> {
  loadEnv()
  const undo: (() => Promise<void>)[] = []
  stopOnSignal(undo)
  const database = await openDatabase()
  undo.push(database.close)
  process.env.JOBS = 'on'
  // The configuration reads the environment when it is loaded.
  const { default: config } = await import('../../payload.config')
  const payload = await getPayload({ config, cron: true })
  undo.push(() => payload.destroy())
  say('Running what is scheduled. Ctrl-C stops.')
}

setNodeEnv('production')
await work().catch(fail)
