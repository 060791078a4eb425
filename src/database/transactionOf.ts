import type { BaseDatabaseAdapter } from 'payload'

/** A transaction; undefined is none. */
export type TransactionID = number | string | undefined

/** The transaction that a request says it is in. Where Payload may begin none, it leaves a promise of nothing there, or a copy of that. */
export async function transactionOf(req: { transactionID?: unknown } | null | undefined): Promise<TransactionID> {
  const id: unknown = await req?.transactionID
  return typeof id === 'string' || typeof id === 'number' ? id : undefined
}

/** Has something released when a transaction of this adapter has ended, whether it was committed or not. */
export function whenTransactionEnds(db: BaseDatabaseAdapter, release: (id: number | string) => Promise<void>): void {
  for (const method of ['commitTransaction', 'rollbackTransaction'] as const) {
    const end = db[method]
    db[method] = async function endAndRelease(id) {
      try {
        await end.call(this, id)
      } finally {
        await release(await id)
      }
    }
  }
}
