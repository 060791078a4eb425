import { fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { TYPESCRIPT } from '../../src/cli/typescript'

/** How a command ended and what it said. */
export type Ended = { code: number | null; stdout: string; stderr: string }

/** What a command needs of this environment; everything else is as on a fresh machine. */
const KEPT = ['HOME', 'MONGOMS_SYSTEM_BINARY', 'PATH', 'TMPDIR']

/** Runs one of the commands in src/cli in a process of its own, and waits for its end. */
export async function runCommand(name: string, args: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
  const kept = Object.fromEntries(KEPT.map((variable) => [variable, process.env[variable]]))
  const child = spawn(process.execPath, [...TYPESCRIPT, `src/cli/${name}.ts`, ...args], {
    env: { ...kept, NODE_ENV: 'development', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const closed = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  const [code, stdout, stderr] = await Promise.all([closed, text(child.stdout), text(child.stderr)])
  return { code, stdout, stderr }
}

/** Runs commands one after the other in one process, which is many times faster; where a process must end, `runCommand` is for that. */
export type CommandHost = { run: (name: string, ...args: string[]) => Promise<Ended>; close: () => Promise<void> }

/** Starts a process that runs commands on the database of this environment, or of the one given. */
export function openCommandHost(env: Record<string, string> = {}): CommandHost {
  const child = fork('tests/helpers/commandHost.ts', { env: { ...process.env, ...env }, execArgv: [...TYPESCRIPT] })
  return {
    run: async (name, ...args) => {
      child.send({ name, args })
      const [ended]: Ended[] = await once(child, 'message')
      if (!ended) throw new Error(`${name} did not answer.`)
      return ended
    },
    close: async () => {
      child.kill()
      await once(child, 'exit')
    },
  }
}
