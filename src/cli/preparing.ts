import { spawn } from 'node:child_process'
import { TYPESCRIPT } from './typescript'

/** The preparing process failed, after saying why. */
export class PrepareFailed extends Error {}

/**
 * Seeds and makes the first administrator, in a process of its own whose memory is given back.
 *
 * @throws PrepareFailed
 */
export async function prepareDatabase(): Promise<void> {
  const child = spawn(process.execPath, [...TYPESCRIPT, 'src/cli/prepare.ts'], { stdio: ['ignore', 'inherit', 'inherit'] })
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code !== 0) throw new PrepareFailed()
}
