import { rm, stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import { setTimeout as delay } from 'node:timers/promises'

import { hasCode } from './errors'
import { createOnce, readIfThere } from './files'

/** What one process holds at a time, until it releases it or ends. */
export type Lock = { release(): Promise<void> }

/** A process, told apart from a later one with the same number by when it started. */
type Holder = { host: string; pid: number; started: string }

const POLL_MS = 10

/** How long taking over a lock may take, in milliseconds, before the process doing it is believed to have been killed. */
const TAKEOVER_MS = 5_000

/**
 * Takes the lock that `file` stands for, or answers undefined when a running process has it. The lock of a process
 * that ended without releasing it, or that ran on another machine or in another container, is taken over.
 */
export async function tryLock(file: string): Promise<Lock | undefined> {
  const own = JSON.stringify(await thisProcess())
  for (;;) {
    if (await createOnce(file, own)) return { release: () => removeIf(file, own) }
    const found = await readIfThere(file)
    if (found === undefined) continue
    if (await isHeld(found)) return undefined
    await removeStale(file, found)
  }
}

/** Removes the file if it still says `text`; the caller is the only one who may. */
async function removeIf(file: string, text: string): Promise<void> {
  if ((await readIfThere(file)) === text) await rm(file, { force: true })
}

/** Removes a lock whose holder is gone. One process at a time: another would remove the lock that the first takes next. */
async function removeStale(file: string, text: string): Promise<void> {
  const guard = `${file}.takeover`
  if (await createOnce(guard, '')) {
    await removeIf(file, text).finally(() => rm(guard, { force: true }))
    return
  }
  await delay(POLL_MS)
  const made = await stat(guard).catch(() => undefined)
  if (made && Date.now() - made.mtimeMs > TAKEOVER_MS) await rm(guard, { force: true })
}

async function isHeld(text: string): Promise<boolean> {
  const holder = parseHolder(text)
  if (holder?.host !== hostname() || !isAlive(holder.pid)) return false
  return (await startOf(holder.pid)) === holder.started
}

function parseHolder(text: string): Holder | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null) return undefined
    if (!('host' in value && 'pid' in value && 'started' in value)) return undefined
    const { host, pid, started } = value
    return typeof host === 'string' && typeof pid === 'number' && typeof started === 'string' ? { host, pid, started } : undefined
  } catch {
    return undefined
  }
}

async function thisProcess(): Promise<Holder> {
  return { host: hostname(), pid: process.pid, started: await startOf(process.pid) }
}

/** Whether a process with this number runs on this machine. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return hasCode(error, 'EPERM')
  }
}

/** When a process started, in clock ticks since the machine did (proc_pid_stat(5), field 22); empty where there is no /proc. */
async function startOf(pid: number): Promise<string> {
  const stat = await readIfThere(`/proc/${String(pid)}/stat`)
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
}
