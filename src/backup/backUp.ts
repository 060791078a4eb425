import type { Writable } from 'node:stream'
import type { CollectionSlug, Payload } from 'payload'
import { idKindOf } from '../database/idKinds'
import { openSnapshot } from '../database/snapshot'
import { VERSION } from '../version'
import { ArchiveWriter } from './archiveWriter'
import { Files, filesOf, uploadSlugs } from './files'
import type { StoredFile } from './files'
import type { Counts, Header } from './format'
import { FORMAT, noCounts } from './format'
import { linesOf, sourcesOf } from './rows'
import type { Line, Source } from './rows'

/** An entry of documents is about so many bytes: a tar says how long an entry is before it comes. */
const ENTRY_BYTES = 1_048_576

/** Progress of a backup, in documents and versions; `total` is counted at the start. */
export type BackupProgress = { done: number; total: number; warning?: string }

/** The result: documents saved, and files that were missing. */
export type BackupResult = { counts: Counts; missing: number }

/**
 * Saves a snapshot of the whole newsroom, with the files of its documents. Others may read and write during the backup.
 *
 * @param to receives the backup; backpressure is respected
 */
export async function* backUp(payload: Payload, to: Writable): AsyncGenerator<BackupProgress, BackupResult> {
  const total = await countDocuments(payload)
  const snapshot = await openSnapshot(payload)
  const header: Header = { format: FORMAT, dateline: VERSION, moment: new Date().toISOString(), engine: payload.db.name, ids: idsOf(payload) }
  const archive = await ArchiveWriter.begin(to, header)
  const counts = noCounts()
  let [done, missing] = [0, 0]
  try {
    yield { done, total }
    if (!snapshot.isOfOneMoment) yield { done, total, warning: 'This MongoDB is not a replica set, so the backup is not a snapshot: changes made during the backup may be saved in part.' }
    for (const source of sourcesOf(payload)) {
      for await (const documents of entriesOf(archive, linesOf(snapshot, source), source)) {
        counts[source.kind][source.slug] = (counts[source.kind][source.slug] ?? 0) + documents
        done += documents
        yield { done, total: Math.max(done, total) }
      }
    }
    const files = await Files.open(payload)
    for (const source of sourcesOf(payload).filter(isOfFiles(payload))) {
      for await (const page of linesOf(snapshot, source)) {
        for (const file of page.flatMap(({ doc }) => filesOf(source.slug, doc))) {
          const isThere = await addFile(archive, files, file)
          if (isThere) counts.files[file.slug] = (counts.files[file.slug] ?? 0) + 1
          else missing += 1
          yield { done, total: Math.max(done, total), ...(!isThere && { warning: `The file ${file.filename} of ${file.slug} is missing, so it is not in the backup.` }) }
        }
      }
    }
    await archive.finish(counts)
    return { counts, missing }
  } catch (error) {
    await archive.abort()
    throw error
  } finally {
    await snapshot.close()
  }
}

function isOfFiles(payload: Payload): (source: Source) => boolean {
  const slugs = uploadSlugs(payload)
  return ({ kind, slug }) => kind === 'collections' && slugs.includes(slug)
}

/** Packs lines into entries, and says of each how many documents it holds. */
async function* entriesOf(archive: ArchiveWriter, pages: AsyncIterable<Line[]>, { kind, slug }: Source): AsyncGenerator<number> {
  let [held, bytes, number]: [Buffer[], number, number] = [[], 0, 0]
  const write = async (): Promise<number> => {
    const [lines, content] = [held.length, Buffer.concat(held)]
    held = []
    bytes = 0
    number += 1
    await archive.add(`${kind}/${slug}/${String(number).padStart(6, '0')}.jsonl`, content)
    return lines
  }
  for await (const page of pages) {
    for (const { line } of page) {
      const content = Buffer.from(line)
      held.push(content)
      bytes += content.length
      if (bytes >= ENTRY_BYTES) yield await write()
    }
  }
  if (held.length > 0) yield await write()
}

async function addFile(archive: ArchiveWriter, files: Files, file: StoredFile): Promise<boolean> {
  const content = await files.read(file)
  if (!content) return false
  await archive.addFile(`files/${file.slug}/${file.filename}`, content.bytes, content.chunks)
  return true
}

/** How many documents and versions there are by now, for the progress. */
async function countDocuments(payload: Payload): Promise<number> {
  const { db } = payload
  let total = 0
  for (const { kind, slug } of sourcesOf(payload)) {
    if (kind === 'collections') total += (await db.count({ collection: slug as CollectionSlug })).totalDocs
    if (kind === 'versions') total += (await db.countVersions({ collection: slug as CollectionSlug })).totalDocs
  }
  return total
}

function idsOf(payload: Payload): Header['ids'] {
  return Object.fromEntries(Object.keys(payload.collections).map((slug) => [slug, idKindOf(payload, slug as CollectionSlug)]))
}
