import type { Change } from './change'

/** An invalidation, and when it came: `at` counts invalidations. */
type Event = { at: number; tags: ReadonlySet<string> | 'all' }

/**
 * Counts invalidations, and remembers those that renders in flight may have missed, so that an answer rendered from
 * what was in the database before a change is neither kept nor given to anybody who asked after it.
 */
export class InvalidationLog {
  #now = 0
  #events: Event[] = []
  readonly #open = new Map<number, number>()

  /** How many invalidations there were. */
  get now(): number {
    return this.#now
  }

  /** Begins a render; {@link end} must follow. */
  begin(): number {
    this.#open.set(this.#now, (this.#open.get(this.#now) ?? 0) + 1)
    return this.#now
  }

  /** Ends the render that began at `start`: what it may have missed is forgotten when nobody else needs it. */
  end(start: number): void {
    const left = (this.#open.get(start) ?? 1) - 1
    if (left > 0) this.#open.set(start, left)
    else this.#open.delete(start)
    const oldest = Math.min(this.#now, ...this.#open.keys())
    if (this.#events[0] && this.#events[0].at <= oldest) this.#events = this.#events.filter(({ at }) => at > oldest)
  }

  /** Records an invalidation. */
  add({ tags }: Change): void {
    this.#now += 1
    if (this.#open.size > 0) this.#events.push({ at: this.#now, tags: tags === 'all' ? 'all' : new Set(tags) })
  }

  /**
   * The first invalidation since `start` that concerns an answer, or Infinity.
   *
   * @param tags what the answer shows; undefined when that is not known
   */
  firstSince(start: number, tags: readonly string[] | undefined): number {
    const hit = this.#events.find(
      (event) => event.at > start && (tags === undefined || event.tags === 'all' || tags.some((tag) => has(event.tags, tag))),
    )
    return hit?.at ?? Infinity
  }
}

function has(tags: ReadonlySet<string> | 'all', tag: string): boolean {
  return tags === 'all' || tags.has(tag)
}
