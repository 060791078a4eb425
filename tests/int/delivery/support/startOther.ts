import { fork } from 'node:child_process'
import path from 'node:path'
import { TYPESCRIPT } from '../../../../src/cli/typescript'

/** A newsroom in a process of its own. */
export type OtherProcess = {
  /** Where it answers, without a slash at the end. */
  url: string
  stop: () => Promise<void>
}

/**
 * Starts a second process on the database of the test's own newsroom.
 *
 * @throws Error when it ends before it answers
 */
export async function startOther(): Promise<OtherProcess> {
  const child = fork(path.join(import.meta.dirname, 'otherProcess.ts'), { execArgv: [...TYPESCRIPT], serialization: 'json' })
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const url = await new Promise<string>((resolve, reject) => {
    child.once('message', (message) => resolve(String(message)))
    child.once('exit', (code) => reject(new Error(`The other process ended with ${String(code)}.`)))
  })
  return {
    url,
    stop: async () => {
      child.kill()
      await exited
    },
  }
}
