import { fork } from 'node:child_process'
import path from 'node:path'
import { TYPESCRIPT } from '../src/cli/typescript'
import { ASK_USAGE, isServerMessage } from './servers/protocol'
import type { ServerMessage } from './servers/protocol'

/** A server in a process of its own. */
export type Child = {
  /** Where it answers, without a slash at the end. */
  url: string
  usage: () => Promise<Usage>
  stop: () => Promise<void>
}

/** Processor time since the start in microseconds, and resident memory in bytes. */
export type Usage = { cpuMicroseconds: number; rssBytes: number }

/** A server that is not up by then never will be. */
const START_MS = 60_000

/**
 * Starts a server in production mode.
 *
 * @param file the server, in bench/servers
 * @throws Error when it ends, or says nothing for a minute, before it answers
 */
export async function startChild(file: string, args: string[], env: Record<string, string>): Promise<Child> {
  const child = fork(path.join(import.meta.dirname, 'servers', file), args, {
    cwd: path.join(import.meta.dirname, '..'),
    env: { ...process.env, ...env, NODE_ENV: 'production' },
    execArgv: [...TYPESCRIPT],
  })
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const next = () =>
    new Promise<ServerMessage>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`${file} does not answer.`)), START_MS)
      const end = () => reject(new Error(`${file} ended before it answered.`))
      child.once('exit', end)
      child.once('message', (message) => {
        clearTimeout(late)
        child.off('exit', end)
        if (isServerMessage(message)) resolve(message)
        else reject(new Error(`${file} said something unknown.`))
      })
    })
  const ready = await next()
  if (ready.kind !== 'ready') throw new Error(`${file} did not say where it answers.`)
  return {
    url: ready.url,
    usage: async () => {
      const answer = next()
      child.send(ASK_USAGE)
      const usage = await answer
      if (usage.kind !== 'usage') throw new Error(`${file} did not say what it uses.`)
      return usage
    },
    stop: async () => {
      child.kill()
      await exited
    },
  }
}
