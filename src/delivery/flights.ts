import type { Entry } from './entry'
import type { Rendered } from './rendered'

/** What came of a render. */
export type Flown = {
  rendered: Rendered
  /** The kept answer; undefined when it may not be kept. */
  entry: Entry | undefined
  /** The number of the first change it may not show; Infinity when there is none. */
  staleFrom: number
  /** The moment at which what it shows changes by itself. */
  until: number
}

type Flight = { result: Promise<Flown> }

/** The answer to one of those who asked; the first one had it made. */
export type Landed = Flown & { isFirst: boolean }

/** Has the same thing rendered once, however many ask for it at the same moment. */
export class Flights {
  readonly #flights = new Map<string, Flight>()
  readonly #generation: () => number

  /** @param generation how many changes there were */
  constructor(generation: () => number) {
    this.#generation = generation
  }

  /** How many renders are under way. */
  get size(): number {
    return this.#flights.size
  }

  /**
   * Joins the render of `key` that is under way, or begins it. Nobody is given what was rendered from before a change
   * that came before their question.
   */
  async ask(key: string, begin: () => Promise<Flown>): Promise<Landed> {
    const asked = this.#generation()
    const askedAt = Date.now()
    for (;;) {
      const known = this.#flights.get(key)
      const flight = known ?? this.#begin(key, begin)
      const flown = await flight.result
      if (!known || (asked < flown.staleFrom && askedAt < flown.until)) return { ...flown, isFirst: !known }
    }
  }

  /** Lets the next who ask begin anew. The renders under way go on, for those who wait for them. */
  forget(): void {
    this.#flights.clear()
  }

  #begin(key: string, begin: () => Promise<Flown>): Flight {
    const flight = { result: begin() }
    const land = () => {
      if (this.#flights.get(key) === flight) this.#flights.delete(key)
    }
    flight.result.then(land, land)
    this.#flights.set(key, flight)
    return flight
  }
}
