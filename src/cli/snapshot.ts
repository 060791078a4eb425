import { parseDatabaseUrl } from '../database/url'
import { identityOf } from '../delivery/snapshot/identity'
import { Snapshot } from '../delivery/snapshot/snapshot'
import type { SnapshotOptions } from '../delivery/snapshot/snapshot'
import { logFailure } from '../server'
import { readSettings, readSite } from '../settings'
import { builtSources } from './build'

/**
 * Where this newsroom keeps what was read last, for a start without its database; undefined where it keeps nothing: by
 * setting, and where the database is a file of this machine, which is gone only when all is.
 */
export async function snapshotOptions(isWriter: boolean): Promise<SnapshotOptions | undefined> {
  const { databaseUrl, delivery: { snapshot } } = readSettings(process.env)
  if (databaseUrl === undefined || snapshot.maxBytes === 0 || parseDatabaseUrl(databaseUrl).url.startsWith('file:')) return undefined
  const identity = identityOf({ databaseUrl, build: await builtSources(), site: readSite(process.env) })
  return { ...snapshot, identity, isWriter }
}

/** Whether there is something to show without a database. */
export async function hasSnapshot(): Promise<boolean> {
  const options = await snapshotOptions(false)
  const snapshot = options && (await Snapshot.open(options, logFailure))
  return (snapshot?.entries.length ?? 0) > 0
}
