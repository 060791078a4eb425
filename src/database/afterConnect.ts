import type { BaseDatabaseAdapter, DatabaseAdapterObj } from 'payload'

/** The same adapter, which does something more each time it has connected. */
export function afterConnect(adapter: DatabaseAdapterObj, act: (db: BaseDatabaseAdapter) => Promise<void>): DatabaseAdapterObj {
  return {
    ...adapter,
    init: (args) => {
      const db = adapter.init(args)
      const connect = db.connect?.bind(db)
      db.connect = async (how) => {
        await connect?.(how)
        await act(db)
      }
      return db
    },
  }
}
