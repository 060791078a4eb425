import { appendFile, readFile, truncate, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { ExportedArticle, ExportQuery } from './types'
import { ExportRefused } from './types'

/** Kept in the folder while an export is on its way, and afterwards when it was killed. */
export const CHECKPOINT_FILE = '.export-checkpoint.jsonl'

/** How an export began; the first line of its checkpoint. */
export type Beginning = { query: ExportQuery; startedAt: string }

/**
 * What an export has done so far, a line each, written after the deed: what is killed between the two is done again.
 */
export class Checkpoint {
  readonly #file: string

  private constructor(
    folder: string,
    readonly beginning: Beginning,
  ) {
    this.#file = journalFile(folder)
  }

  /** @throws ExportRefused when there is one already: that of a killed export, or of one that runs */
  static async begin(folder: string, beginning: Beginning): Promise<Checkpoint> {
    try {
      await writeFile(journalFile(folder), `${JSON.stringify(beginning)}\n`, { flag: 'wx' })
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
      throw new ExportRefused(
        `An export to ${folder} was begun and has not ended. Add --resume to go on with it, or delete ${journalFile(folder)} to begin anew.`,
      )
    }
    return new Checkpoint(folder, beginning)
  }

  /** The checkpoint of an export that was killed, with all it did; undefined when there is none. */
  static async resume(folder: string): Promise<{ checkpoint: Checkpoint; done: ExportedArticle[] } | undefined> {
    const bytes = await readFile(journalFile(folder)).catch(() => undefined)
    if (bytes === undefined) return undefined
    // The kill may have cut the last line.
    const whole = bytes.lastIndexOf('\n') + 1
    const [first, ...lines] = bytes.subarray(0, whole).toString('utf8').split('\n').slice(0, -1)
    if (first === undefined) return undefined
    await truncate(journalFile(folder), whole)
    const beginning: Beginning = JSON.parse(first)
    return { checkpoint: new Checkpoint(folder, beginning), done: lines.map((line): ExportedArticle => JSON.parse(line)) }
  }

  async add(articles: readonly ExportedArticle[]): Promise<void> {
    await appendFile(this.#file, articles.map((article) => `${JSON.stringify(article)}\n`).join(''))
  }
}

function journalFile(folder: string): string {
  return path.join(folder, CHECKPOINT_FILE)
}
