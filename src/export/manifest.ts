import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { isRecord } from '../formats/values'
import { replaceFile } from './files'
import { EXPORT_FORMATS, isExportFormat } from './formats'
import type { Beginning } from './checkpoint'
import type { ExportCounts, ExportQuery } from './types'

/** What a finished export consists of; without one, a folder holds none, or one that was killed. */
const MANIFEST = 'manifest.json'

/** One file of an export: an article, or all of them. */
export type ManifestFile = { file: string; bytes: number; sha256: string } & ({ id: string } | { articles: number })

/** What an export leaves behind of itself. */
export type Outcome = { counts: ExportCounts; failed: { id: string; message: string }[]; files: readonly ManifestFile[] }

/** Writes the manifest, the last file of an export. */
export async function writeManifest(folder: string, { query, startedAt }: Beginning, outcome: Outcome): Promise<void> {
  await replaceFile(folder, MANIFEST, manifestText({ query, startedAt }, outcome))
}

async function* manifestText({ query, startedAt }: Beginning, { counts, failed, files }: Outcome): AsyncGenerator<string> {
  const finishedAt = new Date().toISOString()
  const head = JSON.stringify({ ...query, startedAt, finishedAt, counts, failed, losses: EXPORT_FORMATS[query.format].losses }, null, 2)
  yield `${head.slice(0, -2)},\n  "files": [`
  for (const [index, file] of files.entries()) yield `${index === 0 ? '' : ','}\n    ${JSON.stringify(file)}`
  yield '\n  ]\n}\n'
}

/** What an earlier export of this folder was of, and the names of its files; undefined when there was none. */
export async function readManifest(folder: string): Promise<{ query: Partial<ExportQuery>; files: string[] } | undefined> {
  const manifest = await readFile(path.join(folder, MANIFEST), 'utf8')
    .then((text): unknown => JSON.parse(text))
    .catch(() => undefined)
  if (!isRecord(manifest) || !isExportFormat(String(manifest.format)) || !Array.isArray(manifest.files)) return undefined
  const names = manifest.files.flatMap((entry: unknown) => (isRecord(entry) && typeof entry.file === 'string' ? entry.file : []))
  return { query: manifest, files: names.filter(isOurs) }
}

/** Removes files of an earlier export that this one does not have: what was withdrawn since must not stay. */
export async function removeLeftovers(folder: string, earlier: readonly string[], kept: ReadonlySet<string>): Promise<number> {
  const leftovers = earlier.filter((name) => !kept.has(name))
  for (const name of leftovers) await rm(path.join(folder, name), { force: true })
  return leftovers.length
}

/** A name in the folder itself: a manifest that somebody changed must not reach further. */
function isOurs(name: string): boolean {
  return path.basename(name) === name && !name.startsWith('.') && name !== MANIFEST
}
