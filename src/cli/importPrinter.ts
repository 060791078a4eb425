import type { ImportSummary, StoryReport } from '../ingest/save/types'
import { printResult, say } from './print'

type PrinterOptions = {
  json: boolean
  /** Whether to show where every line went. */
  lines: boolean
  /** How many files there are. */
  total: number
}

/** How often the progress line is drawn, at most. */
const DRAW_MS = 200

/** Prints reports as they come: lines for people, JSON Lines for machines; on a terminal with a progress line below. */
export class ImportPrinter {
  readonly #options: PrinterOptions
  readonly #started = performance.now()
  readonly #files = new Set<string>()
  readonly #hasBar = process.stderr.isTTY
  #stories = 0
  #drawn = 0

  constructor(options: PrinterOptions) {
    this.#options = options
  }

  report(report: StoryReport): void {
    this.#files.add(report.file)
    this.#stories += 1
    this.#clear()
    if (this.#options.json) printResult(JSON.stringify(report))
    else for (const line of this.#linesOf(report)) say(line)
    this.#draw()
  }

  end(summary: ImportSummary, dryRun: boolean): void {
    this.#clear()
    if (this.#options.json) {
      printResult(JSON.stringify({ summary }))
      return
    }
    const seconds = (performance.now() - this.#started) / 1000
    const { conflict, created, failed, notWithdrawn, skipped, updated, withdrawn } = summary.counts
    say('')
    say(`${summary.files} files in ${seconds.toFixed(1)} s: ${created} created, ${updated} updated, ${skipped} skipped, ${conflict} conflicts, ${failed} failed`)
    if (withdrawn > 0) say(`${withdrawn} withdrawn`)
    if (notWithdrawn > 0) say(`${notWithdrawn} NOT WITHDRAWN although the source withdraws or holds back what readers see: an editor has to decide now.`)
    if (dryRun) say('A dry run: nothing was written.')
  }

  *#linesOf({ account, article, errors, file, made, notes, outcome }: StoryReport): Generator<string> {
    const isNews = outcome !== 'skipped' || this.#options.lines
    if (!isNews && this.#hasBar) return
    yield `${outcome.padEnd(8)}  ${file}${article ? `  ${article.status}: ${article.headline}` : ''}`
    for (const { column, line, message, path } of errors) {
      const place = line === undefined ? '' : `:${line}${column === undefined ? '' : `:${column}`}`
      yield `          ${file}${place}: ${line === undefined && path ? `${path}: ` : ''}${message}`
    }
    if (!isNews) return
    for (const note of notes) yield `          note: ${note}`
    for (const name of made) yield `          made ${name}`
    if (this.#options.lines) for (const { at, to, why } of account) yield `          ${at} → ${to}${why === undefined ? '' : ` (${why})`}`
  }

  #draw(): void {
    const now = performance.now()
    if (!this.#hasBar || now - this.#drawn < DRAW_MS) return
    this.#drawn = now
    const done = this.#files.size
    const seconds = (now - this.#started) / 1000
    const left = (seconds / done) * (this.#options.total - done)
    const bar = '#'.repeat(Math.round((20 * done) / this.#options.total)).padEnd(20, '.')
    process.stderr.write(`[${bar}] ${done}/${this.#options.total} files, ${Math.round(this.#stories / seconds)} stories/s, ${Math.ceil(left)} s left`)
  }

  #clear(): void {
    if (this.#hasBar) process.stderr.write('\r\x1b[K')
  }
}
