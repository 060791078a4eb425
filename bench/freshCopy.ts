import { copyFile, cp, link, mkdir, readdir } from 'node:fs/promises'
import path from 'node:path'

/** What a clone of the repository does not have. */
const NOT_CLONED = new Set(['.data', '.git', '.next', 'node_modules', 'tmp'])

/**
 * Copies the project as a person who has just cloned it and run `npm ci` has it. Its packages are hard links to ours: the
 * build does not follow a symbolic link that leads out of the project.
 */
export async function copyProject(from: string, to: string): Promise<void> {
  await cp(from, to, { recursive: true, filter: (file) => !NOT_CLONED.has(path.relative(from, file)) })
  await linkFolder(path.join(from, 'node_modules'), path.join(to, 'node_modules'))
}

async function linkFolder(from: string, to: string): Promise<void> {
  await mkdir(to)
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)]
    if (entry.isDirectory()) await linkFolder(source, target)
    else if (entry.isSymbolicLink()) await cp(source, target, { verbatimSymlinks: true })
    else await link(source, target).catch(() => copyFile(source, target))
  }
}
