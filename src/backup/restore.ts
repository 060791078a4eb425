import type { CollectionSlug, GlobalSlug, Payload } from 'payload'
import { loadWhole } from '../database/load'
import type { Loader } from '../database/load'
import { searchIndexOf } from '../database/search/withSearch'
import { damaged, docsIn, readArchive, verifyArchive } from './archiveReader'
import { Files, filesOf, uploadSlugs } from './files'
import type { StoredFile } from './files'
import type { Counts, Doc, Kind, Manifest } from './format'
import { BackupRefused, isDocID, KINDS, noCounts } from './format'
import { IdMap } from './idMap'
import { Mapper } from './mapped'
import { sourcesOf } from './rows'

/** How far a restore is. Everything is read once before anything is written. */
export type RestoreProgress = { step: 'reading' | 'writing'; done: number; total: number }

export type RestoreResult = { counts: Counts; manifest: Manifest; cleared: number }

type RestoreOptions = {
  /** The file of the backup. */
  file: string
  /** Only find out whether it can be restored. */
  dryRun: boolean
  report: (progress: RestoreProgress) => void
}

/** What the first reading finds out. */
type Found = { counts: Counts; files: Map<string, StoredFile>; ids: IdMap; manifest: Manifest }

/**
 * Fills an empty database with a backup, or leaves it empty.
 *
 * @throws BackupRefused when the backup is damaged or newer, the database is not empty, or the project has no place for
 * what is in it
 */
export async function restore(payload: Payload, { dryRun, file, report }: RestoreOptions): Promise<RestoreResult> {
  await refuseFilled(payload)
  const { counts, files, ids, manifest } = await examine(payload, file, report)
  const mapper = new Mapper(payload, ids)
  if (dryRun) return { cleared: 0, counts, manifest }
  const store = await Files.open(payload)
  const hashes = new Map(manifest.entries.map(({ name, sha256 }) => [name, sha256]))
  const total = sum(counts)
  let done = 0
  report({ step: 'writing', done, total })
  try {
    await loadWhole(payload, async (loader) => {
      // Another process may have written in the meantime.
      await refuseFilled(payload)
      for await (const { content, kind, name, slug } of readArchive(file)) {
        if (kind === 'files') {
          const stored = files.get(name)
          if (stored) await store.put(stored, hashes.get(name) ?? '', content)
          done += 1
        } else {
          for await (const doc of docsIn(content, name)) {
            await load(loader, kind, slug, mapper.map(kind, slug, doc))
            done += 1
          }
          await loader.flush()
        }
        report({ step: 'writing', done, total })
      }
    })
  } catch (error) {
    await store.undo()
    throw error
  }
  await searchIndexOf(payload)?.fill()
  return { cleared: mapper.cleared, counts, manifest }
}

async function load(loader: Loader, kind: Exclude<Kind, 'files'>, slug: string, doc: Doc): Promise<void> {
  if (kind === 'collections') await loader.document(slug as CollectionSlug, doc)
  else if (kind === 'versions') await loader.version(slug as CollectionSlug, doc)
  else if (kind === 'globals') await loader.global(slug as GlobalSlug, doc)
  else await loader.globalVersion(slug as GlobalSlug, doc)
}

/** Reads all of a backup: whether it is whole, what its documents are called here, and whose its files are. */
async function examine(payload: Payload, file: string, report: RestoreOptions['report']): Promise<Found> {
  const counts = noCounts()
  const files = new Map<string, StoredFile>()
  const uploads = uploadSlugs(payload)
  const known = new Set([...sourcesOf(payload).map(({ kind, slug }) => `${kind}/${slug}`), ...uploads.map((slug) => `files/${slug}`)])
  let ids = new IdMap(payload, {})
  let done = 0
  const manifest = await verifyArchive(file, (header) => {
    ids = new IdMap(payload, header.ids)
    return async ({ kind, name, slug }, docs) => {
      if (!known.has(`${kind}/${slug}`)) throw new BackupRefused(`This backup contains ${nameOf(kind)} ${slug}, which this project does not have: restore it in the project that it was made in.`)
      for await (const doc of docs) {
        counts[kind][slug] = (counts[kind][slug] ?? 0) + 1
        if (kind !== 'collections' || !isDocID(doc.id)) continue
        if (!ids.add(slug, doc.id)) throw damaged(`${name} contains a document twice`)
        if (uploads.includes(slug)) for (const each of filesOf(slug, briefly(doc))) files.set(`files/${slug}/${each.filename}`, each)
      }
      if (kind === 'files') {
        if (!files.has(name)) throw damaged(`${name} belongs to no document`)
        counts.files[slug] = (counts.files[slug] ?? 0) + 1
      }
      done = sum(counts)
      report({ step: 'reading', done, total: done })
    }
  })
  for (const kind of KINDS) {
    const slugs = new Set([...Object.keys(counts[kind]), ...Object.keys(manifest.counts[kind])])
    for (const slug of slugs) if (counts[kind][slug] !== manifest.counts[kind][slug]) throw damaged(`the number of documents in ${kind}/${slug} does not match the manifest`)
  }
  return { counts, files, ids, manifest }
}

/** The fields needed to store the files of a document: these stay in memory for all documents. */
function briefly({ _objectKey, filename, id, mimeType, prefix, sizes }: Doc): Doc {
  return { _objectKey, filename, id, mimeType, prefix, sizes }
}

/** @throws BackupRefused when the database holds anything of a newsroom */
async function refuseFilled(payload: Payload): Promise<void> {
  const found: string[] = []
  for (const { kind, slug } of sourcesOf(payload)) {
    const count = await countOf(payload, kind, slug)
    if (count > 0) found.push(`${String(count)} ${kind === 'versions' ? 'versions of ' : ''}${slug}`)
  }
  if (found.length === 0) return
  throw new BackupRefused(`The database is not empty: it contains ${found.slice(0, 3).join(', ')}${found.length > 3 ? ' and more' : ''}. Restore into a new one: name it in DATABASE_URL, or move the database file away.`)
}

async function countOf({ db }: Payload, kind: string, slug: string): Promise<number> {
  if (kind === 'collections') return (await db.count({ collection: slug as CollectionSlug })).totalDocs
  if (kind === 'versions') return (await db.countVersions({ collection: slug as CollectionSlug })).totalDocs
  if (kind === 'global-versions') return (await db.countGlobalVersions({ global: slug as GlobalSlug })).totalDocs
  const doc: { id?: unknown } | null = await db.findGlobal({ slug: slug as GlobalSlug })
  return doc?.id === undefined ? 0 : 1
}

function nameOf(kind: Kind): string {
  return kind.startsWith('global') ? 'the global' : kind === 'files' ? 'files of' : 'the collection'
}

function sum(counts: Counts): number {
  return KINDS.flatMap((kind) => Object.values(counts[kind])).reduce((total, count) => total + count, 0)
}
