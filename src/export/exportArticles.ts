import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Payload } from 'payload'
import type { FormatOptions } from '../formats/types'
import { makeFolder } from './folder'
import { Checkpoint, CHECKPOINT_FILE } from './checkpoint'
import { readManifest, removeLeftovers, writeManifest } from './manifest'
import { articlePages, countArticles } from './pages'
import { openArticleWriter } from './articleWriter'
import type { ExportCounts, ExportedArticle, ExportQuery } from './types'
import { ExportRefused } from './types'

type ExportOptions = {
  folder: string
  query: ExportQuery
  /** Go on with an export that was killed. */
  resume: boolean
  site: FormatOptions
}

/** How far an export is; `total` is what the query had when it began. */
export type ExportProgress = { articles: ExportedArticle[]; done: number; total: number }

/**
 * Exports articles to a folder: page by page in a flat memory, each file whole or not there, the manifest last.
 *
 * The folder is the export's own. Run again with the same query it is brought up to date: files that are as they should
 * be are not touched, and those of articles that are not in the query any more are removed, unless something failed.
 * An export that is gone on with keeps what it had, and takes no second look at it.
 *
 * @throws ExportRefused when there is no such section, or the folder cannot be written to, or holds anything else, or an
 * export that has not ended
 */
export async function* exportArticles(
  payload: Payload,
  { folder, query, resume, site }: ExportOptions,
): AsyncGenerator<ExportProgress, ExportCounts> {
  const count = await countArticles(payload, query)
  await makeFolder(folder)
  const earlier = await examine(folder, query)
  const { done, checkpoint } = (resume ? await Checkpoint.resume(folder) : undefined) ?? {
    checkpoint: await Checkpoint.begin(folder, { query, startedAt: new Date().toISOString() }),
    done: [],
  }
  if (!isSame(checkpoint.beginning.query, query)) throw otherQuery(folder, checkpoint.beginning.query)

  const writer = await openArticleWriter({ done, folder, format: query.format, site })
  const counts = countsOf(done)
  const failed = done.flatMap(failureOf)
  const total = Math.max(count, done.length)
  yield { articles: [], done: done.length, total }
  let exported = done.length
  for await (const page of articlePages(payload, query, done.at(-1))) {
    const articles = await writer.put(page)
    await checkpoint.add(articles)
    for (const { outcome } of articles) counts[outcome] += 1
    failed.push(...articles.flatMap(failureOf))
    exported += articles.length
    yield { articles, done: exported, total }
  }

  const { files, isUntouched } = await writer.finish()
  if (isUntouched) Object.assign(counts, { written: 0, unchanged: counts.written + counts.unchanged })
  if (failed.length === 0) counts.removed = await removeLeftovers(folder, earlier, new Set(files.map(({ file }) => file)))
  await writeManifest(folder, checkpoint.beginning, { counts, failed, files })
  await rm(path.join(folder, CHECKPOINT_FILE))
  return counts
}

/** The files of an earlier export of the same query; a folder with anything else is not ours to write to. */
async function examine(folder: string, query: ExportQuery): Promise<string[]> {
  const earlier = await readManifest(folder)
  if (earlier && !isSame(earlier.query, query)) throw otherQuery(folder, earlier.query)
  const names = await readdir(folder)
  if (!earlier && names.length > 0 && !names.includes(CHECKPOINT_FILE)) {
    throw new ExportRefused(`${folder} is not empty, and holds no export: name a new folder.`)
  }
  return earlier?.files ?? []
}

function isSame(one: Partial<ExportQuery>, { format, section, since, status }: ExportQuery): boolean {
  return one.format === format && one.section === section && one.since === since && one.status === status
}

function otherQuery(folder: string, { format, section, since, status }: Partial<ExportQuery>): ExportRefused {
  const options = Object.entries({ format, section, since, status }).flatMap(([name, value]) => (value ? [`--${name} ${value}`] : []))
  return new ExportRefused(`${folder} holds an export made with ${options.join(' ')}: use the same options, or another folder.`)
}

function countsOf(articles: readonly ExportedArticle[]): ExportCounts {
  const counts = { written: 0, unchanged: 0, failed: 0, removed: 0 }
  for (const { outcome } of articles) counts[outcome] += 1
  return counts
}

function failureOf(article: ExportedArticle): { id: string; message: string }[] {
  return article.outcome === 'failed' ? [{ id: article.id, message: article.message }] : []
}
