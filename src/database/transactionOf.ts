/** A transaction; undefined is none. */
export type TransactionID = number | string | undefined

/** The transaction that a request says it is in. Where Payload may begin none, it leaves a promise of nothing there, or a copy of that. */
export async function transactionOf(req: { transactionID?: unknown } | null | undefined): Promise<TransactionID> {
  const id: unknown = await req?.transactionID
  return typeof id === 'string' || typeof id === 'number' ? id : undefined
}
