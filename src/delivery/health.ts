/** The database stopped answering while somebody waited for it. */
export class DatabaseGone extends Error {
  override name = 'DatabaseGone'
}

/** Whether the database answers, as far as is known. */
export class Health {
  #isUp = true
  readonly #waiting = new Set<(error: Error) => void>()
  readonly #onDown: () => void

  /** Whether it has told in time what others wrote to it. */
  isInStep = true

  /** @param onDown called whenever the database is found gone */
  constructor(onDown: () => void) {
    this.#onDown = onDown
  }

  get isUp(): boolean {
    return this.#isUp
  }

  set isUp(isUp: boolean) {
    this.#isUp = isUp
    if (isUp) return
    this.#onDown()
    const waiting = [...this.#waiting]
    this.#waiting.clear()
    for (const fail of waiting) fail(new DatabaseGone())
  }

  /** Whether what is kept here is known to be true. */
  get isCurrent(): boolean {
    return this.#isUp && this.isInStep
  }

  /**
   * Waits for work that needs the database. The work itself goes on when nobody waits for it any more.
   *
   * @throws DatabaseGone as soon as the database is found gone
   */
  async whileUp<T>(work: Promise<T>): Promise<T> {
    let fail: (error: Error) => void = () => undefined
    const gone = new Promise<never>((_resolve, reject) => {
      fail = reject
    })
    this.#waiting.add(fail)
    try {
      return await Promise.race([work, gone])
    } finally {
      this.#waiting.delete(fail)
    }
  }
}
