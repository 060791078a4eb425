import { spawn } from 'node:child_process'
import { fail } from './print'
import { TYPESCRIPT } from './typescript'

/** How `src/cli/prepare.ts` ends when the database cannot be reached (EX_UNAVAILABLE of sysexits.h). */
export const UNREACHABLE = 69

/** Has it wait for a database that cannot be reached. */
export const WAIT = '--wait'

/**
 * Seeds and makes the first administrator, in a process of its own whose memory is given back.
 *
 * @returns false when the database cannot be reached
 * @throws PrepareFailed
 */
export async function prepareDatabase(): Promise<boolean> {
  const { ended } = start([])
  const code = await ended
  if (code === UNREACHABLE) return false
  // The child has said why.
  if (code !== 0) throw new PrepareFailed()
  return true
}

/**
 * Does the same as soon as the database can be reached.
 *
 * @returns what ends the waiting
 */
export function prepareLater(): () => Promise<void> {
  let isOver = false
  const { child, ended } = start([WAIT])
  ended.then((code) => {
    if (code !== 0 && !isOver) process.exit(1)
  }, fail)
  return async () => {
    isOver = true
    child.kill()
    await ended
  }
}

/** The preparing process failed, after saying why. */
export class PrepareFailed extends Error {}

function start(args: readonly string[]) {
  const child = spawn(process.execPath, [...TYPESCRIPT, 'src/cli/prepare.ts', ...args], { stdio: ['ignore', 'inherit', 'inherit'] })
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  return { child, ended }
}
