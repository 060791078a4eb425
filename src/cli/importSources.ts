import { closeSync, openSync, readSync, realpathSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { glob, isDynamicPattern } from 'tinyglobby'
import { withoutSlash } from '../text/ends'
import type { Source } from '../ingest/save/readStories'
import { UsageError } from './usage'

/**
 * The sources that paths name, in their order; those of a folder or pattern by name. Hidden files are passed over, and
 * what several names or links lead to is one source.
 *
 * @throws UsageError when a path names nothing
 */
export async function findSources(paths: readonly string[]): Promise<Source[]> {
  const found = await Promise.all(paths.map(namesOf))
  const byFile = new Map<string, string>()
  for (const name of found.flat()) {
    const file = name === '-' ? name : realpathSync(name)
    if (!byFile.has(file)) byFile.set(file, name)
  }
  return [...byFile.values()].map((name) => ({ name, chunks: name === '-' ? process.stdin : fileChunks(name) }))
}

async function namesOf(path: string): Promise<string[]> {
  if (path === '-') return [path]
  const kind = await stat(path).catch(() => undefined)
  if (kind?.isFile()) return [path]
  if (kind?.isDirectory()) {
    const prefix = withoutSlash(path)
    const names = await glob('**/*', { cwd: path })
    return names.sort().map((name) => `${prefix}/${name}`)
  }
  const names = isDynamicPattern(path) ? await glob(path) : []
  if (names.length === 0) throw new UsageError(`There is no file, folder or match for "${path}".`)
  return names.sort()
}

/** Large enough for nearly every file to be read at once. */
const CHUNK_BYTES = 64 * 1024

/**
 * Opens the file only when it is read: a folder may hold more files than may be open at once. The command has nothing
 * else to do meanwhile, and waiting for each small file in turn takes longer than reading it.
 */
async function* fileChunks(name: string): AsyncGenerator<Uint8Array> {
  const file = openSync(name, 'r')
  try {
    for (;;) {
      const chunk = Buffer.allocUnsafe(CHUNK_BYTES)
      const length = readSync(file, chunk)
      if (length === 0) return
      yield await Promise.resolve(chunk.subarray(0, length))
    }
  } finally {
    closeSync(file)
  }
}
