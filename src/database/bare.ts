import type { BaseDatabaseAdapter } from 'payload'
import { READS, WRITES } from './methods'

const known = new WeakMap<object, BaseDatabaseAdapter>()

/** Keeps the methods of an engine's adapter as they are before a newsroom's are put around them. */
export function withBare(db: BaseDatabaseAdapter): BaseDatabaseAdapter {
  const bare: BaseDatabaseAdapter = Object.create(db)
  for (const name of [...READS, ...WRITES]) Reflect.set(bare, name, db[name])
  known.set(db, bare)
  return db
}

/**
 * The same database without what a newsroom adds: nothing is looked up, reserved, numbered or dated, and what is written is
 * in no search index. For reading and writing all of a newsroom as it is.
 */
export function bareAdapter(db: object): BaseDatabaseAdapter {
  const bare = known.get(db)
  if (!bare) throw new Error('This adapter is not of a newsroom.')
  return bare
}
