import { randomBytes } from 'node:crypto'
import { join } from 'node:path'

import { prepareDataDir } from './embedded/dataDir'
import { EmbeddedDatabaseError } from './embedded/errors'
import { createOnce, readIfThere } from './embedded/files'

/**
 * The secret of an embedded newsroom, 64 hexadecimal digits: made on the first call and kept in `dataDir/secret`, so
 * that logins outlive a restart. Processes that start together get the same one.
 *
 * @throws EmbeddedDatabaseError when `dataDir` cannot be written or the file holds something else
 */
export async function embeddedSecret(dataDir: string): Promise<string> {
  const file = join(await prepareDataDir(dataDir), 'secret')
  const secret = await readOrMake(file).catch((error: unknown) => {
    throw new EmbeddedDatabaseError(`${file} cannot be read or written (${String(error)}): correct its rights, or set PAYLOAD_SECRET.`)
  })
  if (/^[\da-f]{64}$/.test(secret)) return secret
  throw new EmbeddedDatabaseError(`${file} does not hold 64 hexadecimal digits: restore it, or delete it and have everyone log in again.`)
}

async function readOrMake(file: string): Promise<string> {
  const made = randomBytes(32).toString('hex')
  const kept = (await readIfThere(file)) ?? ((await createOnce(file, made)) ? made : await readIfThere(file))
  return (kept ?? '').trim()
}
