import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { EmbeddedDatabaseError, hasCode } from './embedded/errors'

/**
 * The secret of an embedded newsroom, 64 hexadecimal digits: made on the first call and kept in `dataDir/secret`, so
 * that logins outlive a restart. Processes that start together get the same one.
 *
 * @throws EmbeddedDatabaseError when `dataDir` cannot be written or the file holds something else
 */
export async function embeddedSecret(dataDir: string): Promise<string> {
  const file = join(dataDir, 'secret')
  try {
    await mkdir(dataDir, { mode: 0o700, recursive: true })
    return parse((await readIfThere(file)) ?? (await create(file)), file)
  } catch (error) {
    if (error instanceof EmbeddedDatabaseError) throw error
    throw new EmbeddedDatabaseError(`${file} cannot be read or written (${String(error)}): make ${dataDir} writable, or set PAYLOAD_SECRET.`)
  }
}

/** Written whole under another name, then linked: the link fails when another process was first, and is never half a file. */
async function create(file: string): Promise<string> {
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  try {
    await writeFile(draft, randomBytes(32).toString('hex'), { flag: 'wx', flush: true, mode: 0o600 })
    await link(draft, file).catch(unlessExists)
  } finally {
    await rm(draft, { force: true })
  }
  return readFile(file, 'utf8')
}

function unlessExists(error: unknown): void {
  if (!hasCode(error, 'EEXIST')) throw error
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw error
  }
}

function parse(text: string, file: string): string {
  const secret = text.trim()
  if (/^[\da-f]{64}$/.test(secret)) return secret
  throw new EmbeddedDatabaseError(`${file} does not hold 64 hexadecimal digits: restore it, or delete it (everyone must then log in again).`)
}
