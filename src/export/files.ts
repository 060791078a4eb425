import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** One process writes to the folder, one file at a time: one name is enough, and a killed run leaves no other. */
const UNFINISHED = '.export-unfinished'

/**
 * Makes a file whole: it is written under another name and then renamed, so nobody ever reads half of it.
 *
 * @returns `unchanged` when it held the same already, and was not touched
 */
export async function putFile(folder: string, name: string, content: Buffer): Promise<'unchanged' | 'written'> {
  const file = path.join(folder, name)
  const present = await readFile(file).catch(() => undefined)
  if (present?.equals(content)) return 'unchanged'
  await replaceFile(folder, name, content)
  return 'written'
}

/** The same for a content that is made while it is written. */
export async function replaceFile(folder: string, name: string, content: AsyncIterable<string> | Buffer): Promise<void> {
  const unfinished = path.join(folder, UNFINISHED)
  await writeFile(unfinished, content, { flush: true })
  await rename(unfinished, path.join(folder, name))
}

export function sha256(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}

/** The SHA-256 of a file of any size. */
export async function sha256OfFile(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk)
  return hash.digest('hex')
}
