import { open, readdir, readFile, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { sizeOf } from '../entry'
import type { Entry } from '../entry'
import { MAX_AGE_MS } from '../changePoller'
import { decode, SnapshotFault } from './format'
import type { Decoded } from './format'
import type { SnapshotOptions } from './snapshot'
import { readWithdrawals, showsWithdrawn } from './withdrawals'

/** The name of a snapshot in its folder. */
export const SNAPSHOT_FILE = 'snapshot'

/**
 * Reads the snapshot in a folder, without what was withdrawn since. Never throws.
 *
 * @returns undefined when there is none, or none of ours
 */
export async function load({ dir, identity, isWriter, maxBytes }: SnapshotOptions, log: (message: string, error: unknown) => void): Promise<Decoded | undefined> {
  const file = path.join(dir, SNAPSHOT_FILE)
  try {
    if (isWriter) await removeDrafts(dir)
    const { size, uid } = await stat(file)
    if (uid !== process.getuid?.()) throw new SnapshotFault('It belongs to another user.')
    // Lines of JSON come beside the bodies that are counted.
    if (size > 2 * maxBytes) throw new SnapshotFault('It is larger than SNAPSHOT_MB.')
    const { entries, header } = decode(await readFile(file))
    if (header.identity !== identity) throw new SnapshotFault('It is of another database, build or site.')
    if (Math.abs(Date.now() - header.asOf) > MAX_AGE_MS) throw new SnapshotFault('It is more than a day old.')
    const withdrawals = await readWithdrawals(dir)
    return { header, entries: entries.filter((entry) => !showsWithdrawn(entry, withdrawals)) }
  } catch (error) {
    if (!isMissing(error)) log(`The snapshot ${file} is not used`, error)
    return undefined
  }
}

/** The first entries that fit, as a list of its own: what is kept changes while they are written. */
export function upTo(maxBytes: number, all: Iterable<Entry>): Entry[] {
  const entries: Entry[] = []
  let bytes = 0
  for (const entry of all) {
    bytes += sizeOf(entry)
    if (bytes > maxBytes) break
    entries.push(entry)
  }
  return entries
}

/** Writes a file of which all is on the disk when this returns. */
export async function writeWhole(file: string, pieces: Iterable<Buffer>): Promise<void> {
  const handle = await open(file, 'w', 0o600)
  try {
    for (const piece of pieces) await handle.writeFile(piece)
    await handle.datasync()
  } finally {
    await handle.close()
  }
}

/** What processes that were killed had begun. */
async function removeDrafts(dir: string): Promise<void> {
  const drafts = (await readdir(dir)).filter((name) => name.endsWith('.tmp'))
  await Promise.all(drafts.map((name) => rm(path.join(dir, name), { force: true })))
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
