import { say } from './print'

/** How often the progress is shown, at most: redrawn on a terminal, as a new line elsewhere. */
const TERMINAL_MS = 200
const PLAIN_MS = 5000

/** Shows how far something long is: as a bar on a terminal, elsewhere in lines. */
export class ProgressBar {
  readonly #what: string
  readonly #hasBar = process.stderr.isTTY
  readonly #started = performance.now()
  #shown = performance.now()
  /** What was done before it began to be shown, as by a killed run: this one is not credited with it. */
  #before: number | undefined

  /** @param what is counted, such as `articles` */
  constructor(what: string) {
    this.#what = what
  }

  show(done: number, total: number): void {
    this.#before ??= done
    const now = performance.now()
    if (now - this.#shown < (this.#hasBar ? TERMINAL_MS : PLAIN_MS)) return
    this.#shown = now
    const rate = (done - this.#before) / ((now - this.#started) / 1000)
    const left = rate > 0 ? `, ${Math.ceil((total - done) / rate)} s left` : ''
    const text = `${done}/${total} ${this.#what}, ${Math.round(rate)} a second${left}`
    if (this.#hasBar) process.stderr.write(`\r\x1b[K[${'#'.repeat(total > 0 ? Math.round((20 * done) / total) : 20).padEnd(20, '.')}] ${text}`)
    else say(text)
  }

  /** Makes room for a line. */
  clear(): void {
    if (this.#hasBar) process.stderr.write('\r\x1b[K')
  }
}
