import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { RateLimiterAbstract } from 'rate-limiter-flexible'
import type { Limit, LimitName, Limits } from './limits'

/**
 * Makes a counter that several processes share, and that counts for itself while they cannot be asked. It may be made in
 * the other module graph, which takes no counter of this one for its own.
 */
export type SharedCounter = (name: LimitName, limit: Limit) => RateLimiterAbstract

/** What this process counts. The HTTP server and the app inside Next are two module graphs and meet on `globalThis`. */
type Counting = {
  /** Undefined: nothing is counted, as in commands. */
  limits: Limits | undefined
  /** Undefined: this process counts for itself. */
  shared: SharedCounter | undefined
  readonly counters: Map<LimitName, RateLimiterAbstract>
}

const KEY = Symbol.for('dateline.guard')

function counting(): Counting {
  const here: typeof globalThis & { [KEY]?: Counting } = globalThis
  return (here[KEY] ??= { limits: undefined, shared: undefined, counters: new Map() })
}

/** Sets what this process holds clients to, from zero; undefined ends the counting. */
export function setLimits(limits: Limits | undefined): void {
  const now = counting()
  now.limits = limits
  now.counters.clear()
}

/** Whether this process counts at all. */
export function isCounting(): boolean {
  return counting().limits !== undefined
}

/** Has other processes count with this one; undefined ends that. */
export function shareCounters(shared: SharedCounter | undefined): void {
  const now = counting()
  now.shared = shared
  now.counters.clear()
}

/**
 * Counts one act.
 *
 * @param whose of whom: an address or an account
 * @returns undefined when it may be done, else the seconds after which it may be tried again
 */
export async function count(name: LimitName, whose: string): Promise<number | undefined> {
  try {
    await counterOf(name)?.consume(whose)
    return undefined
  } catch (refused) {
    if (!isRefusal(refused)) throw refused
    return Math.max(1, Math.ceil(refused.msBeforeNext / 1000))
  }
}

/** Forgets what was counted of somebody. */
export async function forget(name: LimitName, whose: string): Promise<void> {
  await counterOf(name)?.delete(whose)
}

function counterOf(name: LimitName): RateLimiterAbstract | undefined {
  const { counters, limits, shared } = counting()
  const limit = limits?.[name]
  if (!limit || limit.times === 0) return undefined
  const known = counters.get(name)
  if (known) return known
  const counter = shared?.(name, limit) ?? new RateLimiterMemory({ keyPrefix: name, points: limit.times, duration: limit.seconds })
  counters.set(name, counter)
  return counter
}

/** Told by its shape: it may come from the other module graph, whose classes are others. */
function isRefusal(value: unknown): value is { msBeforeNext: number } {
  return !(value instanceof Error) && typeof value === 'object' && value !== null && 'msBeforeNext' in value && typeof value.msBeforeNext === 'number'
}
