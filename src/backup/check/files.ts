import { readdir } from 'node:fs/promises'
import { Files, filesOf, uploadSlugs } from '../files'
import type { Doc } from '../format'
import { nameOf } from './types'
import type { DocumentCheck, Finding, Ground } from './types'

/** Missing files, and files that belong to no document. */
export async function fileCheck({ payload }: Ground): Promise<DocumentCheck> {
  const files = await Files.open(payload)
  const uploads = uploadSlugs(payload)
  const named = new Map<string, Set<string>>()
  for (const slug of uploads) {
    const folder = files.folder(slug)
    if (folder !== undefined) named.set(folder, new Set())
  }

  async function look(slug: string, docs: readonly Doc[]): Promise<Finding[]> {
    const findings: Finding[] = []
    if (!uploads.includes(slug)) return findings
    for (const file of docs.flatMap((doc) => filesOf(slug, doc))) {
      named.get(files.folder(slug) ?? '')?.add(file.filename)
      if (!(await files.has(file))) findings.push({ message: `${nameOf(slug, file.doc)}: its file ${file.filename} is missing; upload it again` })
    }
    return findings
  }

  async function end(): Promise<Finding[]> {
    const findings: Finding[] = []
    for (const [folder, names] of named) {
      const found = await readdir(folder, { withFileTypes: true }).catch(() => [])
      for (const each of found) {
        if (each.isFile() && !each.name.startsWith('.') && !names.has(each.name)) findings.push({ message: `${folder}/${each.name}: belongs to no document; move it away` })
      }
    }
    return findings
  }

  return { look, end }
}
