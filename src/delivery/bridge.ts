import { randomUUID } from 'node:crypto'
import type { Change } from './change'
import type { Model } from './model'
import type { Moment } from './scheduledExpiry'

/** A change as it is in the database for other processes. */
export type Message = { key: string; by: string; change: Change }

/** What delivery asks the newsroom behind it. */
export type Source = {
  model: Model
  /** Whether the database answers within so many milliseconds. */
  ping: (timeoutMs: number) => Promise<boolean>
  /** The moments ahead at which something becomes public by itself. */
  moments: () => Promise<Moment[]>
  /** Messages whose keys come after `key`, in order. */
  messages: (key: string) => Promise<Message[]>
  /** Forgets messages whose keys come before `key`. */
  purge: (key: string) => Promise<void>
}

/**
 * Where delivery and Payload meet. The HTTP server and the app inside Next are two module graphs of one process and
 * share nothing but `globalThis`.
 */
export type Bridge = {
  /** Names this process in messages. */
  readonly id: string
  source: Source | undefined
  readonly receivers: Set<(change: Change) => void>
}

const KEY = Symbol.for('dateline.delivery')

/** This process's bridge, the same one for every module graph. */
export function bridge(): Bridge {
  const shared: typeof globalThis & { [KEY]?: Bridge } = globalThis
  return (shared[KEY] ??= { id: randomUUID(), source: undefined, receivers: new Set() })
}

/** Tells every delivery of this process of a change. */
export function announce(change: Change): void {
  for (const receive of bridge().receivers) receive(change)
}
