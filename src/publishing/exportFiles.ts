import { createWriteStream } from 'node:fs'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Exported } from './exportArticles'
import { sameContent } from './sameContent'

/** What became of each article; `fault` is why one failed. */
export type ExportReport = { name: string; outcome: 'failed' | 'unchanged' | 'written'; fault?: string }

/**
 * Writes a file for each article into a folder that is there. A file is whole or not there at all; one that has the same content is left alone, so
 * that a run that was killed can be started again.
 */
export async function* writeFiles(folder: string, articles: AsyncIterable<Exported>): AsyncGenerator<ExportReport> {
  for await (const article of articles) yield await report(article, (text) => writeOne(path.join(folder, article.name), text))
}

/** Writes one file with a line for each article. The file appears, in place of an older one, when the last line is in it. */
export async function* writeLines(folder: string, name: string, articles: AsyncIterable<Exported>): AsyncGenerator<ExportReport> {
  const file = path.join(folder, name)
  const reports: ExportReport[] = []
  async function* lines(): AsyncGenerator<string> {
    for await (const article of articles) {
      if ('text' in article) yield article.text
      else reports.push({ name: article.name, outcome: 'failed', fault: article.fault })
    }
  }
  await pipeline(Readable.from(lines()), createWriteStream(temporary(file)))
  const isSame = await sameContent(temporary(file), file)
  await (isSame ? rm(temporary(file)) : rename(temporary(file), file))
  yield* reports
  yield { name, outcome: isSame ? 'unchanged' : 'written' }
}

async function report(article: Exported, write: (text: string) => Promise<'unchanged' | 'written'>): Promise<ExportReport> {
  const { name } = article
  if ('fault' in article) return { name, outcome: 'failed', fault: article.fault }
  try {
    return { name, outcome: await write(article.text) }
  } catch (error) {
    return { name, outcome: 'failed', fault: error instanceof Error ? error.message : String(error) }
  }
}

async function writeOne(file: string, text: string): Promise<'unchanged' | 'written'> {
  const old = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (old === text) return 'unchanged'
  await writeFile(temporary(file), text)
  await rename(temporary(file), file)
  return 'written'
}

/** Beside the file, for a rename across disks would copy; always the same name, so that the next run clears what a killed one left. */
function temporary(file: string): string {
  return path.join(path.dirname(file), `.${path.basename(file)}.part`)
}
