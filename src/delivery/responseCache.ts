import type { RequestListener } from 'node:http'
import { bridge } from './bridge'
import type { Change } from './change'
import { declaredTags, entryOf } from './entry'
import { RequestCoalescer } from './requestCoalescer'
import type { CoalescedResult, RenderResult } from './requestCoalescer'
import type { ConcurrencyLimiter } from './concurrencyLimiter'
import { InvalidationLog } from './invalidationLog'
import { ScheduledExpiry } from './scheduledExpiry'
import { render as renderInApp } from './render'
import type { InnerRequest } from './render'
import { mayKeep } from './rendered'
import type { Rendered } from './rendered'
import { Store } from './store'

/** Something public to be read. */
export type Read = {
  /** Equal for reads that have the same answer. */
  key: string
  inner: InnerRequest
  /** Headers of the request by which its answers differ, for caches in front. */
  vary?: string
  /** What an answer shows; undefined when it must not be kept after all. */
  tagsOf: (rendered: Rendered) => readonly string[] | undefined
}

/** An answer with a longer body is passed on as it comes, and not kept. */
const MAX_KEPT_BYTES = 1024 * 1024

/** Renders and keeps answers, and throws them away when they are no longer true. */
export class ResponseCache {
  readonly #app: RequestListener
  readonly #invalidations = new InvalidationLog()
  readonly #moments = new ScheduledExpiry()
  /** The source whose moments are known. */
  #known: object | undefined
  readonly coalescer = new RequestCoalescer(() => this.#invalidations.now)
  readonly limiter: ConcurrencyLimiter
  readonly store: Store

  constructor(app: RequestListener, options: { maxBytes: number; limiter: ConcurrencyLimiter }) {
    this.#app = app
    this.limiter = options.limiter
    this.store = new Store(options.maxBytes)
  }

  /** Takes a change into account, before this returns. */
  apply(change: Change): void {
    this.#moments.add(change.moments.map((at) => ({ at, tags: change.tags })))
    if (change.tags === 'all') this.#known = undefined
    this.#invalidations.add(change)
    this.store.apply(change)
  }

  /**
   * Answers a read by rendering it, once for all who ask now.
   *
   * @throws TooLarge, Busy, or what the app threw
   */
  async render(read: Read): Promise<CoalescedResult> {
    return this.coalescer.ask(read.key, () => this.#renderNow(read))
  }

  /** When something becomes public by itself the next time, in milliseconds since 1970; Infinity where nothing does. */
  nextMoment(): number {
    return this.#moments.next(Date.now())
  }

  async #renderNow({ inner, key, tagsOf, vary }: Read): Promise<RenderResult> {
    const start = this.#invalidations.begin()
    const startedAt = Date.now()
    try {
      const rendered = await this.limiter.run(() => renderInApp(this.#app, inner, MAX_KEPT_BYTES))
      const tags = mayKeep(rendered) ? (declaredTags(rendered) ?? tagsOf(rendered)) : undefined
      await this.learnMoments()
      const staleFrom = this.#invalidations.firstSince(start, tags)
      const until = this.#moments.next(startedAt)
      const now = Date.now()
      if (!tags || staleFrom !== Infinity || now >= until) return { rendered, entry: undefined, staleFrom, until }
      const entry = entryOf({ key, tags, until, vary }, rendered, now, this.store.peek(key))
      this.store.set(entry)
      return { rendered, entry, staleFrom, until }
    } finally {
      this.#invalidations.end(start)
    }
  }

  /** Asks once for the moments ahead; later ones come with the changes. */
  async learnMoments(): Promise<void> {
    const { source } = bridge()
    if (!source || source === this.#known) return
    this.#moments.add(await source.moments())
    this.#known = source
  }

  /** What has become public by itself since this was asked before. */
  takePassed(): Change['tags'][] {
    return this.#moments.takePassed(Date.now())
  }
}
