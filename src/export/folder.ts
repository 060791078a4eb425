import { access, constants, mkdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { ExportRefused } from './types'

/**
 * Makes a folder, with those it is in, and looks whether it can be written to.
 *
 * @throws ExportRefused when it cannot
 */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await makeEach(path.resolve(folder))
    await access(folder, constants.W_OK | constants.X_OK)
  } catch (error) {
    throw new ExportRefused(`${folder} is no folder to write to: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** Each folder is tried once, from the top: Node's own `recursive` never ends where folders cannot be made at all, as in /proc. */
async function makeEach(folder: string): Promise<void> {
  if (await isFolder(folder)) return
  const parent = path.dirname(folder)
  if (!(await isFolder(parent))) await makeEach(parent)
  await mkdir(folder)
}

async function isFolder(folder: string): Promise<boolean> {
  return (await stat(folder).catch(() => undefined))?.isDirectory() ?? false
}
