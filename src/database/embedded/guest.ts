import type { Layout } from './layout'
import { isAlive } from './lock'
import { isServing, mongodUrl } from './replicaSet'
import { readState } from './state'

/** The URL of a mongod that another process runs on the data in `layout`, once it takes writes. */
export async function runningUrl(layout: Layout): Promise<string | undefined> {
  const { pid, port } = await readState(layout.state)
  if (pid === undefined || port === undefined || !isAlive(pid)) return undefined
  return (await isServing(port)) ? mongodUrl(port) : undefined
}
