import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { TYPESCRIPT } from '../../src/cli/typescript'
import type { Ended } from './command'

/** How the import is run. */
export type RunOptions = {
  /** What comes by standard input. */
  input?: string
  /** Kills it, without a warning, once it has printed so many lines. */
  killAfterLines?: number
}

/** Runs `npm run import` on the test's own database in a process of its own, and waits for its end. */
export async function runImport(args: readonly string[], { input, killAfterLines = Infinity }: RunOptions = {}): Promise<Ended> {
  const child = spawn(process.execPath, [...TYPESCRIPT, 'src/cli/import.ts', '--yes', ...args], { env: process.env, stdio: 'pipe' })
  const closed = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  child.stdin.end(input)
  let stdout = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    stdout += chunk
    if (stdout.split('\n').length > killAfterLines) child.kill('SIGKILL')
  })
  const [code, stderr] = await Promise.all([closed, text(child.stderr)])
  return { code, stdout, stderr }
}
