import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { isBusy, openWhenFree } from './busy'
import type { Client } from './client'
import { drizzleLibsql } from './modules'

/** How long to wait for another process that is writing, in milliseconds. */
const PATIENCE_MS = 30_000

/** A connection with a transaction open. */
export type OpenTransaction = {
  client: Client
  /** Drizzle's view of it, as Payload's adapter keeps one for each transaction. */
  db: object
  commit: () => Promise<void>
  rollback: () => Promise<void>
}

/** The connection that transactions have, one after the other, so that reads of others neither see them nor wait for them. */
export class Writer {
  readonly #adapter: SQLiteAdapter
  readonly #open: () => Promise<Client>
  #idle: { client: Client; db: object } | undefined

  /** @param open opens a connection to the adapter's file */
  constructor(adapter: SQLiteAdapter, open: () => Promise<Client>) {
    this.#adapter = adapter
    this.#open = open
  }

  /** Begins a transaction, which must end before the next one begins; waits for other processes that are writing. */
  async begin(): Promise<OpenTransaction> {
    const connection = (await this.#beginOnIdle()) ?? (await this.#beginOnNew())
    const { client } = connection
    const end = async (statement: 'COMMIT' | 'ROLLBACK') => {
      try {
        await client.execute(statement)
        this.#idle = connection
      } catch (error) {
        // Closing it undoes what is open.
        client.close()
        throw error
      }
    }
    return { ...connection, commit: () => end('COMMIT'), rollback: () => end('ROLLBACK') }
  }

  close(): void {
    this.#idle?.client.close()
    this.#idle = undefined
  }

  async #beginOnIdle() {
    const connection = this.#idle
    this.#idle = undefined
    try {
      await connection?.client.execute(BEGIN)
      return connection
    } catch (error) {
      connection?.client.close()
      if (isBusy(error)) return undefined
      throw error
    }
  }

  /** What a transaction has committed is on the disk: a power cut takes nothing of it. */
  #openFlushing = async () => {
    const client = await this.#open()
    await client.execute('PRAGMA synchronous = FULL')
    return client
  }

  async #beginOnNew() {
    const { drizzle } = await drizzleLibsql()
    const client = await openWhenFree(this.#openFlushing, BEGIN, PATIENCE_MS)
    return { client, db: drizzle(client, { schema: this.#adapter.schema }) }
  }
}

/** Takes the right to write at once: one that reads first could not always have it later. */
const BEGIN = 'BEGIN IMMEDIATE'
