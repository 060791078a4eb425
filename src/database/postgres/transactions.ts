import { randomUUID } from 'node:crypto'
import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { BaseDatabaseAdapter } from 'payload'

type Pool = PostgresAdapter['pool']

/** A transaction that is open, as Payload's adapter keeps one. */
type Session = PostgresAdapter['sessions'][string]

/** Each reads the database as it was at its beginning: of two that change the same row, the second is undone (40001) and tried again. */
const BEGIN = 'BEGIN ISOLATION LEVEL REPEATABLE READ'

/**
 * Gives Payload's adapter transactions on connections of their own, which are other than those of single statements: a
 * save takes leases beside its transaction, and would wait for ever where transactions have every connection.
 *
 * Unlike Payload's, one that was lost fails when it is committed. PostgreSQL answers COMMIT by ROLLBACK there, without an
 * error.
 *
 * @param openPool makes the connections
 * @param viewOf Drizzle's view of a connection
 */
export function allowTransactions(adapter: PostgresAdapter, openPool: () => Pool, viewOf: (client: object) => object): void {
  let pool: Pool | undefined
  const destroy = adapter.destroy?.bind(adapter)

  const begin = async (): Promise<string> => {
    pool ??= openPool()
    const client = await pool.connect()
    // What it is asked next fails; without somebody who hears of it, the process would end.
    client.on('error', ignore)
    const end = async (statement: 'COMMIT' | 'ROLLBACK'): Promise<void> => {
      let failed: Error | boolean = true
      try {
        const { command } = await client.query(statement)
        failed = false
        if (statement === 'COMMIT' && command !== statement) throw new LostTransactionError()
      } finally {
        client.off('error', ignore)
        client.release(failed)
      }
    }
    try {
      await client.query(BEGIN)
    } catch (error) {
      client.release(true)
      throw error
    }
    const id = randomUUID()
    adapter.sessions[id] = { db: viewOf(client), reject: () => end('ROLLBACK'), resolve: () => end('COMMIT') } as unknown as Session
    return id
  }

  const endOf = async (id: unknown, how: 'reject' | 'resolve'): Promise<void> => {
    const session = typeof id === 'string' ? adapter.sessions[id] : undefined
    // One that several operations share ends with the first of them that says so.
    if (!session) return
    Reflect.deleteProperty(adapter.sessions, String(id))
    await session[how]()
  }

  Object.assign(adapter, {
    beginTransaction: begin,
    commitTransaction: async (id) => endOf(await id, 'resolve'),
    // A connection that is gone has undone what was open on it.
    rollbackTransaction: async (id) => endOf(await id, 'reject').catch(ignore),
    destroy: async () => {
      const open = [pool, adapter.pool as Pool | undefined]
      pool = undefined
      Reflect.deleteProperty(adapter, 'pool')
      await destroy?.()
      await Promise.all(open.map((each) => each?.end()))
    },
  } satisfies Partial<BaseDatabaseAdapter>)
}

/** The code of a statement in a transaction that has failed (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
const IN_FAILED_SQL_TRANSACTION = '25P02'

/** Something in the transaction failed before, and all of it is undone. */
class LostTransactionError extends Error {
  override name = 'LostTransactionError'
  readonly code = IN_FAILED_SQL_TRANSACTION

  constructor() {
    super('A statement in the transaction failed, and undid it.')
  }
}

function ignore(): void {
  // Told by the next statement.
}
