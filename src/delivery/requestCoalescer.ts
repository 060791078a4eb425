import type { Entry } from './entry'
import type { Rendered } from './rendered'

/** What came of a render. */
export type RenderResult = {
  rendered: Rendered
  /** The kept answer; undefined when it may not be kept. */
  entry: Entry | undefined
  /** The number of the first change it may not show; Infinity when there is none. */
  staleFrom: number
  /** The moment at which what it shows changes by itself. */
  until: number
}

type Pending = { result: Promise<RenderResult> }

/** The answer to one request. `isFirst` is true for the one that began the render. */
export type CoalescedResult = RenderResult & { isFirst: boolean }

/** Renders the same thing once, however many requests ask for it at the same moment. */
export class RequestCoalescer {
  readonly #pending = new Map<string, Pending>()
  readonly #invalidationCount: () => number

  /** @param invalidationCount how many invalidations there were so far */
  constructor(invalidationCount: () => number) {
    this.#invalidationCount = invalidationCount
  }

  /** How many renders are under way. */
  get size(): number {
    return this.#pending.size
  }

  /**
   * Joins the render of `key` that is under way, or begins it. Nobody is given what was rendered from before a change
   * that came before their question.
   */
  async ask(key: string, begin: () => Promise<RenderResult>): Promise<CoalescedResult> {
    const asked = this.#invalidationCount()
    const askedAt = Date.now()
    for (;;) {
      const known = this.#pending.get(key)
      const pending = known ?? this.#begin(key, begin)
      const result = await pending.result
      if (!known || (asked < result.staleFrom && askedAt < result.until)) return { ...result, isFirst: !known }
    }
  }

  /** Lets the next who ask begin again. The renders under way go on, for those who wait for them. */
  forget(): void {
    this.#pending.clear()
  }

  #begin(key: string, begin: () => Promise<RenderResult>): Pending {
    const pending = { result: begin() }
    const end = () => {
      if (this.#pending.get(key) === pending) this.#pending.delete(key)
    }
    pending.result.then(end, end)
    this.#pending.set(key, pending)
    return pending
  }
}
