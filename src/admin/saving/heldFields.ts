import type { Failure } from './saving'
import { differs } from './values'
import type { Values } from './values'

type Held = Pick<Failure, 'detail' | 'reason'> & { value: unknown }

/** Fields that are not sent again by themselves: the server refused the value, or somebody else changed the field, too. */
export class HeldFields {
  readonly #held = new Map<string, Held>()

  get size(): number {
    return this.#held.size
  }

  has(name: string): boolean {
    return this.#held.has(name)
  }

  add(names: readonly string[], now: Values, { detail, reason }: Pick<Failure, 'detail' | 'reason'>): void {
    for (const name of names) this.#held.set(name, { reason, detail, value: now[name] })
  }

  /** Removes what nobody has typed in any more. */
  keepOnly(open: readonly string[]): void {
    for (const name of this.#held.keys()) if (!open.includes(name)) this.#held.delete(name)
  }

  /** Removes what was refused and is another text now. */
  releaseRetyped(now: Values): void {
    for (const [name, { reason, value }] of this.#held) {
      if (reason !== 'conflict' && differs(name, { [name]: value }, now)) this.#held.delete(name)
    }
  }

  /** Removes all but the conflicts, about which somebody has to decide. */
  releaseRefused(): void {
    for (const [name, { reason }] of this.#held) if (reason !== 'conflict') this.#held.delete(name)
  }

  release(names: readonly string[]): void {
    for (const name of names) this.#held.delete(name)
  }

  conflicts(): string[] {
    return [...this.#held].flatMap(([name, { reason }]) => (reason === 'conflict' ? [name] : []))
  }

  /** What to tell first: a conflict, where there is one. */
  first(): Held | undefined {
    return [...this.#held.values()].sort((one, other) => Number(other.reason === 'conflict') - Number(one.reason === 'conflict'))[0]
  }
}
