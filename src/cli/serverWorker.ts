/** One of several server processes on one machine; src/cli/workers.ts starts it. */
import { serve } from '../server'
import { readSettings } from '../settings'
import { listenToPrimary } from './clusterWorker'
import { fail } from './print'
import { snapshotOptions } from './snapshot'
import { withoutTypeScript } from './tsx.mjs'
import { PLACE } from './workers'

try {
  const { delivery, guard, host, port } = readSettings(process.env)
  const snapshot = await snapshotOptions(process.env[PLACE] === '0')
  const { close } = await withoutTypeScript(() => serve({ delivery, dev: false, guard, host, port, snapshot }))
  listenToPrimary(close)
} catch (error) {
  fail(error)
}
