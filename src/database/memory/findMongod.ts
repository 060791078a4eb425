import { access, constants } from 'node:fs/promises'

import type { Download } from './download'
import { downloadMongod } from './download'
import { EmbeddedDatabaseError } from '../embedded/errors'

/**
 * Finds a mongod for this machine: the one that `MONGOMS_SYSTEM_BINARY` names, one that mongodb-memory-server has
 * cached, or one downloaded now. Takes a few seconds at most when none can be had.
 *
 * @throws EmbeddedDatabaseError when `MONGOMS_SYSTEM_BINARY` names no program
 */
export async function findMongod(log: (line: string) => void): Promise<Download> {
  const named = process.env.MONGOMS_SYSTEM_BINARY
  if (named !== undefined && named !== '') return { path: await executable(named) }
  const { DryMongoBinary } = await import('mongodb-memory-server')
  try {
    const path = await DryMongoBinary.locateBinary(DryMongoBinary.getEnsuredOptions())
    return path === undefined ? await downloadMongod(log) : { path }
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) }
  }
}

async function executable(path: string): Promise<string> {
  try {
    await access(path, constants.X_OK)
    return path
  } catch {
    throw new EmbeddedDatabaseError(`MONGOMS_SYSTEM_BINARY names ${path}, which is not a program that can be run: correct it, or leave it unset.`)
  }
}
