import { access, constants, mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'

import { EmbeddedDatabaseError } from './errors'

/**
 * Makes the data directory when it is missing, for its owner alone, and answers its absolute path.
 *
 * @throws EmbeddedDatabaseError when this process cannot make, read or write it
 */
export async function prepareDataDir(dataDir: string): Promise<string> {
  const path = resolve(dataDir)
  try {
    await mkdir(path, { mode: 0o700, recursive: true })
    await access(path, constants.R_OK | constants.W_OK | constants.X_OK)
    return path
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new EmbeddedDatabaseError(`The data directory ${path} cannot be used (${reason}): make it a directory that this user can write, or set DATABASE_URL.`)
  }
}
