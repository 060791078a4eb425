import type { Config, SanitizedConfig } from 'payload'
import { tellScheduleFailures } from '../../collections/Articles/schedule/task'
import { takeDownByUpdate } from '../../collections/Articles/takeDown/byUpdate'
import { restrictPayloadCollections } from '../security/payloadCollections'
import { guardProject } from '../security/programs'
import { disableEndpoints } from '../validation/disabledEndpoints'
import { keepDatesIso } from '../validation/isoDates'

/** What changes that which Payload itself adds when it builds a config, after all plugins. */
const FINISHES: readonly ((config: SanitizedConfig) => void)[] = [tellScheduleFailures, restrictPayloadCollections, disableEndpoints, takeDownByUpdate, keepDatesIso, guardProject]

const finished = new WeakSet<SanitizedConfig>()

/**
 * Finishes the built config when Payload connects to its database: before anything is asked of it, and again with the new
 * config of a hot reload. A plugin has no later moment of its own.
 */
export function finishWhenConnected(db: Config['db']): Config['db'] {
  return {
    ...db,
    init: (args) => {
      const adapter = db.init(args)
      const connect = adapter.connect?.bind(adapter)
      adapter.connect = async (how) => {
        const { config } = args.payload
        if (!finished.has(config)) for (const finish of FINISHES) finish(config)
        finished.add(config)
        await connect?.(how)
      }
      return adapter
    },
  }
}
