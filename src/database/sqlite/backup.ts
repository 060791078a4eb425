import { chmod, rm, stat } from 'node:fs/promises'

import { openClient } from './client'

/**
 * Copies the database behind `url` (a `file:` URL) to a file beside it, readable by the same people, and answers that
 * file's path. The copy is what was committed when it began, also while another connection holds the write lock.
 *
 * @throws what SQLite says when the copy cannot be written
 * @see https://www.sqlite.org/lang_vacuum.html#vacuuminto
 */
export async function backUp(url: string): Promise<string> {
  const client = await openClient(url)
  try {
    const { rows } = await client.execute('PRAGMA database_list')
    const file = String(rows[0]?.file)
    const copy = `${file}.before-${new Date().toISOString().replaceAll(':', '-')}.bak`
    try {
      await client.execute({ args: [copy], sql: 'VACUUM INTO ?' })
      await chmod(copy, (await stat(file)).mode)
      return copy
    } catch (error) {
      await rm(copy, { force: true })
      throw error
    }
  } finally {
    client.close()
  }
}
