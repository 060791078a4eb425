import type { ExportProgress } from '../export/exportArticles'
import type { ExportCounts } from '../export/types'
import { say } from './print'

/** How often the progress is shown, at most: redrawn on a terminal, as a new line elsewhere. */
const TERMINAL_MS = 200
const PLAIN_MS = 5000

/** Shows how far an export is, and every article that failed. */
export class ExportPrinter {
  readonly #folder: string
  readonly #hasBar = process.stderr.isTTY
  readonly #started = performance.now()
  #shown = performance.now()
  /** Articles that a killed run had exported: this one is not credited with them. */
  #before: number | undefined

  constructor(folder: string) {
    this.#folder = folder
  }

  report({ articles, done, total }: ExportProgress): void {
    this.#before ??= done
    this.#clear()
    for (const article of articles) {
      if (article.outcome === 'failed') say(`failed    article ${article.id}: ${article.message}`)
    }
    this.#show(done, Math.max(done, total))
  }

  end({ failed, removed, unchanged, written }: ExportCounts): void {
    this.#clear()
    const seconds = (performance.now() - this.#started) / 1000
    const articles = written + unchanged + failed
    say(`${articles} articles in ${seconds.toFixed(1)} s: ${written} written, ${unchanged} unchanged, ${removed} removed, ${failed} failed`)
    say(`They are in ${this.#folder}, listed in manifest.json, with what this format cannot hold.`)
  }

  #show(done: number, total: number): void {
    const now = performance.now()
    if (now - this.#shown < (this.#hasBar ? TERMINAL_MS : PLAIN_MS)) return
    this.#shown = now
    const rate = (done - (this.#before ?? 0)) / ((now - this.#started) / 1000)
    const left = rate > 0 ? `, ${Math.ceil((total - done) / rate)} s left` : ''
    const text = `${done}/${total} articles, ${Math.round(rate)} a second${left}`
    if (this.#hasBar) process.stderr.write(`[${'#'.repeat(total > 0 ? Math.round((20 * done) / total) : 20).padEnd(20, '.')}] ${text}`)
    else say(text)
  }

  #clear(): void {
    if (this.#hasBar) process.stderr.write('\r\x1b[K')
  }
}
