/** Too many wait already, or waiting took too long. */
export class Busy extends Error {
  override name = 'Busy'
}

type LimiterOptions = {
  /** How many pass at once. */
  maxActive: number
  /** How many may wait. */
  maxWaiting: number
  /** Milliseconds one may wait. */
  patienceMs: number
}

type Waiting = { enter: () => void }

/** Lets a bounded number through at once, has a bounded number wait in order, and turns the others away. */
export class ConcurrencyLimiter {
  readonly #options: LimiterOptions
  readonly #waiting = new Set<Waiting>()
  #active = 0

  constructor(options: LimiterOptions) {
    this.#options = options
  }

  /**
   * Waits for a turn.
   *
   * @returns how to give it back; safe to call twice
   * @throws Busy
   */
  async enter(): Promise<() => void> {
    if (this.#active < this.#options.maxActive) this.#active += 1
    else await this.#wait()
    let isIn = true
    return () => {
      if (!isIn) return
      isIn = false
      this.#leave()
    }
  }

  /** Runs a task when its turn comes. */
  async run<T>(task: () => Promise<T>): Promise<T> {
    const leave = await this.enter()
    try {
      return await task()
    } finally {
      leave()
    }
  }

  async #wait(): Promise<void> {
    if (this.#waiting.size >= this.#options.maxWaiting) throw new Busy()
    await new Promise<void>((resolve, reject) => {
      const waiting = {
        enter: () => {
          clearTimeout(timer)
          resolve()
        },
      }
      const timer = setTimeout(() => {
        this.#waiting.delete(waiting)
        reject(new Busy())
      }, this.#options.patienceMs)
      this.#waiting.add(waiting)
    })
  }

  #leave(): void {
    const [next] = this.#waiting
    if (next) {
      this.#waiting.delete(next)
      next.enter()
    } else this.#active -= 1
  }
}
