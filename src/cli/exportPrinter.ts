import type { ExportProgress } from '../export/exportArticles'
import type { ExportCounts } from '../export/types'
import { say } from './print'
import { ProgressBar } from './progressBar'

/** Shows how far an export is, and every article that failed. */
export class ExportPrinter {
  readonly #folder: string
  readonly #started = performance.now()
  readonly #bar = new ProgressBar('articles')

  constructor(folder: string) {
    this.#folder = folder
  }

  report({ articles, done, total }: ExportProgress): void {
    this.#bar.clear()
    for (const article of articles) {
      if (article.outcome === 'failed') say(`failed    article ${article.id}: ${article.message}`)
    }
    this.#bar.show(done, Math.max(done, total))
  }

  end({ failed, removed, unchanged, written }: ExportCounts): void {
    this.#bar.clear()
    const seconds = (performance.now() - this.#started) / 1000
    const articles = written + unchanged + failed
    say(`${articles} articles in ${seconds.toFixed(1)} s: ${written} written, ${unchanged} unchanged, ${removed} removed, ${failed} failed`)
    say(`They are in ${this.#folder}, listed in manifest.json, with what this format cannot hold.`)
  }
}
