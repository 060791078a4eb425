import type { BaseDatabaseAdapter } from 'payload'
import type { Snapshot } from '../snapshot'

/** The reads of a snapshot, all in one transaction. */
export function readsIn(bare: BaseDatabaseAdapter, transactionID: string): Omit<Snapshot, 'close'> {
  const req = { transactionID }
  return {
    find: (args) => bare.find({ ...args, req }),
    findVersions: (args) => bare.findVersions({ ...args, req }),
    findGlobal: (args) => bare.findGlobal({ ...args, req }),
    findGlobalVersions: (args) => bare.findGlobalVersions({ ...args, req }),
    isOfOneMoment: true,
  }
}
