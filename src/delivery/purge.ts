import { setTimeout as delay } from 'node:timers/promises'
import type { Change } from './change'

/** Where a CDN is told what to forget. */
export type PurgeTarget = { url: string; token: string | undefined }

/** Attempts to tell of one change, the pause between them, and the time each may take, in milliseconds. */
const ATTEMPTS = 5
const PAUSE_MS = 1000
const TIMEOUT_MS = 10_000

/**
 * Tells a CDN of changes: a POST with the keys to purge in `Surrogate-Key` and, with `all`, as JSON. What changes while
 * one is on its way goes together with the next.
 */
export class Purger {
  readonly #target: PurgeTarget
  readonly #log: (message: string, error: unknown) => void
  #keys = new Set<string>()
  #isAll = false
  #isSending = false

  /** @param log is told when the CDN could not be */
  constructor(target: PurgeTarget, log: (message: string, error: unknown) => void) {
    this.#target = target
    this.#log = log
  }

  tell({ tags }: Change): void {
    if (tags === 'all') this.#isAll = true
    else for (const tag of tags) this.#keys.add(tag)
    if (!this.#isSending) void this.#send()
  }

  async #send(): Promise<void> {
    this.#isSending = true
    while (this.#isAll || this.#keys.size > 0) {
      const message = { all: this.#isAll, keys: [...this.#keys] }
      this.#keys = new Set()
      this.#isAll = false
      await this.#post(message).catch((error: unknown) => this.#log('The CDN could not be told what to purge', error))
    }
    this.#isSending = false
  }

  async #post(message: { all: boolean; keys: string[] }): Promise<void> {
    const { token, url } = this.#target
    const headers = {
      'Content-Type': 'application/json',
      'Surrogate-Key': message.keys.join(' '),
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    }
    for (let attempt = 1; ; attempt += 1) {
      try {
        const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(message), signal: AbortSignal.timeout(TIMEOUT_MS) })
        await response.arrayBuffer()
        if (!response.ok) throw new Error(`${url} answered ${response.status}.`)
        return
      } catch (error) {
        if (attempt === ATTEMPTS) throw error
        await delay(PAUSE_MS * attempt, undefined, { ref: false })
      }
    }
  }
}
