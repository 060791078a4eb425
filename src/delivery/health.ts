/** Whether the database answers, as far as is known. */
export class Health {
  #isUp = true
  readonly #onDown: () => void

  /** @param onDown called when the database is found gone */
  constructor(onDown: () => void) {
    this.#onDown = onDown
  }

  get isUp(): boolean {
    return this.#isUp
  }

  set isUp(isUp: boolean) {
    if (isUp === this.#isUp) return
    this.#isUp = isUp
    if (!isUp) this.#onDown()
  }
}
