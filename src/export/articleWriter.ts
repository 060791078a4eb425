import { appendFile, rename, rm, stat, truncate } from 'node:fs/promises'
import path from 'node:path'
import type { ArticleDocument, FormatOptions } from '../formats/types'
import { fileNameOf } from './fileName'
import { putFile, sha256, sha256OfFile } from './files'
import { EXPORT_FORMATS } from './formats'
import type { ExportFormat } from './formats'
import type { ManifestFile } from './manifest'
import type { ExportedArticle } from './types'
import { ExportRefused } from './types'

type ArticleWriterOptions = {
  folder: string
  format: ExportFormat
  site: FormatOptions
  /** What a killed run has put here; empty for a new one. */
  done: readonly ExportedArticle[]
}

type Dated = ArticleDocument & { createdAt: string }

/** Where articles are put: each into a file, or all into one. */
export type ArticleWriter = {
  put: (articles: readonly Dated[]) => Promise<ExportedArticle[]>
  /** Called once, when every article was put; `isUntouched` when what was put is in a file that was the same before. */
  finish: () => Promise<{ files: ManifestFile[]; isUntouched: boolean }>
}

const ALL = 'articles'

/** @throws ExportRefused when what a killed run has put here is not here any more */
export function openArticleWriter(options: ArticleWriterOptions): Promise<ArticleWriter> {
  return EXPORT_FORMATS[options.format].files === 'each' ? Promise.resolve(fileForEach(options)) : fileForAll(options)
}

function fileForEach({ done, folder, format, site }: ArticleWriterOptions): ArticleWriter {
  const { extension, write } = EXPORT_FORMATS[format]
  const files = done.flatMap((article) => (article.outcome === 'failed' ? [] : entryOf(article)))
  const taken = new Set(files.map(({ file }) => file))

  async function putOne(article: Dated): Promise<ExportedArticle> {
    const { createdAt, id } = article
    try {
      const file = `${fileNameOf(article, (name) => taken.has(name + extension))}${extension}`
      const content = Buffer.from(write(article, site))
      const outcome = await putFile(folder, file, content)
      taken.add(file)
      return { id, createdAt, outcome, file, bytes: content.length, sha256: sha256(content) }
    } catch (error) {
      return { id, createdAt, outcome: 'failed', message: reasonOf(error) }
    }
  }

  return {
    put: async (articles) => {
      const exported: ExportedArticle[] = []
      for (const article of articles) exported.push(await putOne(article))
      for (const article of exported) if (article.outcome !== 'failed') files.push(entryOf(article))
      return exported
    },
    finish: () => Promise.resolve({ files, isUntouched: false }),
  }
}

async function fileForAll({ done, folder, format, site }: ArticleWriterOptions): Promise<ArticleWriter> {
  const { extension, write } = EXPORT_FORMATS[format]
  const file = `${ALL}${extension}`
  const unfinished = path.join(folder, `.${file}.unfinished`)
  const finished = path.join(folder, file)
  let articles = done.filter(({ outcome }) => outcome !== 'failed').length
  let size = done.reduce((sum, article) => sum + (article.outcome === 'failed' ? 0 : article.bytes), 0)
  // A kill may have come after the last step of all but one.
  if (size > 0 && (await sizeOf(unfinished)) === 0 && (await sizeOf(finished)) === size) await rename(finished, unfinished)
  await cutTo(unfinished, size)

  function lineOf(article: Dated): { exported: ExportedArticle; line: string } {
    const { createdAt, id } = article
    try {
      const line = write(article, site)
      const content = Buffer.from(line)
      return { exported: { id, createdAt, outcome: 'written', file, bytes: content.length, sha256: sha256(content) }, line }
    } catch (error) {
      return { exported: { id, createdAt, outcome: 'failed', message: reasonOf(error) }, line: '' }
    }
  }

  return {
    put: async (page) => {
      const lines = page.map(lineOf)
      const text = lines.map(({ line }) => line).join('')
      await appendFile(unfinished, text)
      size += Buffer.byteLength(text)
      articles += lines.filter(({ exported }) => exported.outcome !== 'failed').length
      return lines.map(({ exported }) => exported)
    },
    finish: async () => {
      const hash = await sha256OfFile(unfinished)
      const isSame = size > 0 && (await sizeOf(finished)) === size && (await sha256OfFile(finished)) === hash
      await (isSame ? rm(unfinished) : rename(unfinished, finished))
      return { files: [{ file, bytes: size, sha256: hash, articles }], isUntouched: isSame }
    },
  }
}

/** Takes off what was written and not yet noted when a run was killed. */
async function cutTo(file: string, size: number): Promise<void> {
  await appendFile(file, '')
  if ((await sizeOf(file)) < size) {
    throw new ExportRefused(`${file} is shorter than the killed export left it: it cannot be gone on with. Export into an empty folder.`)
  }
  await truncate(file, size)
}

async function sizeOf(file: string): Promise<number> {
  return (await stat(file).catch(() => undefined))?.size ?? 0
}

function entryOf({ bytes, file, id, sha256: hash }: Exclude<ExportedArticle, { outcome: 'failed' }>): ManifestFile & { id: string } {
  return { id, file, bytes, sha256: hash }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
