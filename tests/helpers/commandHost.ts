import path from 'node:path'
import { withPayload } from '../../src/cli/payload'
import { useProjectConfig } from '../../src/cli/project'
import type { Ended } from './command'
import { projectConfig } from './project'

/** A command to run: its name in src/cli and its arguments. */
export type Ordered = { name: string; args: readonly string[] }

/*
 * Runs commands of src/cli one after the other in this process, which opens Payload once, and sends how each ended.
 * A command ends its process: here that ends only what is heard of it.
 */

const { argv0, exit, stderr, stdout } = process
let runs = 0

// As the command of an installed package does.
if (projectConfig !== undefined) useProjectConfig(path.resolve(projectConfig))

await withPayload((payload) => {
  process.on('message', (ordered: Ordered) => void answer(ordered))
  // It stays open for the next command.
  payload.destroy = () => Promise.resolve()
  return Promise.resolve()
})

async function answer({ args, name }: Ordered): Promise<void> {
  const ended: Ended = { code: null, stdout: '', stderr: '' }
  // What is said after the end, nobody hears.
  const hear = (name: 'stderr' | 'stdout') => (text: string) => {
    if (ended.code === null) ended[name] += text
  }
  const restore = [hearing(stdout, hear('stdout')), hearing(stderr, hear('stderr'))]
  process.argv = [argv0, name, ...args]
  process.exit = (code) => {
    ended.code ??= Number(code ?? 0)
    throw new Error(`${name} ended.`)
  }
  runs += 1
  await import(`../../src/cli/${name}.ts?run=${String(runs)}`).catch(() => undefined)
  process.exit = exit
  for (const each of restore) each()
  process.send?.(ended)
}

/** Hears what is written to a stream, which nobody else sees, until the function that it answers is called. */
function hearing(stream: NodeJS.WriteStream, hear: (text: string) => void): () => void {
  const { write } = stream
  stream.write = (chunk: string | Uint8Array) => {
    hear(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString())
    return true
  }
  return () => {
    stream.write = write
  }
}
