/** Milliseconds a moment is remembered after it has passed: longer than any render takes. */
const MEMORY_MS = 600_000

/** The moments at which something becomes public by itself, in milliseconds since 1970. */
export class Moments {
  #sorted: number[] = []

  /** Adds moments; those already known are not repeated. */
  add(moments: readonly number[]): void {
    const fresh = new Set(moments.filter((moment) => !this.#sorted.includes(moment)))
    if (fresh.size > 0) this.#sorted = [...this.#sorted, ...fresh].sort((a, b) => a - b)
  }

  /** The first moment after `time`, or Infinity. */
  next(time: number): number {
    const first = this.#sorted[0]
    if (first !== undefined && first < time - MEMORY_MS) this.#sorted = this.#sorted.filter((moment) => moment > time - MEMORY_MS)
    return this.#sorted.find((moment) => moment > time) ?? Infinity
  }
}
