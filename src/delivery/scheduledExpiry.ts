import type { Change } from './change'

/** Milliseconds a moment is remembered after it has passed: longer than any render takes. */
const MEMORY_MS = 600_000

/** A moment at which something becomes public by itself, in milliseconds since 1970, and what that is. */
export type Moment = { at: number; tags: Change['tags'] }

/** The moments at which something becomes public by itself. */
export class ScheduledExpiry {
  #sorted: Moment[] = []
  #told = Date.now()

  /** Adds moments. */
  add(moments: readonly Moment[]): void {
    if (moments.length === 0) return
    const known = new Set(this.#sorted.map(keyOf))
    const fresh = moments.filter((moment) => !known.has(keyOf(moment)))
    if (fresh.length > 0) this.#sorted = [...this.#sorted, ...fresh].sort((a, b) => a.at - b.at)
  }

  /** The first moment after `time`, or Infinity. */
  next(time: number): number {
    return this.#sorted.find(({ at }) => at > time)?.at ?? Infinity
  }

  /** What has become public since this was asked before. */
  takePassed(now: number): Change['tags'][] {
    const passed = this.#sorted.filter(({ at }) => at > this.#told && at <= now)
    this.#told = Math.max(this.#told, now)
    this.#sorted = this.#sorted.filter(({ at }) => at > now - MEMORY_MS)
    return passed.map(({ tags }) => tags)
  }
}

function keyOf({ at, tags }: Moment): string {
  return `${at} ${tags === 'all' ? '' : tags.join(' ')}`
}
