/** One of several server processes on one machine; src/cli/workers.ts starts it. */
import { serve } from '../server'
import { readSettings } from '../settings'
import { obeyPrimary } from './obeyPrimary'
import { fail } from './print'

try {
  const { delivery, guard, host, port } = readSettings(process.env)
  const { close } = await serve({ delivery, dev: false, guard, host, port })
  obeyPrimary(close)
} catch (error) {
  fail(error)
}
