import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Worker } from 'node:worker_threads'
import { newsroomTimeZone } from '../../text/dateText'
import { LEFT_OUT } from '../item'
import type { ParsedStory } from '../save/importStories'
import type { FromThread, ToThread, WholeSource } from './messages'

/** Reading one story may take so long. A story of two million characters takes a second or two; others, milliseconds. */
const STORY_MS = 15_000

/** So many imports are read at a time; others wait for one of them to end. */
const MOST_THREADS = 4

/** A thread that has nothing to do is kept for the next import: starting one takes half a second. */
const IDLE_MS = 60_000

/** What a thread may hold. */
const HEAP_MIB = 1024

// Imported, they would have the bundler of Next follow threads into tsx, which it cannot bundle.
const threads = process.getBuiltinModule('node:worker_threads')
const { createRequire } = process.getBuiltinModule('node:module')

/**
 * What the thread runs, found from the folder that the server runs in, because bundlers move this file. The app runs from
 * its sources; a project that installed the package has it built.
 */
function workerFile(): string {
  const source = path.resolve('src/ingest/thread/start.mjs')
  return existsSync(source) ? source : createRequire(path.resolve('package.json')).resolve('dateline/ingest-thread')
}

type Options = {
  storyMs?: number
  /** Told what went wrong inside, for the log. */
  onFault?: (fault: string) => void
}

/**
 * Reads a source as `readStories` does, but in a thread of its own: whatever is in it, this thread goes on serving readers.
 * A story that takes longer than a story may, or more memory than there is, is reported as failed; what follows it in its
 * source is not read.
 */
export async function* readInThread(source: WholeSource, { onFault = () => undefined, storyMs = STORY_MS }: Options = {}): AsyncGenerator<ParsedStory> {
  const thread = await takeThread()
  let isDone = false
  try {
    thread.tell({ read: source, timeZone: newsroomTimeZone() })
    for (;;) {
      const said = await thread.ask('next', storyMs)
      if (said === 'end') {
        isDone = true
        return
      }
      if (typeof said === 'object' && 'parsed' in said) {
        yield said.parsed
        continue
      }
      if (typeof said === 'object' && 'fault' in said) onFault(said.fault)
      yield givenUp(source.name, said === 'late' ? `took longer than ${String(storyMs / 1000)} seconds` : 'failed')
      return
    }
  } finally {
    giveBack(thread, isDone)
  }
}

function givenUp(file: string, why: string): ParsedStory {
  const message = `Reading the next story of this file ${why}: it was given up, with all that follows. Send the stories before it as they are, and this one cut or cleaned.`
  return { report: { file, outcome: 'failed', made: [], notes: [], errors: [{ message }], account: [{ at: 'the rest of the file', to: LEFT_OUT, why: `reading it ${why}` }] } }
}

class Thread {
  readonly #worker: Worker
  #answer: ((said: FromThread | 'late') => void) | undefined
  #idle: NodeJS.Timeout | undefined
  /** Whether it can be asked no more. */
  isOver = false

  constructor() {
    this.#worker = new threads.Worker(workerFile(), {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MIB },
    })
    this.#worker.on('message', (said: FromThread) => this.#hear(said))
    this.#worker.on('error', (error) => this.#end(String(error)))
    this.#worker.on('exit', () => this.#end('The thread ended.'))
  }

  async start(): Promise<this> {
    const said = await this.#heard()
    if (typeof said === 'object' && 'fault' in said) throw new Error(`The thread that reads copy does not start: ${said.fault}`)
    return this
  }

  tell(told: ToThread): void {
    this.#worker.postMessage(told)
  }

  async ask(told: ToThread, mostMs: number): Promise<FromThread | 'late'> {
    const heard = this.#heard()
    this.tell(told)
    // If this thread was the one that was late, what the other said meanwhile is heard first.
    const timer = setTimeout(() => setImmediate(() => this.#hear('late')), mostMs)
    return heard.finally(() => clearTimeout(timer))
  }

  /** Keeps it for the next import, or for some time. */
  rest(whenOver: () => void): void {
    this.#worker.unref()
    this.#idle = setTimeout(() => {
      whenOver()
      this.stop()
    }, IDLE_MS).unref()
  }

  wake(): this {
    clearTimeout(this.#idle)
    this.#worker.ref()
    return this
  }

  stop(): void {
    this.isOver = true
    void this.#worker.terminate()
  }

  #heard(): Promise<FromThread | 'late'> {
    return new Promise((resolve) => {
      if (this.isOver) resolve({ fault: 'The thread ended.' })
      else this.#answer = resolve
    })
  }

  #hear(said: FromThread | 'late'): void {
    const answer = this.#answer
    this.#answer = undefined
    answer?.(said)
  }

  #end(fault: string): void {
    this.isOver = true
    this.#hear({ fault })
  }
}

const idle: Thread[] = []
const waiting: (() => void)[] = []
let busy = 0

async function takeThread(): Promise<Thread> {
  while (busy >= MOST_THREADS) await new Promise<void>((resolve) => waiting.push(resolve))
  busy += 1
  try {
    const rested = idle.splice(0).find(({ isOver }) => !isOver)
    return rested ? rested.wake() : await new Thread().start()
  } catch (error) {
    free()
    throw error
  }
}

/** One thread is kept. */
function giveBack(thread: Thread, isSound: boolean): void {
  if (isSound && !thread.isOver && idle.length === 0) {
    idle.push(thread)
    thread.rest(() => idle.splice(0))
  } else thread.stop()
  free()
}

function free(): void {
  busy -= 1
  waiting.shift()?.()
}
