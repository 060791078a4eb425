import { AsyncLocalStorage } from 'node:async_hooks'

/** What the current chain of calls holds: a share among single writes, or the whole gate for a transaction. */
type Pass = { transaction: string | undefined }

/**
 * Lets either single writes pass, or one transaction alone.
 *
 * SQLite has one writer. Its driver waits for another connection of the same process by blocking the thread that
 * should let that connection finish; here they wait for each other without blocking.
 */
export class WriteGate {
  readonly #passes = new AsyncLocalStorage<Pass>()
  #writes = 0
  #transaction = false
  readonly #queue: { isTransaction: boolean; enter: () => void }[] = []

  /** The transaction that the current chain of calls runs in. */
  get transaction(): string | undefined {
    return this.#passes.getStore()?.transaction
  }

  /** Runs a single write; one within a write or transaction that has passed passes with it. */
  async write<T>(run: () => Promise<T>): Promise<T> {
    if (this.#passes.getStore()) return run()
    await this.#enter(false)
    try {
      return await this.#passes.run({ transaction: undefined }, run)
    } finally {
      this.#writes -= 1
      this.#admit()
    }
  }

  /** Waits until nothing is being written; nothing else is until {@link leave}. */
  async enter(): Promise<void> {
    await this.#enter(true)
  }

  /** Ends what {@link enter} began. */
  leave(): void {
    this.#transaction = false
    this.#admit()
  }

  /** Runs a task whose writes all belong to a transaction. */
  within<T>(transaction: string, run: () => Promise<T>): Promise<T> {
    return this.#passes.run({ transaction }, run)
  }

  #enter(isTransaction: boolean): Promise<void> {
    return new Promise((resolve) => {
      this.#queue.push({ isTransaction, enter: resolve })
      this.#admit()
    })
  }

  /** Lets in, in the order of arrival, whoever may go beside those who are in. */
  #admit(): void {
    for (let next = this.#queue[0]; next && !this.#transaction; next = this.#queue[0]) {
      if (next.isTransaction && this.#writes > 0) return
      this.#queue.shift()
      if (next.isTransaction) this.#transaction = true
      else this.#writes += 1
      next.enter()
    }
  }
}
