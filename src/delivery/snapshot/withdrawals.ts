import { appendFileSync } from 'node:fs'
import { readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { isTags } from '../change'
import type { Change } from '../change'
import type { Entry } from '../entry'

/** That readers lost something, and when: no snapshot made before then may show it. */
export type Withdrawal = { at: number; tags: Change['tags'] }

/** The file that is added to; those put aside end in the time at which that was, in milliseconds since 1970. */
const FILE = 'withdrawn'

/**
 * How long after a withdrawal an answer may still be rendered from before it, in milliseconds: other processes hear of it
 * within a second, after ten at the latest.
 */
const SLACK_MS = 10_000

/** How long a file that was put aside is kept, in milliseconds: until every process has long thrown away what it names. */
const ASIDE_MS = 60_000

/** A longer list is not read: whatever it names, nothing is shown. */
const MAX_BYTES = 16 * 1024 * 1024

/**
 * Writes a withdrawal down before it is answered, so that a process that is killed right afterwards has not forgotten it.
 *
 * @throws when it cannot be written
 */
export function noteWithdrawal(dir: string, { tags }: Change): void {
  const line = JSON.stringify({ at: Date.now(), tags } satisfies Withdrawal)
  // Several processes add to it: a single write at the end of a file is one piece. It is on the disk when this returns.
  appendFileSync(path.join(dir, FILE), `${line}\n`, { flag: 'as', mode: 0o600 })
}

/** Every withdrawal that was written down. */
export async function readWithdrawals(dir: string): Promise<Withdrawal[]> {
  const lists = await Promise.all((await filesIn(dir)).map((name) => readList(path.join(dir, name))))
  return lists.flat()
}

async function readList(file: string): Promise<Withdrawal[]> {
  if ((await stat(file)).size > MAX_BYTES) return [{ at: Infinity, tags: 'all' }]
  const lines = (await readFile(file, 'utf8')).split('\n').filter(Boolean)
  return lines.map(readLine)
}

/** A line that cannot be read may have named anything. */
function readLine(line: string): Withdrawal {
  try {
    const value: unknown = JSON.parse(line)
    if (isWithdrawal(value)) return value
  } catch {
    // Cut short, by a full disk for example.
  }
  return { at: Infinity, tags: 'all' }
}

function isWithdrawal(value: unknown): value is Withdrawal {
  return typeof value === 'object' && value !== null && 'at' in value && typeof value.at === 'number' && 'tags' in value && isTags(value.tags)
}

/** Whether an answer shows what was withdrawn after it was made. */
export function showsWithdrawn({ storedAt, tags }: Pick<Entry, 'storedAt' | 'tags'>, withdrawals: readonly Withdrawal[]): boolean {
  return withdrawals.some(
    (withdrawal) => storedAt < withdrawal.at + SLACK_MS && (withdrawal.tags === 'all' || tags.some((tag) => withdrawal.tags.includes(tag))),
  )
}

/** Puts the list aside, before a snapshot is made that lacks what it names. */
export async function putAside(dir: string): Promise<void> {
  await rename(path.join(dir, FILE), path.join(dir, `${FILE}.${Date.now()}`)).catch(unlessMissing)
}

/** Deletes the lists that were put aside long before a snapshot was begun; call this when it is in its place. */
export async function forgetAside(dir: string, begun: number): Promise<void> {
  const old = (await filesIn(dir)).filter((name) => Number(name.split('.')[1] ?? Infinity) < begun - ASIDE_MS)
  await Promise.all(old.map((name) => rm(path.join(dir, name), { force: true })))
}

async function filesIn(dir: string): Promise<string[]> {
  return (await readdir(dir)).filter((name) => name === FILE || name.startsWith(`${FILE}.`))
}

function unlessMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error
}
