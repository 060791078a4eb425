import { inTime, LATE } from '../database/inTime'
import { bridge } from './bridge'
import type { Message, Source } from './bridge'
import { EVERYTHING } from './change'
import type { Change } from './change'
import type { Health } from './health'
import { keyAt, timeOf } from './messages'

/** How often the database is asked; a change in another process is known after this and two short queries. */
const POLL_MS = 400

/**
 * How long the database may take to answer before it counts as gone; and to tell what others wrote, before what is kept
 * here counts as old. One that tells nothing for longer is gone as well, whatever it says when it is asked for a sign of life.
 */
const PATIENCE_MS = 1500
const SILENCE_MS = 10_000

/** How far back each poll reads, for messages that became visible after later ones; every so often one reads further back. */
const OVERLAP_MS = 3000
const LONG_OVERLAP_MS = 60_000
const LONG_EVERY = 25

/** Messages are deleted after this; a process that was out of touch for half as long starts afresh. */
const RETENTION_MS = 600_000

/** Out of touch for longer, a process shows nothing any more: as long as a CDN serves when we are down. */
const MAX_AGE_MS = 86_400_000

/** A clock is set in small steps all the time. */
const STEP_MS = 1000

/** How often that is done. */
const PURGE_EVERY = 150

type ChangePollerOptions = {
  apply: (change: Change) => void
  health: Health
  /** Called after each poll, also after one that failed. */
  onPoll?: () => Promise<void>
  /** Has the newsroom behind opened, where it is not: the database did not answer at the start. */
  open?: () => Promise<unknown>
  pollMs?: number
}

/** Keeps this process in step with what others write to the same database, and watches whether it answers. */
export class ChangePoller {
  readonly #options: ChangePollerOptions
  readonly #seen = new Map<string, number>()
  #newest: number
  /** When the database last told all that was written, in milliseconds since 1970. */
  #lastContact: number
  #polls = 0
  #polling: Promise<void> | undefined
  #asking: { source: Source; promise: Promise<boolean>; since: number } | undefined
  #isTooOld = false
  #timer: NodeJS.Timeout | undefined
  #isStopped = false

  constructor(options: ChangePollerOptions) {
    this.#options = options
    this.#newest = this.#lastContact = Date.now()
    this.#schedule()
  }

  stop(): void {
    this.#isStopped = true
    clearTimeout(this.#timer)
  }

  #schedule(): void {
    if (this.#isStopped) return
    this.#timer = setTimeout(() => {
      void this.poll().finally(() => this.#schedule())
    }, this.#options.pollMs ?? POLL_MS)
    this.#timer.unref()
  }

  /** Polls once. Never throws: a database that fails is one that does not answer. */
  poll(): Promise<void> {
    return (this.#polling ??= this.#poll()
      .then(() => this.#options.onPoll?.())
      .finally(() => {
        this.#polling = undefined
      }))
  }

  async #poll(): Promise<void> {
    const { health, open } = this.#options
    if (!bridge().source && open) {
      await open().catch(() => undefined)
      if (!bridge().source) health.isUp = false
    }
    const { source } = bridge()
    if (!source) return
    const isUp = await source.ping(PATIENCE_MS)
    const told = isUp && (await inTime(this.#ask(source), PATIENCE_MS).catch(() => false))
    // Another newsroom was opened meanwhile: this poll says nothing about its database.
    if (bridge().source !== source || this.#isStopped) return
    health.isInStep = told === true
    health.isUp = told === LATE ? Date.now() - this.#lastContact < SILENCE_MS : told
    const isTooOld = !health.isUp && Date.now() - this.#lastContact > MAX_AGE_MS
    if (isTooOld && !this.#isTooOld) this.#options.apply(EVERYTHING)
    this.#isTooOld = isTooOld
  }

  /** Asks what others wrote, or waits on for what was asked and is not answered: questions must not pile up before a database that is slow. */
  #ask(source: Source): Promise<boolean> {
    if (this.#asking?.source !== source || Date.now() - this.#asking.since > SILENCE_MS) {
      const asking = { source, promise: this.#catchUp(source), since: Date.now() }
      this.#asking = asking
      const end = () => {
        if (this.#asking === asking) this.#asking = undefined
      }
      asking.promise.then(end, end)
    }
    return this.#asking.promise
  }

  async #catchUp(source: Source): Promise<boolean> {
    const poll = this.#polls
    this.#polls += 1
    const hasStepped = Date.now() < this.#lastContact - STEP_MS
    // By a clock that was set back, what comes from now on is from before what was seen last.
    if (hasStepped) this.#newest = Math.min(this.#newest, Date.now())
    const from = this.#newest - (poll % LONG_EVERY === 0 ? LONG_OVERLAP_MS : OVERLAP_MS)
    const messages = await source.messages(keyAt(from))
    if (hasStepped || Date.now() - this.#lastContact > RETENTION_MS / 2) this.#options.apply(EVERYTHING)
    for (const message of messages) this.#take(message)
    for (const [key, time] of this.#seen) if (time < this.#newest - 2 * LONG_OVERLAP_MS) this.#seen.delete(key)
    this.#lastContact = Date.now()
    if (poll % PURGE_EVERY === PURGE_EVERY - 1) await source.purge(keyAt(Date.now() - RETENTION_MS))
    return true
  }

  #take({ by, change, key }: Message): void {
    if (this.#seen.has(key)) return
    const time = timeOf(key)
    this.#seen.set(key, time)
    // A clock that runs ahead must not hide the messages of others.
    this.#newest = Math.max(this.#newest, Math.min(time, Date.now()))
    if (by !== bridge().id) this.#options.apply(change)
  }
}
