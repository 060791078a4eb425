import { randomBytes } from 'node:crypto'
import { link, readFile, rm, writeFile } from 'node:fs/promises'

import { hasCode } from './errors'

/** The text of a file, or undefined when there is none. */
export async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw error
  }
}

/**
 * Makes a file that only its owner can read, unless there is one; answers whether it did. It is written whole under
 * another name and then linked, so nobody ever reads half of it and only one of several processes succeeds.
 */
export async function createOnce(file: string, text: string): Promise<boolean> {
  const draft = sibling(file)
  try {
    await writeFile(draft, text, { flag: 'wx', flush: true, mode: 0o600 })
    await link(draft, file)
    return true
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    throw error
  } finally {
    await rm(draft, { force: true })
  }
}

/** A name beside `file` that no other process uses. */
function sibling(file: string): string {
  return `${file}.${String(process.pid)}-${randomBytes(4).toString('hex')}`
}
