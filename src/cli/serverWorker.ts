/** One of several server processes on one machine; src/cli/workers.ts starts it. */
import { serve } from '../server'
import { readSettings } from '../settings'
import { listenToPrimary } from './clusterWorker'
import { fail } from './print'
import { withoutTypeScript } from './tsx.mjs'

try {
  const { delivery, guard, host, port } = readSettings(process.env)
  const { close } = await withoutTypeScript(() => serve({ delivery, dev: false, guard, host, port }))
  listenToPrimary(close)
} catch (error) {
  fail(error)
}
