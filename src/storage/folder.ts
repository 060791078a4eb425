import { access, constants, mkdir } from 'node:fs/promises'
import path from 'node:path'

/**
 * Makes a folder and those above it where they are missing. Node's own `recursive` does not end where a file system takes
 * no folders, such as below /proc.
 *
 * @throws Error of the file system when the folder cannot be made or written to
 */
export async function makeFolder(folder: string): Promise<void> {
  const missing: string[] = []
  for (let at = path.resolve(folder); !(await isThere(at)); at = path.dirname(at)) missing.unshift(at)
  for (const each of missing) await mkdir(each).catch(unlessThere)
  await access(folder, constants.W_OK | constants.X_OK)
}

async function isThere(file: string): Promise<boolean> {
  return access(file).then(() => true, () => false)
}

/** Another process may have made it meanwhile. */
function unlessThere(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
}
