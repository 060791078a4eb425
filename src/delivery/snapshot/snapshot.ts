import { mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Change } from '../change'
import type { Entry } from '../entry'
import type { Model } from '../model'
import type { Store } from '../store'
import { load, SNAPSHOT_FILE, upTo, writeWhole } from './file'
import { encode } from './format'
import type { Decoded } from './format'
import { forgetAside, noteWithdrawal, putAside } from './withdrawals'

/** Where a snapshot is kept, and of what. */
export type SnapshotOptions = {
  /** A folder of its own. */
  dir: string
  /** Bytes that the answers in it may take. */
  maxBytes: number
  /** Another database, build or site has another one: its snapshot is not read. */
  identity: string
  /** Whether this process writes it; with several on a machine, one does. */
  isWriter: boolean
}

/** The delivery whose answers are written. */
type Followed = { store: Store; model: () => Model | undefined; asOf: () => number }

type Log = (message: string, error: unknown) => void

/** The least time between two writings in milliseconds, and how much longer than a writing it is. */
const PAUSE_MS = 2000
const PAUSE_FACTOR = 50

/** After so many withdrawals the snapshot is written again although nothing else has changed: their list does not grow for ever. */
const MANY_WITHDRAWALS = 1000

/**
 * What was read last, on disk, for a start without a database.
 *
 * Nothing of it is shown while the database answers. What readers lose is written down beside it before whoever took it
 * away is answered, so that it is not shown after a start either.
 */
export class Snapshot {
  readonly #options: SnapshotOptions
  readonly #log: Log
  readonly #loaded: Decoded | undefined
  #followed: Followed | undefined
  #timer: NodeJS.Timeout | undefined
  #writing: Promise<void> = Promise.resolve()
  /** How many changes there were to what is kept when it was written last. */
  #written = -1
  /** Withdrawals since. */
  #noted = 0

  private constructor(options: SnapshotOptions, log: Log, loaded: Decoded | undefined) {
    this.#options = options
    this.#log = log
    this.#loaded = loaded
  }

  /** Opens the folder, and reads what is in it. Never throws: without a folder to use nothing is kept, and the log says so. */
  static async open(options: SnapshotOptions, log: Log): Promise<Snapshot | undefined> {
    try {
      await mkdir(options.dir, { recursive: true, mode: 0o700 })
    } catch (error) {
      log(`No snapshot can be kept in ${options.dir}: a start without a database will have nothing to show`, error)
      return undefined
    }
    return new Snapshot(options, log, await load(options, log))
  }

  /** The answers that were read, the one used last first. */
  get entries(): readonly Entry[] {
    return this.#loaded?.entries ?? []
  }

  /** The content model that they were made by. */
  get model(): Model | undefined {
    return this.#loaded?.header.model
  }

  /** When who wrote it was last in touch with the database, in milliseconds since 1970. */
  get asOf(): number | undefined {
    return this.#loaded?.header.asOf
  }

  /** Takes a change into account, before this returns. */
  note(change: Change): void {
    if (!change.removes) return
    this.#noted += 1
    try {
      noteWithdrawal(this.#options.dir, change)
    } catch (error) {
      this.#log('A withdrawal could not be written down: no snapshot is kept any more', error)
      this.#giveUp()
    }
  }

  /** Writes what is kept, again and again, until it is closed. */
  follow(followed: Followed): void {
    if (!this.#options.isWriter) return
    this.#followed = followed
    this.#schedule(PAUSE_MS)
  }

  /** Writes once more, and ends. */
  async close(): Promise<void> {
    const followed = this.#followed
    this.#followed = undefined
    clearTimeout(this.#timer)
    await this.#writing
    if (followed) await this.#write(followed)
  }

  #schedule(pause: number): void {
    this.#timer = setTimeout(() => {
      const begun = Date.now()
      this.#writing = this.#followed ? this.#write(this.#followed) : Promise.resolve()
      void this.#writing.then(() => {
        if (this.#followed) this.#schedule(Math.max(PAUSE_MS, PAUSE_FACTOR * (Date.now() - begun)))
      })
    }, pause)
    this.#timer.unref()
  }

  /** Never throws: what could not be written is written next time. */
  async #write({ asOf, model, store }: Followed): Promise<void> {
    const { dir, identity, maxBytes } = this.#options
    const known = model()
    const { changes } = store
    if (!known || (changes === this.#written && this.#noted < MANY_WITHDRAWALS)) return
    this.#noted = 0
    const begun = Date.now()
    const draft = path.join(dir, `${SNAPSHOT_FILE}.${process.pid}.tmp`)
    try {
      await putAside(dir)
      // From before the answers are listed: a change that comes in between is asked for again.
      const header = { identity, asOf: asOf(), model: known }
      await writeWhole(draft, encode(header, upTo(maxBytes, store.entries())))
      await rename(draft, path.join(dir, SNAPSHOT_FILE))
      this.#written = changes
      await forgetAside(dir, begun)
    } catch (error) {
      this.#log(`The snapshot in ${dir} could not be written`, error)
      await rm(draft, { force: true }).catch(() => undefined)
    }
  }

  #giveUp(): void {
    const file = path.join(this.#options.dir, SNAPSHOT_FILE)
    this.#followed = undefined
    clearTimeout(this.#timer)
    this.#writing
      .then(() => rm(file, { force: true }))
      .catch((error: unknown) => this.#log(`Delete ${file}: it holds what was withdrawn`, error))
  }
}
