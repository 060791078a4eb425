/** Reads wire copy in a thread of its own, one story each time it is told to; src/ingest/thread/readInThread.ts starts it. */
import { parentPort } from 'node:worker_threads'
import { setOptions } from '../../options/current'
import type { ParsedStory } from '../save/importStories'
import { readStories } from '../save/readStories'
import type { FromThread, ToThread, WholeSource } from './messages'

let stories: AsyncGenerator<ParsedStory> | undefined

parentPort?.on('message', (told: ToThread) => {
  if (told === 'next') {
    void next().then(say)
    return
  }
  setOptions({ timeZone: told.timeZone })
  stories = readStories({ ...told.read, chunks: once(told.read) })
})
say('ready')

async function next(): Promise<FromThread> {
  try {
    const story = await stories?.next()
    return story && !story.done ? { parsed: story.value } : 'end'
  } catch (error) {
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

function say(message: FromThread): void {
  parentPort?.postMessage(message)
}

async function* once({ bytes }: WholeSource): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes)
}
