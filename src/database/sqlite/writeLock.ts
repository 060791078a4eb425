/**
 * Lets either single writes pass, or one transaction alone, in the order of arrival.
 *
 * SQLite has one writer. Its driver waits for another connection of the same process by blocking the thread that
 * should let that connection finish; here they wait for each other without blocking.
 */
export class WriteLock {
  #writes = 0
  #isTaken = false
  readonly #queue: { isAlone: boolean; enter: () => void }[] = []

  /** Waits for a share among single writes, which {@link leave} gives back. */
  enter(): Promise<void> {
    return this.#wait(false)
  }

  leave(): void {
    this.#writes -= 1
    this.#letIn()
  }

  /** Waits until nothing is being written; nothing else is until {@link leaveAlone}. */
  enterAlone(): Promise<void> {
    return this.#wait(true)
  }

  leaveAlone(): void {
    this.#isTaken = false
    this.#letIn()
  }

  #wait(isAlone: boolean): Promise<void> {
    return new Promise((resolve) => {
      this.#queue.push({ isAlone, enter: resolve })
      this.#letIn()
    })
  }

  /** Lets in everyone who may share the lock with its holders. */
  #letIn(): void {
    for (let next = this.#queue[0]; next && !this.#isTaken; next = this.#queue[0]) {
      if (next.isAlone && this.#writes > 0) return
      this.#queue.shift()
      if (next.isAlone) this.#isTaken = true
      else this.#writes += 1
      next.enter()
    }
  }
}
