import { setTimeout as delay } from 'node:timers/promises'
import type { Change } from './change'

/** Where a CDN is told what to forget. */
export type PurgeTarget = { url: string; token: string | undefined }

/** Keys of one call: Cloudflare takes 100, Fastly 256. */
const MAX_KEYS = 100

/** Bytes of the header that holds them: most servers take 8 KiB for all headers, some 4 for one. */
const MAX_HEADER_BYTES = 4000

/** More keys than this that wait are told as "everything". */
const MAX_WAITING = 20_000

/** The pause after a call that failed, in milliseconds: it doubles up to the second. */
const FIRST_PAUSE_MS = 1000
const LONGEST_PAUSE_MS = 60_000

/** The time one call may take, and what waits when the server stops, in milliseconds. */
const TIMEOUT_MS = 10_000
const LAST_MS = 2000

/** After so many calls that failed in a row, and again after as many, the log says so. */
const FAILURES_PER_LINE = 5

/**
 * Tells a CDN of changes: a POST with the keys to purge in `Surrogate-Key` and, with `all`, as JSON. What changes while one is
 * on its way goes together with the next, in portions that every CDN takes. What a CDN did not take waits and is told again.
 */
export class Purger {
  readonly #target: PurgeTarget
  readonly #log: (message: string, error: unknown) => void
  readonly #stop = new AbortController()
  #waiting = new Set<string>()
  #isAll = false
  #sending: Promise<void> | undefined
  #failures = 0

  /** @param log is told when the CDN could not be */
  constructor(target: PurgeTarget, log: (message: string, error: unknown) => void) {
    this.#target = target
    this.#log = log
  }

  tell({ tags }: Pick<Change, 'tags'>): void {
    this.#add(tags)
    this.#sending ??= this.#send().finally(() => {
      this.#sending = undefined
    })
  }

  /** Ends the pauses, and waits a moment for what is on its way. */
  async close(): Promise<void> {
    this.#stop.abort()
    await Promise.race([this.#sending, delay(LAST_MS, undefined, { ref: false })])
  }

  #add(tags: Change['tags']): void {
    if (tags === 'all') this.#isAll = true
    else for (const tag of tags) this.#waiting.add(tag)
    if (this.#waiting.size > MAX_WAITING) this.#isAll = true
    if (this.#isAll) this.#waiting.clear()
  }

  async #send(): Promise<void> {
    // What is told in one turn goes together.
    await Promise.resolve()
    while (this.#isAll || this.#waiting.size > 0) {
      const { all, keys } = this.#take()
      try {
        await this.#post({ all, keys })
        this.#failures = 0
      } catch (error) {
        this.#add(all ? 'all' : keys)
        if (this.#stop.signal.aborted) return
        this.#failures += 1
        if (this.#failures % FAILURES_PER_LINE === 0) this.#log('The CDN could not be told what to purge; it will be told again', error)
        const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (this.#failures - 1))
        await delay(pause, undefined, { ref: false, signal: this.#stop.signal }).catch(() => undefined)
      }
    }
  }

  /** The next portion, which no longer waits. */
  #take(): { all: boolean; keys: string[] } {
    const keys: string[] = []
    let bytes = 0
    for (const key of this.#waiting) {
      bytes += Buffer.byteLength(key) + 1
      if (keys.length === MAX_KEYS || (bytes > MAX_HEADER_BYTES && keys.length > 0)) break
      keys.push(key)
    }
    for (const key of keys) this.#waiting.delete(key)
    const all = this.#isAll
    this.#isAll = false
    return { all, keys }
  }

  async #post(message: { all: boolean; keys: string[] }): Promise<void> {
    const { token, url } = this.#target
    const headers = {
      'Content-Type': 'application/json',
      'Surrogate-Key': message.keys.join(' '),
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    }
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(message), signal: AbortSignal.timeout(TIMEOUT_MS) })
    await response.arrayBuffer()
    if (!response.ok) throw new Error(`${url} answered ${response.status}.`)
  }
}
