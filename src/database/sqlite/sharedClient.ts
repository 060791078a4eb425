import { isBusy, retryWhileBusy } from './busy'
import type { Client } from './client'

/** How long a statement waits for another process that is writing, in milliseconds. */
const PATIENCE_MS = 30_000

/**
 * The connection that everything outside our own transactions shares: a statement that finds the database busy is run
 * again, on a new connection, until it is free.
 *
 * Statements take turns, as they do in the driver, so that none comes onto a connection between the moment another one
 * finds it busy and the moment it is given up ({@link retryWhileBusy} says why it has to be).
 */
export class SharedClient implements Client {
  readonly protocol = 'file'
  readonly #open: () => Promise<Client>
  #client: Client | undefined
  #turn: Promise<unknown> = Promise.resolve()
  /** Those who wait do so behind each other: only the first looks whether the database is free. */
  #line: Promise<unknown> = Promise.resolve()
  closed = false

  /** @param open opens a connection */
  constructor(open: () => Promise<Client>) {
    this.#open = open
  }

  execute: Client['execute'] = (...statement: Parameters<Client['execute']>) => this.#whenFree((client) => client.execute(...statement))
  batch: Client['batch'] = (...batch) => this.#whenFree((client) => client.batch(...batch))
  migrate: Client['migrate'] = (statements) => this.#whenFree((client) => client.migrate(statements))
  // Some of these statements may have been run when another one finds the database busy.
  executeMultiple: Client['executeMultiple'] = (sql) => this.#inTurn((client) => client.executeMultiple(sql))
  transaction: Client['transaction'] = (...mode: Parameters<Client['transaction']>) => this.#whenFree((client) => client.transaction(...mode))
  sync: Client['sync'] = () => this.#inTurn((client) => client.sync())

  close(): void {
    this.closed = true
    this.#giveUp()
  }

  async #whenFree<T>(run: (client: Client) => Promise<T>): Promise<T> {
    const deadline = Date.now() + PATIENCE_MS
    try {
      return await this.#inTurn(run)
    } catch (error) {
      if (!isBusy(error)) throw error
    }
    const result = this.#line.then(() => retryWhileBusy(() => this.#inTurn(run), deadline - Date.now()))
    this.#line = result.catch(() => undefined)
    return result
  }

  #inTurn<T>(run: (client: Client) => Promise<T>): Promise<T> {
    const result = this.#turn.then(() => this.#attempt(run))
    this.#turn = result.catch(() => undefined)
    return result
  }

  async #attempt<T>(run: (client: Client) => Promise<T>): Promise<T> {
    if (this.closed) throw new Error('The connection to the database is closed.')
    this.#client ??= await this.#open()
    try {
      return await run(this.#client)
    } catch (error) {
      if (isBusy(error)) this.#giveUp()
      throw error
    }
  }

  #giveUp(): void {
    this.#client?.close()
    this.#client = undefined
  }
}
