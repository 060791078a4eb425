import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { TYPESCRIPT } from '../../../../src/cli/typescript'

const SCRIPT = fileURLToPath(new URL('./open.ts', import.meta.url))

/** Another process that has a data directory open. */
export type Opener = {
  /** Ends the process as kill -9 does, and waits until it is gone. */
  kill(): Promise<void>
  logs: string[]
  /** Closes the database and waits for the process to end. */
  close(): Promise<void>
  url: string
}

/** Opens `dataDir` in another process; rejects with what that process says when it cannot. */
export async function openElsewhere(dataDir: string): Promise<Opener> {
  const child = spawn(process.execPath, [...TYPESCRIPT, SCRIPT, dataDir], { stdio: ['pipe', 'pipe', 'inherit'] })
  const exit = once(child, 'exit')
  const logs: string[] = []
  const url = await firstUrl(child, logs)
  return {
    close: async () => {
      child.stdin.write('close\n')
      await exit
    },
    kill: async () => {
      child.kill('SIGKILL')
      await exit
    },
    logs,
    url,
  }
}

async function firstUrl(child: ChildProcess, logs: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('exit', () => {
      reject(new Error('the process ended before it had a database'))
    })
    if (!child.stdout) return
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [word, ...rest] = line.split(' ')
      const text = rest.join(' ')
      if (word === 'url') resolve(text)
      if (word === 'log') logs.push(text)
      if (word === 'error') reject(new Error(text))
    })
  })
}
