import cluster from 'node:cluster'
import type { Worker } from 'node:cluster'
import { setTimeout as delay } from 'node:timers/promises'
import { SERVER } from './typescript'

/** Server processes that share a port. */
export type Workers = {
  /** Lets each finish what it is doing, and waits for all. */
  close: () => Promise<void>
}

export type WorkersOptions = {
  count: number
  /** The program each runs; it must call `listenToPrimary`. */
  exec: string
  say: (line: string) => void
}

/** What a worker says when it answers requests, and what it is told to end by. */
export const READY = 'ready'
export const STOP = 'stop'

/** How long a place stays empty whose worker has died, in milliseconds: one that dies at once must not be started without end. */
const PAUSE_MS = 1000

/**
 * Starts processes that share the port they listen on, and starts another in place of one that dies. The first one runs
 * jobs, unless JOBS says that none does.
 *
 * @returns when all of them answer
 * @throws Error when one ends before it answers
 */
export async function startWorkers({ count, exec, say }: WorkersOptions): Promise<Workers> {
  // The workers accept from one queue themselves. A primary that deals connections out deals some to a worker that has just died.
  cluster.schedulingPolicy = cluster.SCHED_NONE
  cluster.setupPrimary({ exec, execArgv: [...SERVER], args: [] })
  const places = new Map<number, Worker>()
  const ready = new WeakSet<Worker>()
  let isClosing = false

  const start = async (place: number): Promise<void> => {
    const worker = cluster.fork(place === 0 ? {} : { JOBS: 'off' })
    places.set(place, worker)
    const ended = new Promise<never>((_resolve, reject) => {
      worker.once('exit', (code, signal) => reject(new Error(`A server process ended (${signal ?? String(code)}).`)))
    })
    const answers = new Promise<void>((resolve) => {
      worker.on('message', (message) => {
        if (message !== READY) return
        ready.add(worker)
        resolve()
        if (isClosing) worker.send(STOP)
      })
    })
    await Promise.race([answers, ended])
    ended.catch((error: Error) => (isClosing ? undefined : replace(place, error)))
  }

  const replace = async (place: number, { message }: Error): Promise<void> => {
    say(`${message} Another one takes its place.`)
    await delay(PAUSE_MS)
    if (isClosing) return
    await start(place).then(
      () => say('The new server process answers.'),
      (error: Error) => replace(place, error),
    )
  }

  const close = async () => {
    isClosing = true
    const alive = [...places.values()].filter((worker) => !worker.isDead())
    await Promise.all(alive.map((worker) => end(worker, ready.has(worker))))
  }

  try {
    await Promise.all(Array.from({ length: count }, (_, place) => start(place)))
  } catch (error) {
    await close()
    throw error
  }
  return { close }
}

async function end(worker: Worker, isReady: boolean): Promise<void> {
  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
  if (isReady && worker.isConnected()) worker.send(STOP)
  // One that is starting does not listen to messages yet.
  else worker.process.kill()
  await exited
}
