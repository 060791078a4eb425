import { randomUUID } from 'node:crypto'
import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { BaseDatabaseAdapter } from 'payload'

type Pool = PostgresAdapter['pool']

/** A transaction that is open, as Payload's adapter keeps one. */
type Session = PostgresAdapter['sessions'][string]

/** If two transactions change the same row, the second one fails with 40001 and is retried. */
const BEGIN = 'BEGIN ISOLATION LEVEL REPEATABLE READ'

/**
 * Gives transactions a connection pool of their own. A save also runs statements outside its transaction (leases), and would
 * wait forever if transactions held every connection.
 *
 * Unlike in Payload, committing a failed transaction throws. PostgreSQL answers such a COMMIT with ROLLBACK and no error.
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
    // The next statement reports a lost connection. Without a listener, the event would end the process.
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
    // Several operations may share a transaction: the first one that ends it wins.
    if (!session) return
    Reflect.deleteProperty(adapter.sessions, String(id))
    await session[how]()
  }

  Object.assign(adapter, {
    beginTransaction: begin,
    commitTransaction: async (id) => endOf(await id, 'resolve'),
    // The server rolls back when a connection is lost.
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

/** A statement in the transaction failed earlier, so that nothing of it is saved. */
class LostTransactionError extends Error {
  override name = 'LostTransactionError'
  readonly code = IN_FAILED_SQL_TRANSACTION

  constructor() {
    super('A statement in the transaction failed, and undid it.')
  }
}

function ignore(): void {
  // See the comments where it is used.
}
